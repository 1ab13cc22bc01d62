package org.gavel.exchange.engine.lot;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.wan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.ReserveOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Reserve;
import org.junit.jupiter.api.Test;

/** Reserve prices (保留价; Auction Law arts 28, 50). */
final class ReserveTest {
    private final MarketFixture market = venue();

    private static LotPlan start200() {
        return lot(7).start(wan(200)).step(wan(10));
    }

    /** MR-T26: reserve 2,500,000, top bid 2,400,000. */
    @Test
    void belowAHiddenReserveNothingIsSoldAndTheDepositsGoBack() {
        market.at(0).open(start200().hiddenReserve(wan(250)).deposit(wan(5)));
        market.hold(ALICE, BOB).bid(ALICE, wan(200)).bid(BOB, wan(240));
        market.at(1000).tick();
        market.expect(
                new ReserveOpened(7, wan(250), LotPlan.SALT),
                new LotPassed(7, PassCause.RESERVE_NOT_MET, 2, time(1000)),
                new DepositReleased(7, ALICE, wan(5)),
                new DepositReleased(7, BOB, wan(5)));
    }

    @Test
    void theOpenedReserveFitsTheCommitmentOfTheAnnouncement() {
        market.at(0).announce(start200().hiddenReserve(wan(250)));
        LotAnnounced announced = market.events(LotAnnounced.class).get(0);
        assertEquals(Money.ZERO, announced.reserve());
        market.open().at(1000).tick();
        ReserveOpened opened = market.events(ReserveOpened.class).get(0);
        Reserve shown = new Reserve(opened.amount(), true, opened.salt());
        assertEquals(announced.reserveCommitment(), shown.commitment(7));
        assertNotEquals(announced.reserveCommitment(), shown.commitment(8));
    }

    @Test
    void nothingTellsTheHiddenReserveBeforeTheClose() {
        market.at(0).open(start200().hiddenReserve(wan(250))).bid(ALICE, wan(200));
        market.terminate().expect(new LotTerminated(7, MarketFixture.REASON));
        assertTrue(market.history().toString().contains("reserveCommitment=" + expectedCommitment()));
        assertTrue(!market.history().toString().contains(String.valueOf(wan(250).fen())));
    }

    private static String expectedCommitment() {
        return new Reserve(wan(250), true, LotPlan.SALT).commitment(7);
    }

    @Test
    void aBidAtTheReserveBuys() {
        market.at(0).open(start200().hiddenReserve(wan(250)));
        market.bid(ALICE, wan(250)).at(1000).tick();
        market.expect(
                new ReserveOpened(7, wan(250), LotPlan.SALT), new LotAwarded(7, ALICE, 1, wan(250), 1, time(1000)));
    }

    @Test
    void anOpenReserveIsAnnouncedAndNeedsNoOpening() {
        market.at(0).announce(start200().openReserve(wan(250)));
        LotAnnounced announced = market.events(LotAnnounced.class).get(0);
        assertEquals(wan(250), announced.reserve());
        assertEquals("", announced.reserveCommitment());
        market.open().bid(ALICE, wan(249)).at(1000).tick();
        market.expect(new LotPassed(7, PassCause.RESERVE_NOT_MET, 1, time(1000)));
    }

    @Test
    void withoutAnyBidTheCauseIsThatAndNotTheReserve() {
        market.at(0).open(start200().hiddenReserve(wan(250))).at(1000).tick();
        market.expect(new ReserveOpened(7, wan(250), LotPlan.SALT), new LotPassed(7, PassCause.NO_BID, 0, time(1000)));
    }

    @Test
    void aReserveBelowTheStartPriceIsRefusedWhetherOpenOrHidden() {
        market.at(0).announce(start200().hiddenReserve(wan(199)));
        market.expectRefused(RejectReason.BAD_RESERVE, wan(200)).expectNothingChanged();
        market.announce(start200().openReserve(wan(199))).expectRefused(RejectReason.BAD_RESERVE, wan(200));
        market.announce(start200().openReserve(wan(200))).expectAccepted();
    }
}
