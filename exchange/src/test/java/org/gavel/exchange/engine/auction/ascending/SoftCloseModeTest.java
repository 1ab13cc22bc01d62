package org.gavel.exchange.engine.auction.ascending;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.SoftClose.Mode;
import org.junit.jupiter.api.Test;

/** The ways an accepted bid moves the close: auction-mechanisms 2.2, market-rules 2.6. */
class SoftCloseModeTest {
    private final MarketFixture market = MarketFixture.venue();
    private int bids;

    private static SoftClose rule(Mode mode, long window, long extension, long latest, int most) {
        return new SoftClose(
                Duration.ofSeconds(window), Duration.ofSeconds(extension), Duration.ofSeconds(latest), most, mode);
    }

    private void bidMovesCloseTo(long at, long close) {
        market.at(at).bid(bids % 2 == 0 ? ALICE : BOB, yuan(100 + 10L * bids)).expectAccepted();
        bids++;
        assertEquals(time(close), market.events(BidAccepted.class).get(0).closesAt());
    }

    /** AM-E2. */
    @Test
    void addMovesTheCloseByAnExtension() {
        market.at(0).open(lot(1).softClose(rule(Mode.ADD, 300, 300, 0, 0)));
        bidMovesCloseTo(650, 1000);
        bidMovesCloseTo(700, 1300);
        bidMovesCloseTo(999, 1300);
    }

    /** AM-E3. */
    @Test
    void addCanMoveByMoreThanItsWindow() {
        market.at(0).open(lot(1).softClose(rule(Mode.ADD, 30, 90, 0, 0)));
        bidMovesCloseTo(960, 1000);
        bidMovesCloseTo(975, 1090);
        bidMovesCloseTo(1050, 1090);
    }

    /** MR-T21: within 10 minutes 5 more, 3 times, 20 minutes in all; seconds from 14:00. */
    @Test
    void appendsAtMostThreeTimes() {
        market.at(0).open(lot(1).lasts(3600).softClose(rule(Mode.ADD, 600, 300, 4800, 3)));
        bidMovesCloseTo(3120, 3900);
        bidMovesCloseTo(3480, 4200);
        bidMovesCloseTo(3840, 4500);
        bidMovesCloseTo(4140, 4500);
        bidMovesCloseTo(4440, 4500);
        market.at(4500).tick();
        assertEquals(time(4500), market.events(LotAwarded.class).get(0).closedAt());
    }

    @Test
    void addStopsAtTheCap() {
        market.at(0).open(lot(1).softClose(rule(Mode.ADD, 300, 300, 1400, 0)));
        bidMovesCloseTo(900, 1300);
        bidMovesCloseTo(1200, 1400);
        bidMovesCloseTo(1399, 1400);
    }

    @Test
    void cycleRestartsWithEveryBid() {
        market.at(0).open(lot(1).lasts(180).softClose(rule(Mode.CYCLE, 0, 180, 0, 0)));
        bidMovesCloseTo(1, 181);
        bidMovesCloseTo(100, 280);
        bidMovesCloseTo(279, 459);
        market.at(459).tick();
        assertEquals(time(459), market.events(LotAwarded.class).get(0).closedAt());
    }
}
