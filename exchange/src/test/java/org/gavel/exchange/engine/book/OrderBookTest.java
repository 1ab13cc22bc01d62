package org.gavel.exchange.engine.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.BookPhase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the unit book does and refuses, one rule at a time. */
class OrderBookTest {
    private static final int ALICE = 1;
    private static final int BOB = 2;
    private static final int NOBODY = 9;

    private final TradedUnits units = new TradedUnits();

    @BeforeEach
    void own() {
        units.limits(50, 200).owning(ALICE, 100_000, 500).owning(BOB, 100_000, 500);
    }

    private void rest(NewOrder order) {
        units.place(order);
    }

    @Test
    void givesABuyerBackWhatTheBetterPriceSaves() {
        rest(units.sell(1, ALICE, 10, 100));
        assertEquals(
                List.of("accepted #2 by 2 B 10@110", "traded 10@100 maker #1 of 1 taker #2 of 2 B", "top 0@0 0@0"),
                units.place(units.buy(2, BOB, 10, 110)));
        assertEquals(99_000, units.freeMoney(BOB));
        assertEquals(101_000, units.freeMoney(ALICE));
        assertEquals(510, units.freeUnits(BOB));
    }

    @Test
    void keepsTheTurnOfASmallerOrderAndNotOfALargerOne() {
        rest(units.sell(1, ALICE, 10, 100));
        rest(units.sell(2, BOB, 10, 100));
        units.amend(1, ALICE, 100, 5);
        assertEquals(List.of("5@100 #1", "10@100 #2"), units.orders(false));
        units.amend(1, ALICE, 100, 6);
        assertEquals(List.of("10@100 #2", "6@100 #1"), units.orders(false));
    }

    @Test
    void fillsAllOrNothingOfAFillOrKill() {
        rest(units.sell(1, ALICE, 10, 100));
        assertEquals(
                List.of("accepted #2 by 2 B 11@100", "ended #2 of 2 11 UNFILLABLE"),
                units.place(units.buy(2, BOB, 11, 100).execution(Execution.FOK)));
        assertEquals(100_000, units.freeMoney(BOB));
    }

    @Test
    void callsAnAuctionWhereATradeWouldLeaveTheBand() {
        units.book.acceptBand(500);
        units.book.reference(100);
        rest(units.sell(1, ALICE, 10, 104));
        rest(units.sell(2, ALICE, 10, 106));
        assertEquals(
                List.of(
                        "accepted #3 by 2 B 15@110",
                        "traded 10@104 maker #1 of 1 taker #3 of 2 B",
                        "phase CALL 106",
                        "top 5@110 10@106"),
                units.place(units.buy(3, BOB, 15, 110)));
        assertEquals(
                List.of("crossed 5@106 buy #3 of 2 sell #2 of 1", "phase CONTINUOUS 106", "top 0@0 5@106"),
                units.cross());
    }

    /** AM-U1. */
    @Test
    void crossesACallAtThePriceOfMostVolume() {
        units.book.reference(102);
        units.call();
        rest(units.buy(1, BOB, 300, 105));
        rest(units.buy(2, BOB, 200, 103));
        rest(units.buy(3, BOB, 400, 101));
        units.positions.creditUnits(TradedUnits.INSTRUMENT, ALICE, 1_000);
        rest(units.sell(4, ALICE, 250, 100));
        rest(units.sell(5, ALICE, 300, 102));
        rest(units.sell(6, ALICE, 200, 104));
        units.auction.find(units.book);
        assertEquals(102, units.auction.price());
        assertEquals(500, units.auction.volume());
        assertEquals(-50, units.auction.imbalance());
        assertEquals(
                List.of(
                        "crossed 250@102 buy #1 of 2 sell #4 of 1",
                        "crossed 50@102 buy #1 of 2 sell #5 of 1",
                        "crossed 200@102 buy #2 of 2 sell #5 of 1",
                        "phase CONTINUOUS 102",
                        "top 400@101 50@102"),
                units.cross());
    }

    @Test
    void returnsFromAHaltThroughACall() {
        rest(units.sell(1, ALICE, 10, 100));
        assertEquals(RejectReason.NONE, units.auction.checkHalt(units.book));
        units.auction.acceptHalt(units.book, units.said);
        assertEquals(RejectReason.BOOK_HALTED, units.ask(units.buy(2, BOB, 1, 100)));
        assertEquals(RejectReason.BOOK_HALTED, units.askAmend(1, ALICE, 101, 10));
        assertEquals(RejectReason.WRONG_BOOK_PHASE, units.auction.checkCross(units.book));
        units.cancel(1, ALICE);
        units.call();
        units.cross();
        assertEquals(BookPhase.CONTINUOUS, units.book.phase());
    }

    @Test
    void endsOrdersWhoseTimeHasCome() {
        rest(units.sell(1, ALICE, 10, 100).expiresAt(30));
        rest(units.sell(2, ALICE, 10, 100).expiresAt(20));
        units.said.take();
        assertEquals(20, units.book.nextDue());
        units.desk.ends().expire(units.book, 30, units.said);
        assertEquals(List.of("ended #2 of 1 10 EXPIRED", "ended #1 of 1 10 EXPIRED", "top 0@0 0@0"), units.said.take());
        assertEquals(500, units.freeUnits(ALICE));
    }

    @Test
    void cancelsAllOrdersOfOneParticipantInTheOrderTheyCame() {
        rest(units.sell(1, ALICE, 10, 101));
        rest(units.sell(2, BOB, 10, 101));
        rest(units.buy(3, ALICE, 10, 90));
        units.said.take();
        assertEquals(2, units.desk.ends().cancelAll(units.book, ALICE, units.said));
        assertEquals(
                List.of("ended #1 of 1 10 MASS_CANCELLED", "ended #3 of 1 10 MASS_CANCELLED", "top 0@0 10@101"),
                units.said.take());
    }

    @Test
    void refusesWhatItCannotTakeAndChangesNothing() {
        rest(units.sell(1, ALICE, 10, 100));
        assertEquals(RejectReason.QUANTITY_NOT_POSITIVE, units.ask(units.buy(2, BOB, 0, 100)));
        assertEquals(RejectReason.QUANTITY_NOT_POSITIVE, units.ask(units.buy(2, BOB, -1, 100)));
        assertEquals(RejectReason.QUANTITY_TOO_BIG, units.ask(units.sell(2, BOB, OrderDesk.MAX_QUANTITY + 1, 100)));
        assertEquals(RejectReason.PRICE_TOO_LOW, units.ask(units.buy(2, BOB, 1, 49)));
        assertEquals(RejectReason.PRICE_TOO_HIGH, units.ask(units.buy(2, BOB, 1, 201)));
        assertEquals(RejectReason.ORDER_TOO_BIG, units.ask(units.buy(2, BOB, OrderDesk.MAX_QUANTITY, 200)));
        assertEquals(RejectReason.MONEY_INSUFFICIENT, units.ask(units.buy(2, BOB, 501, 200)));
        assertEquals(100_000, units.desk.takeDetail());
        assertEquals(RejectReason.UNITS_INSUFFICIENT, units.ask(units.sell(2, BOB, 501, 200)));
        assertEquals(RejectReason.ORDER_EXISTS, units.ask(units.buy(1, BOB, 1, 99)));
        assertEquals(RejectReason.PARTICIPANT_UNKNOWN, units.ask(units.buy(2, NOBODY, 1, 99)));
        assertEquals(
                RejectReason.EXPIRY_PASSED, units.ask(units.buy(2, BOB, 1, 99).expiresAt(5), 5));
        assertEquals(
                RejectReason.POST_ONLY_TRADES,
                units.ask(units.buy(2, BOB, 1, 100).execution(Execution.POST_ONLY)));
        assertEquals(RejectReason.ORDER_UNKNOWN, units.askAmend(2, BOB, 100, 1));
        assertEquals(RejectReason.ORDER_UNKNOWN, units.askAmend(1, BOB, 100, 1));
        units.place(units.buy(3, BOB, 10, 100));
        assertEquals(RejectReason.ORDER_UNKNOWN, units.askAmend(1, ALICE, 100, 1));
        assertEquals(List.of(), units.orders(true));
    }

    @Test
    void refusesAPriceOffTheTick() {
        units.book.acceptLimits(5, 50, 200);
        assertEquals(RejectReason.OFF_TICK, units.ask(units.buy(1, BOB, 1, 101)));
        assertEquals(5, units.desk.takeDetail());
    }
}
