package org.gavel.exchange.engine.lot;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotExtended;
import org.gavel.protocol.event.LotPaused;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.event.PauseCause;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;
import org.junit.jupiter.api.Test;

/** Interruptions by the clerk (中止): the lot keeps exactly the time it had. */
final class PauseTest {
    private final MarketFixture market = venue();

    /** AM-L3. */
    @Test
    void pausedFortySecondsBeforeTheCloseItHasFortySecondsAfterwards() {
        market.at(0).open(lot(7)).bid(ALICE, yuan(100));
        market.at(960).pause().expect(new LotPaused(7, PauseCause.CLERK, 40_000_000, REASON));
        market.at(5000).tick().expect();
        market.resume().expect(new LotResumed(7, time(5040), REASON));
        market.at(5039).bid(BOB, yuan(110)).expectLeads(BOB, yuan(110));
        market.at(5040).tick().expect(new LotAwarded(7, BOB, 2, yuan(110), 2, time(5040)));
    }

    /** AM-L3: every bid stands, and what was closed stays closed. */
    @Test
    void aPauseTakesNoBidAwayAndOpensNoClosedLot() {
        market.at(0).open(lot(8)).bid(BOB, yuan(100));
        market.at(500).open(lot(7)).bid(ALICE, yuan(100)).bid(BOB, yuan(110));
        market.at(1000).tick().expect(new LotAwarded(8, BOB, 1, yuan(100), 1, time(1000)));
        market.at(1460).on(7).pause().expect(new LotPaused(7, PauseCause.CLERK, 40_000_000, REASON));
        market.at(5000).resume().expect(new LotResumed(7, time(5040), REASON));
        market.on(8)
                .bid(ALICE, yuan(200))
                .expectRefused(RejectReason.LOT_CLOSED)
                .expectNothingChanged();
        market.resume().expectRefused(RejectReason.ALREADY_ENDED).expectNothingChanged();
        market.at(5040).tick().expect(new LotAwarded(7, BOB, 2, yuan(110), 2, time(5040)));
    }

    @Test
    void takesNoBidsMeanwhile() {
        market.at(0).open(lot(7)).pause();
        market.bid(ALICE, yuan(100)).expectRefused(RejectReason.LOT_PAUSED).expectNothingChanged();
    }

    @Test
    void oneMicrosecondBeforeTheCloseThereIsOneMicrosecondLeft() {
        market.at(0).open(lot(7)).atMicros(time(1000) - 1).pause();
        market.expect(new LotPaused(7, PauseCause.CLERK, 1, REASON));
        market.at(2000).resume().expect(new LotResumed(7, time(2000) + 1, REASON));
    }

    @Test
    void atTheClosingInstantItIsTooLateToPause() {
        market.at(0).open(lot(7)).bid(ALICE, yuan(100)).at(1000).pause();
        market.expect(
                new LotAwarded(7, ALICE, 1, yuan(100), 1, time(1000)),
                new CommandRejected(MarketFixture.CLERK, ClientId.NONE, RejectReason.ALREADY_ENDED, 0, 7));
    }

    @Test
    void theLatestCloseMovesByThePauseToo() {
        market.at(0).open(lot(7).lasts(1000).softClose(300, 300, 1100, 0));
        market.at(500).pause().at(600).resume().expect(new LotResumed(7, time(1100), REASON));
        market.at(1000).bid(ALICE, yuan(100));
        assertEquals(time(1200), market.events(LotExtended.class).get(0).closesAt());
    }

    @Test
    void severalPausesAddUp() {
        market.at(0).open(lot(7));
        market.at(100).pause().at(200).resume().at(300).pause();
        market.expect(new LotPaused(7, PauseCause.CLERK, 800_000_000, REASON));
        market.at(1000).resume().expect(new LotResumed(7, time(1800), REASON));
    }

    @Test
    void otherLotsGoOn() {
        market.at(0).open(lot(8)).open(lot(7)).pause();
        market.on(8).bid(ALICE, yuan(100)).expectLeads(ALICE, yuan(100));
        market.at(1000).tick().expect(new LotAwarded(8, ALICE, 1, yuan(100), 1, time(1000)));
    }
}
