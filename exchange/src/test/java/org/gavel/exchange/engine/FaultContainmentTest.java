package org.gavel.exchange.engine;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CLERK;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import org.gavel.exchange.engine.Poison.Point;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.event.LotSuspended;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.LotWithdrawn;
import org.gavel.protocol.event.RoadshowEnded;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A fault before anything changed stays in its lot; one after it stops the node. Lot 6 is the faulty one. */
final class FaultContainmentTest {
    private static final String FAULT = "A fault of the venue's software; nothing else is touched.";

    private MarketFixture market = MarketFixture.venue();

    private MarketFixture poisonedAt(Point point) {
        market = MarketFixture.venue(Poison.at(point)).at(0);
        return market;
    }

    private static LotPlan faulty() {
        return lot(6).start(Poison.START);
    }

    private static LotSuspended suspended(long remainingSeconds) {
        return new LotSuspended(6, remainingSeconds * 1_000_000, FAULT);
    }

    private static CommandRejected internal(long actor) {
        return new CommandRejected(actor, ClientId.NONE, RejectReason.INTERNAL, 0, 6);
    }

    /** Whatever happened, another market to which the same is submitted ends up the same. */
    @AfterEach
    void replaysToTheSame() {
        if (market.history().size() == market.submissions().size()) {
            MarketFixture other = market.replayed();
            assertEquals(market.history(), other.history());
            assertArrayEquals(market.stateHash(), other.stateHash());
        }
    }

    @Test
    void aBidThatCannotBeJudgedSuspendsItsLotOnly() {
        poisonedAt(Point.CHECK).open(lot(8)).open(faulty()).bid(ALICE, Poison.START);
        market.at(100).bid(BOB, Poison.BID).expect(suspended(900), internal(BOB));
        market.bid(BOB, yuan(1000)).expectRefused(RejectReason.LOT_SUSPENDED);
        market.on(8).bid(BOB, yuan(100)).expectLeads(BOB, yuan(100));
        market.at(1000).tick().expect(new LotAwarded(8, BOB, 1, yuan(100), 1, time(1000)));
    }

    @Test
    void aSuspendedLotGoesOnWithItsTimeAndItsBidsWhenTheClerkHasLooked() {
        poisonedAt(Point.CHECK).open(faulty()).bid(ALICE, Poison.START);
        market.at(100).bid(BOB, Poison.BID).at(5000).on(6).resume();
        market.expect(new LotResumed(6, time(5900), REASON));
        market.at(5900).tick().expect(new LotAwarded(6, ALICE, 1, Poison.START, 1, time(5900)));
    }

    @Test
    void aSuspendedLotMayBeTerminated() {
        Money deposit = yuan(50);
        poisonedAt(Point.CHECK).open(faulty().deposit(deposit)).hold(ALICE).bid(ALICE, Poison.START);
        market.hold(BOB).bid(BOB, Poison.BID);
        market.terminate();
        market.expect(
                new LotTerminated(6, REASON),
                new DepositReleased(6, ALICE, deposit),
                new DepositReleased(6, BOB, deposit));
    }

    @Test
    void aLotThatCannotOpenIsSuspendedAndItsOpeningMayBeTriedAgain() {
        poisonedAt(Point.OPEN).open(faulty()).expect(suspended(0), internal(CLERK));
        market.at(10).resume().expect(internal(CLERK));
        market.bid(ALICE, Poison.START).expectRefused(RejectReason.LOT_SUSPENDED);
        market.withdraw().expect(new LotWithdrawn(6, REASON));
    }

    @Test
    void aScheduledLotThatCannotOpenIsSuspendedWithoutHurtingWhoeverCameNext() {
        poisonedAt(Point.OPEN).announce(faulty().opensAt(50)).open(lot(8));
        market.at(60).bid(ALICE, yuan(100));
        assertEquals(suspended(0), market.last().get(0));
        assertEquals(2, market.last().size());
        market.expectAccepted();
    }

    @Test
    void aNextPhaseThatCannotOpenIsSuspendedAtTheCloseOfTheOneBefore() {
        poisonedAt(Point.OPEN).open(lot(6).start(yuan(100)).thenPhase().start(Poison.START));
        market.bid(ALICE, yuan(100));
        market.at(1500).tick().expect(suspended(0));
    }

    @Test
    void aLotThatCannotCloseIsSuspendedAtItsClose() {
        poisonedAt(Point.CLOSE).open(lot(8)).open(faulty()).bid(ALICE, Poison.START);
        market.on(8).bid(BOB, yuan(100));
        market.at(1500).tick().expect(suspended(0), new LotAwarded(8, BOB, 1, yuan(100), 1, time(1000)));
        market.at(2000).on(6).resume();
        market.expect(new LotResumed(6, time(2000), REASON), suspended(0));
    }

    @Test
    void aLotThatCannotGoOnAfterAPauseIsSuspendedWithTheTimeItHad() {
        poisonedAt(Point.SHIFT).open(faulty()).at(900).pause();
        market.at(2000).resume().expect(suspended(100), internal(CLERK));
        market.resume().expect(internal(CLERK));
    }

    @Test
    void aLotThatCannotGoOnAfterAnOutageHurtsNoOther() {
        poisonedAt(Point.SHIFT)
                .open(faulty())
                .open(lot(8))
                .at(900)
                .tick()
                .at(2000)
                .nodeStarts();
        market.at(2010).tick();
        assertEquals(suspended(100), market.last().get(0));
        assertEquals(time(2110), ((LotResumed) market.last().get(1)).closesAt());
    }

    @Test
    void theRoadshowGoesOnWithoutTheLotThatCannotOpen() {
        poisonedAt(Point.OPEN).announce(lot(5)).announce(faulty()).announce(lot(7));
        market.roadshow(1, 60, 5, 6, 7).start(1).on(5).bid(ALICE, yuan(100));
        market.at(1060).tick();
        assertEquals(suspended(0), market.last().get(1));
        market.at(1120).tick().expect(new LotOpened(7, 1, time(2120), yuan(100), ""));
        market.at(2120).tick();
        assertEquals(new RoadshowEnded(1, 1, 1, yuan(100)), market.last().get(1));
    }

    /** However late the next record is: what time causes does not depend on it. */
    @Test
    void theRoadshowGoesOnFromTheInstantOfTheFaultNotOfTheNextRecord() {
        Consumer<MarketFixture> begin = m -> {
            m.at(0).announce(faulty()).announce(lot(7)).roadshow(1, 60, 6, 7).start(1);
            m.on(6).bid(ALICE, Poison.START);
        };
        MarketFixture often = MarketFixture.venue(Poison.at(Point.CLOSE));
        begin.accept(often);
        often.at(1000).tick().at(1060).tick().at(1061).tick();
        poisonedAt(Point.CLOSE);
        begin.accept(market);
        market.at(1061).tick();
        assertEquals(
                eventsFrom(often, market.history().size() - 1),
                eventsFrom(market, market.history().size() - 1));
    }

    private static List<Event> eventsFrom(MarketFixture market, int command) {
        return market.history().subList(command, market.history().size()).stream()
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void theRoadshowGoesOnWithoutTheLotAPoisonedBidStopped() {
        poisonedAt(Point.CHECK)
                .announce(faulty())
                .announce(lot(7))
                .roadshow(1, 60, 6, 7)
                .start(1);
        market.at(100).on(6).bid(ALICE, Poison.START).bid(BOB, Poison.BID).expect(suspended(900), internal(BOB));
        market.at(160).tick().expect(new LotOpened(7, 1, time(1160), yuan(100), ""));
    }

    @Test
    void aSuspendedLastLotEndsTheRoadshow() {
        poisonedAt(Point.CHECK).announce(faulty()).roadshow(1, 60, 6).start(1);
        market.bid(ALICE, Poison.START).bid(BOB, Poison.BID);
        market.expect(suspended(1000), new RoadshowEnded(1, 0, 0, Money.ZERO), internal(BOB));
    }

    @Test
    void anOutageLeavesASuspendedLotAlone() {
        poisonedAt(Point.CHECK).open(faulty()).at(100).bid(ALICE, Poison.START).bid(BOB, Poison.BID);
        market.at(5000).nodeStarts();
        assertEquals(1, market.last().size());
        market.at(6000).tick().expect().resume().expect(new LotResumed(6, time(6900), REASON));
    }

    @Test
    void aFaultWhileTakingABidStopsTheNodeAndNamesTheSequence() {
        poisonedAt(Point.ACCEPT).open(faulty()).bid(ALICE, Poison.START);
        long sequence = market.market().sequence() + 1;
        MarketFault fault = assertThrows(MarketFault.class, () -> market.bid(BOB, Poison.BID));
        assertTrue(fault.getMessage().contains("sequence " + sequence + ";"), fault.getMessage());
    }

    @Test
    void aFaultWhenTheLotHasOpenedAlreadyStopsTheNode() {
        poisonedAt(Point.OPENED).announce(faulty());
        assertThrows(MarketFault.class, market::open);
    }

    @Test
    void aFaultOfATimerAfterItsMutationStopsTheNode() {
        poisonedAt(Point.OPENED).announce(faulty().opensAt(10));
        assertThrows(MarketFault.class, () -> market.at(20).tick());
    }

    @Test
    void aCommandWithoutALotThatFailsIsRefusedAndNothingElse() {
        Money most = new Money(Money.MAX_FEN);
        MarketFixture other = MarketFixture.venue(terms -> {
            throw new IllegalStateException("no mechanism");
        });
        other.announce(lot(6).start(most)).expectRefused(RejectReason.INTERNAL).expectNothingChanged();
    }
}
