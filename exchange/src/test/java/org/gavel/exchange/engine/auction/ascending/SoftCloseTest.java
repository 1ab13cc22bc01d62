package org.gavel.exchange.engine.auction.ascending;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotExtended;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;
import org.junit.jupiter.api.Test;

/** When a lot closes: RESET extension, caps, and who decides the time. */
final class SoftCloseTest {
    private final MarketFixture market = venue();
    private int bids;

    /** A bid by whoever does not lead; it must be accepted. */
    private void bid() {
        int bidder = bids % 2 == 0 ? ALICE : BOB;
        market.bid(bidder, yuan(100 + 10L * bids));
        market.expectLeads(bidder, yuan(100 + 10L * bids));
        bids++;
    }

    private void expectCloses(long seconds, boolean extended) {
        expectClosesAt(time(seconds), extended);
    }

    private void expectClosesAt(long micros, boolean extended) {
        assertEquals(micros, market.events(BidAccepted.class).get(0).closesAt());
        List<Long> moved = market.events(LotExtended.class).stream()
                .map(LotExtended::closesAt)
                .toList();
        assertEquals(extended ? List.of(micros) : List.of(), moved);
    }

    /** MR-T18: 5 minutes, the end at 15:00:00.000; second 0 is 14:00:00. */
    @Test
    void movesTheEndToFiveMinutesAfterALateBid() {
        market.at(0).open(lot(7).lasts(3600).softClose(300, 300));
        market.atMicros(time(3300) - 1000);
        bid();
        expectCloses(3600, false);
        market.at(3300);
        bid();
        expectCloses(3600, false);
        market.at(3450);
        bid();
        expectCloses(3750, true);
        market.atMicros(time(3600) - 1000);
        bid();
        expectClosesAt(time(3900) - 1000, true);
        market.atMicros(time(3900) - 1000).bid(CAROL, yuan(1000));
        market.expect(
                new LotAwarded(7, BOB, 2, yuan(130), 4, time(3900) - 1000),
                new CommandRejected(CAROL, ClientId.NONE, RejectReason.LOT_CLOSED, 0, 7));
    }

    /** MR-T19: 网络司法拍卖规定 art. 20, server time rules. */
    @Test
    void aBidThatArrivesAfterTheEndIsLateWhateverItsSendersClockSaid() {
        market.at(0).open(lot(7));
        market.atMicros(time(1000) - 100_000);
        bid();
        market.atMicros(time(1000) + 4_000).bid(BOB, yuan(110));
        market.expect(
                new LotAwarded(7, ALICE, 1, yuan(100), 1, time(1000)),
                new CommandRejected(BOB, ClientId.NONE, RejectReason.LOT_CLOSED, 0, 7));
    }

    @Test
    void aBidAtTheClosingInstantIsLateAndOneMicrosecondBeforeIsNot() {
        market.at(0).open(lot(7));
        market.atMicros(time(1000) - 1);
        bid();
        market.at(1000).bid(BOB, yuan(110));
        market.expect(
                new LotAwarded(7, ALICE, 1, yuan(100), 1, time(1000)),
                new CommandRejected(BOB, ClientId.NONE, RejectReason.LOT_CLOSED, 0, 7));
    }

    /** AM-E1. */
    @Test
    void resetsThreeTimesAndCountsOnlyBidsThatMoveTheEnd() {
        market.at(0).open(lot(7).lasts(1000).softClose(300, 300));
        market.at(650);
        bid();
        expectCloses(1000, false);
        market.at(700);
        bid();
        expectCloses(1000, false);
        market.at(999);
        bid();
        expectCloses(1299, true);
        market.at(1000);
        bid();
        expectCloses(1300, true);
        market.at(1100).bid(ALICE, yuan(101)).expectRefused(RejectReason.NOT_HIGHER, yuan(140));
        market.at(1299);
        bid();
        expectCloses(1599, true);
        assertEquals(3, market.events(LotExtended.class).get(0).extension());
        market.at(1599).bid(BOB, yuan(1000));
        market.expect(
                new LotAwarded(7, ALICE, 1, yuan(140), 5, time(1599)),
                new CommandRejected(BOB, ClientId.NONE, RejectReason.LOT_CLOSED, 0, 7));
    }

    /** AM-E4. */
    @Test
    void neverPassesTheLatestClose() {
        market.at(0).open(lot(7).lasts(1000).softClose(300, 300, 1800, 0));
        long[][] bidAndClose = {{900, 1200}, {1190, 1490}, {1480, 1780}, {1700, 1800}};
        for (long[] row : bidAndClose) {
            market.at(row[0]);
            bid();
            expectCloses(row[1], true);
        }
        market.at(1799);
        bid();
        expectCloses(1800, false);
        market.at(1800).bid(BOB, yuan(1000));
        assertEquals(1, market.events(LotAwarded.class).size());
    }

    @Test
    void extendsNoMoreThanTheTermsAllow() {
        market.at(0).open(lot(7).lasts(1000).softClose(300, 300, 0, 2));
        market.at(900);
        bid();
        expectCloses(1200, true);
        market.at(1000);
        bid();
        expectCloses(1300, true);
        market.at(1299);
        bid();
        expectCloses(1300, false);
    }

    @Test
    void anExtensionShorterThanTheWindowNeverMovesTheEndForward() {
        market.at(0).open(lot(7).lasts(1000).softClose(300, 60));
        market.at(800);
        bid();
        expectCloses(1000, false);
        market.at(941);
        bid();
        expectCloses(1001, true);
    }

    /** AM 2.2: {@code close − t ≤ window}, on a window shorter than the extension. */
    @Test
    void theWindowBeginsAtItsFirstInstantAndNotBefore() {
        market.at(0).open(lot(7).lasts(1000).softClose(30, 90));
        market.atMicros(time(970) - 1);
        bid();
        expectCloses(1000, false);
        market.at(970);
        bid();
        expectCloses(1060, true);
    }

    @Test
    void withoutAWindowTheCloseIsHard() {
        market.at(0).open(lot(7));
        market.at(999);
        bid();
        expectCloses(1000, false);
    }

    /** AM 2.0: only accepted bids extend. */
    @Test
    void aRefusedBidExtendsNothing() {
        market.at(0).open(lot(7).lasts(1000).softClose(300, 300));
        market.at(900);
        bid();
        market.at(1199).bid(BOB, yuan(101)).expectRefused(RejectReason.OFF_INCREMENT, yuan(110));
        market.at(1200).tick().expect(new LotAwarded(7, ALICE, 1, yuan(100), 1, time(1200)));
    }

    @Test
    void eachPhaseCountsItsExtensionsAnew() {
        market.at(0).open(lot(7).lasts(1000).softClose(300, 300, 0, 1).thenPhase());
        market.at(900);
        bid();
        expectCloses(1200, true);
        market.at(1200 + 900);
        bid();
        expectCloses(1200 + 1200, true);
        assertEquals(2, market.events(LotExtended.class).get(0).extension());
    }
}
