package org.gavel.exchange.engine.trading;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.trading.BookFixture.BOOK;
import static org.gavel.exchange.engine.trading.BookFixture.buy;
import static org.gavel.exchange.engine.trading.BookFixture.open;
import static org.gavel.exchange.engine.trading.BookFixture.order;
import static org.gavel.exchange.engine.trading.BookFixture.sell;
import static org.gavel.exchange.engine.trading.BookFixture.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.EventList;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.Request;
import org.gavel.protocol.command.CallBook;
import org.gavel.protocol.command.CancelOrder;
import org.gavel.protocol.command.CancelOrders;
import org.gavel.protocol.command.CloseBook;
import org.gavel.protocol.command.CrossBook;
import org.gavel.protocol.command.HaltBook;
import org.gavel.protocol.command.OpenBook;
import org.gavel.protocol.command.OrderFields;
import org.gavel.protocol.command.PlaceOrder;
import org.gavel.protocol.command.ResumeBook;
import org.gavel.protocol.command.StartTradingDay;
import org.gavel.protocol.event.BookCrossed;
import org.gavel.protocol.event.BookPhaseBegun;
import org.gavel.protocol.event.BookPhaseCause;
import org.gavel.protocol.event.CallIndicated;
import org.gavel.protocol.event.OrderEnded;
import org.gavel.protocol.event.OrdersTraded;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.BookPhase;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OrderType;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.SelfTrade;
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.TimeInForce;
import org.gavel.protocol.value.TradingDay;
import org.junit.jupiter.api.Test;

class BookDeskTest {
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final MarketFixture market = BookFixture.venue();

    private BookPhaseBegun phase() {
        List<BookPhaseBegun> begun = market.events(BookPhaseBegun.class);
        return begun.get(begun.size() - 1);
    }

    private void expectPhase(BookPhase phase, BookPhaseCause cause, long until) {
        assertEquals(new BookPhaseBegun(BOOK, phase, cause, phase().price(), until, phase().reason()), phase());
    }

    private void refused(RejectReason reason) {
        market.expectRefused(reason).expectNothingChanged();
    }

    @Test
    void goesThroughItsDay() {
        TradingDay day = new TradingDay(time(10), time(20), time(100), time(110));
        market.staff(open(BOOK, terms(0, Duration.ZERO, false), day));
        expectPhase(BookPhase.CLOSED, BookPhaseCause.SCHEDULE, time(10));
        market.at(5).by(ALICE, buy(1_000, 1));
        refused(RejectReason.BOOK_CLOSED);
        market.at(10).tick();
        expectPhase(BookPhase.CALL, BookPhaseCause.SCHEDULE, time(20));
        market.at(11).by(ALICE, buy(1_010, 5)).by(BOB, sell(990, 3));
        assertEquals(0, market.events(OrdersTraded.class).size());
        market.at(20).tick();
        assertEquals(
                new BookCrossed(BOOK, new Money(1_010), 3, 2),
                market.events(BookCrossed.class).get(0));
        expectPhase(BookPhase.CONTINUOUS, BookPhaseCause.CROSSED, time(100));
        market.at(50).by(ALICE, order(Side.BUY, 900, 1, TimeInForce.DAY));
        market.at(100).tick();
        expectPhase(BookPhase.CALL, BookPhaseCause.SCHEDULE, time(110));
        market.at(110).tick();
        expectPhase(BookPhase.CLOSED, BookPhaseCause.CROSSED, 0);
        assertEquals(1, market.events(OrderEnded.class).size());
        market.at(120)
                .staff(new StartTradingDay(BOOK, TradingDay.OPEN_END, "next"))
                .expectAccepted();
        market.by(BOB, sell(1_010, 2));
        assertEquals(1, market.events(OrdersTraded.class).size(), "what was not for the day is still there");
    }

    @Test
    void refusesStaffWhatDoesNotFitThePhase() {
        market.staff(open()).staff(open());
        refused(RejectReason.BOOK_EXISTS);
        market.staff(new CrossBook(BOOK, "x"));
        refused(RejectReason.WRONG_BOOK_PHASE);
        market.staff(new ResumeBook(BOOK, 0, "x"));
        refused(RejectReason.WRONG_BOOK_PHASE);
        market.staff(new StartTradingDay(BOOK, TradingDay.OPEN_END, "x"));
        refused(RejectReason.DAY_RUNS);
        market.at(5).staff(new CallBook(BOOK, time(5), "x"));
        refused(RejectReason.CROSS_TIME_PAST);
        market.staff(new CallBook(BOOK, 0, "x")).staff(new CallBook(BOOK, 0, "x"));
        refused(RejectReason.WRONG_BOOK_PHASE);
        market.staff(new HaltBook(BOOK, "x")).staff(new HaltBook(BOOK, "x"));
        refused(RejectReason.WRONG_BOOK_PHASE);
        market.staff(new CloseBook(BOOK, "x")).staff(new CloseBook(BOOK, "x"));
        refused(RejectReason.WRONG_BOOK_PHASE);
        market.staff(new StartTradingDay(BOOK, new TradingDay(0, time(5), 0, 0), "x"));
        refused(RejectReason.BAD_TRADING_DAY);
        market.staff(new CallBook(99, 0, "x"));
        refused(RejectReason.BOOK_UNKNOWN);
    }

    @Test
    void resumesThroughACallWhereOrdersCross() {
        market.staff(open()).staff(new CallBook(BOOK, 0, "x"));
        market.by(ALICE, buy(1_000, 1)).by(BOB, sell(1_000, 1)).staff(new HaltBook(BOOK, "x"));
        market.staff(new ResumeBook(BOOK, 0, "x"));
        refused(RejectReason.BOOK_CROSSED);
        market.staff(new ResumeBook(BOOK, time(9), "x")).expectAccepted();
        market.at(9).tick();
        assertEquals(1, market.events(OrdersTraded.class).size());
    }

    @Test
    void beginsACallWhereATradeWouldLeaveTheBandAndEndsItInTime() {
        market.staff(open(BOOK, terms(1_000, Duration.ZERO, false), TradingDay.OPEN_END));
        market.by(BOB, sell(1_050, 1)).by(BOB, sell(1_200, 1)).at(1).by(ALICE, buy(1_200, 2));
        assertEquals(1, market.events(OrdersTraded.class).size());
        expectPhase(BookPhase.CALL, BookPhaseCause.VOLATILITY, time(61));
        assertEquals(new Money(1_200), phase().price());
        market.at(61).tick();
        assertEquals(new Money(1_200), market.events(OrdersTraded.class).get(0).price());
        expectPhase(BookPhase.CONTINUOUS, BookPhaseCause.CROSSED, 0);
    }

    private void tradesOnceAt(long price) {
        assertEquals(new Money(price), market.events(OrdersTraded.class).get(0).price());
    }

    private void opensWithBand(TradingDay day) {
        market.staff(open(BOOK, terms(1_000, Duration.ZERO, false), day));
    }

    /** Xetra Market Model Equities 10.1: an auction whose price lies outside the range goes on for a limited time. */
    @Test
    void anOpeningCallOutsideTheBandGoesOnOnceAndThenCrosses() {
        opensWithBand(new TradingDay(0, time(10), 0, 0));
        market.by(BOB, sell(1_200, 2)).by(ALICE, buy(1_200, 2)).at(10).tick();
        expectPhase(BookPhase.CALL, BookPhaseCause.VOLATILITY, time(70));
        assertEquals(new Money(1_200), phase().price());
        assertEquals(List.of(), market.events(OrdersTraded.class));
        market.at(69).tick();
        assertEquals(List.of(), market.events(OrdersTraded.class));
        market.at(70).tick();
        tradesOnceAt(1_200);
        expectPhase(BookPhase.CONTINUOUS, BookPhaseCause.CROSSED, 0);
    }

    /** What comes in while it goes on counts: here the price comes back into the band. */
    @Test
    void whoeverAnswersWhileACallGoesOnTakesPartInIt() {
        opensWithBand(new TradingDay(0, time(10), 0, 0));
        market.by(BOB, sell(1_050, 1)).by(ALICE, buy(1_200, 2)).by(BOB, sell(1_200, 1));
        market.at(10).tick();
        expectPhase(BookPhase.CALL, BookPhaseCause.VOLATILITY, time(70));
        market.at(30).by(CAROL, sell(1_050, 5)).at(70).tick();
        tradesOnceAt(1_050);
    }

    @Test
    void aCallInsideTheBandCrossesInTime() {
        opensWithBand(new TradingDay(0, time(10), 0, 0));
        market.by(BOB, sell(1_100, 2)).by(ALICE, buy(1_100, 2)).at(10).tick();
        tradesOnceAt(1_100);
        expectPhase(BookPhase.CONTINUOUS, BookPhaseCause.CROSSED, 0);
    }

    /** The day closes with its closing call, however long that takes. */
    @Test
    void aClosingCallThatGoesOnTakesTheCloseAlong() {
        opensWithBand(new TradingDay(0, 0, time(10), time(20)));
        market.at(10)
                .tick()
                .by(BOB, sell(1_200, 2))
                .by(ALICE, buy(1_200, 2))
                .at(20)
                .tick();
        expectPhase(BookPhase.CALL, BookPhaseCause.VOLATILITY, time(80));
        market.at(80).tick();
        tradesOnceAt(1_200);
        expectPhase(BookPhase.CLOSED, BookPhaseCause.CROSSED, 0);
    }

    /** Any other call ends with the day at the latest. */
    @Test
    void aCallTheStaffBeganGoesOnNoLongerThanTheDay() {
        opensWithBand(new TradingDay(0, 0, 0, time(30)));
        market.staff(new CallBook(BOOK, time(10), "x"));
        market.by(BOB, sell(1_200, 2)).by(ALICE, buy(1_200, 2)).at(10).tick();
        expectPhase(BookPhase.CALL, BookPhaseCause.VOLATILITY, time(30));
        market.at(30).tick();
        tradesOnceAt(1_200);
        expectPhase(BookPhase.CLOSED, BookPhaseCause.CROSSED, 0);
    }

    /** Who crosses at once has seen the price. */
    @Test
    void theStaffsOwnCrossIsNotPutOff() {
        opensWithBand(TradingDay.OPEN_END);
        market.staff(new CallBook(BOOK, time(10), "x"));
        market.by(BOB, sell(1_200, 2)).by(ALICE, buy(1_200, 2)).staff(new CrossBook(BOOK, "seen"));
        tradesOnceAt(1_200);
    }

    /** Without a reference there is no band, and nothing to leave. */
    @Test
    void aFirstCallWithoutAReferenceCrossesWhereverItsPriceIs() {
        market.staff(new OpenBook(
                BOOK,
                "POOL",
                BookFixture.TITLE,
                terms(1_000, Duration.ZERO, false),
                Money.ZERO,
                new TradingDay(0, time(10), 0, 0),
                "admitted"));
        market.by(BOB, sell(9_000, 2)).by(ALICE, buy(9_000, 2)).at(10).tick();
        tradesOnceAt(9_000);
    }

    /** Journals of the first behaviour replay as they were: a call crossed in time, whatever its price. */
    @Test
    void theFirstBehaviourCrossedOutsideTheBandToo() {
        MarketFixture first = BookFixture.venue(Behaviour.FIRST);
        first.staff(open(BOOK, terms(1_000, Duration.ZERO, false), new TradingDay(0, time(10), 0, 0)));
        first.by(BOB, sell(1_200, 2)).by(ALICE, buy(1_200, 2)).at(10).tick();
        assertEquals(1, first.events(OrdersTraded.class).size());
    }

    @Test
    void tellsAtMostOnceAnIntervalWhatACallWouldCrossAt() {
        market.staff(open()).staff(new CallBook(BOOK, 0, "x"));
        int told = market.events(CallIndicated.class).size();
        for (int i = 0; i < 50; i++) {
            market.atMicros(time(0) + i * 10_000L).by(ALICE, buy(1_000, 1));
            told += market.events(CallIndicated.class).size();
        }
        assertEquals(1, told);
        market.at(1).tick();
        assertEquals(List.of(new CallIndicated(BOOK, Money.ZERO, 0, 0)), market.last());
        market.at(100).tick().expect();
    }

    /** A book without a reference price whose opening call runs at once and crosses at second 10. */
    private static OpenBook callWithoutReference() {
        return new OpenBook(
                BOOK,
                "POOL",
                BookFixture.TITLE,
                terms(0, Duration.ZERO, false),
                Money.ZERO,
                new TradingDay(0, time(10), 0, 0),
                "x");
    }

    @Test
    void goesOnWithoutAnEndWhereMarketOrdersHaveNoPrice() {
        market.staff(callWithoutReference());
        market.by(ALICE, atMarket(Side.BUY)).by(BOB, atMarket(Side.SELL)).at(10).tick();
        expectPhase(BookPhase.CALL, BookPhaseCause.NO_PRICE, 0);
        market.at(11).staff(new CrossBook(BOOK, "x"));
        refused(RejectReason.NO_PRICE);
        market.by(BOB, sell(1_000, 1)).staff(new CrossBook(BOOK, "x")).expectAccepted();
    }

    /** Alice's limit gave market orders a price, which was told, and is cancelled half a second before the cross. */
    private static MarketFixture losesItsPrice(MarketFixture market) {
        market.staff(callWithoutReference());
        market.by(ALICE, atMarket(Side.BUY)).by(BOB, atMarket(Side.SELL)).by(ALICE, buy(1_000, 1));
        long limit = market.market().sequence();
        market.at(1).tick();
        assertEquals(List.of(new CallIndicated(BOOK, new Money(1_000), 1, 1)), market.last());
        market.atMicros(time(9) + 300_000).by(CAROL, buy(500, 1));
        return market.atMicros(time(9) + 500_000)
                .by(ALICE, new CancelOrder(BOOK, 0, limit))
                .by(CAROL, new CancelOrders(BOOK, 0))
                .at(10)
                .tick();
    }

    @Test
    void tellsThatNothingWouldTradeInACallThatGoesOnWithoutAPrice() {
        losesItsPrice(market);
        expectPhase(BookPhase.CALL, BookPhaseCause.NO_PRICE, 0);
        assertEquals(List.of(new CallIndicated(BOOK, Money.ZERO, 0, 0)), market.events(CallIndicated.class));
        market.at(100).tick().expect();
    }

    @Test
    void before7ItWentOnWithThePriceToldLast() {
        MarketFixture before = losesItsPrice(BookFixture.venue(Behaviour.PRICELESS_CALLS_TOLD.since() - 1));
        assertEquals(List.of(), before.events(CallIndicated.class));
        before.at(100).tick().expect();
    }

    private static PlaceOrder atMarket(Side side) {
        return new PlaceOrder(
                BOOK, 0, side, OrderType.MARKET, null, 1, TimeInForce.GTC, 0, false, SelfTrade.ALLOWED, false);
    }

    @Test
    void comesBackFromAnOutageThroughACallOrStaysHalted() {
        market.staff(open(BOOK, terms(0, MINUTE, false), TradingDay.OPEN_END)).by(ALICE, buy(1_000, 1));
        market.at(100).nodeStarts();
        expectPhase(BookPhase.CALL, BookPhaseCause.OUTAGE, time(160));
        MarketFixture other = BookFixture.venue().staff(open()).at(100).nodeStarts();
        assertEquals(BookPhase.HALTED, other.events(BookPhaseBegun.class).get(0).phase());
    }

    @Test
    void missesNoCloseOverAnOutage() {
        market.staff(open(BOOK, terms(0, MINUTE, false), new TradingDay(0, 0, time(40), time(50))));
        market.by(ALICE, order(Side.BUY, 1_000, 1, TimeInForce.DAY)).at(100).nodeStarts();
        assertEquals(BookPhase.CLOSED, phase().phase());
        assertEquals(1, market.events(OrderEnded.class).size());
    }

    /** The opening call, the closing call and the close fall into the outage: nobody could answer the price of a cross. */
    private MarketFixture awayOverTheClosingCall(MarketFixture venue) {
        venue.staff(open(BOOK, terms(0, MINUTE, false), new TradingDay(0, time(10), time(40), time(50))));
        return venue.by(BOB, sell(1_000, 1)).by(ALICE, buy(1_000, 1)).at(100).nodeStarts();
    }

    @Test
    void crossesNothingAtACloseThatAnOutageDelayedWithItsClosingCall() {
        awayOverTheClosingCall(market);
        assertEquals(BookPhase.CLOSED, phase().phase());
        assertEquals(List.of(), market.events(OrdersTraded.class));
        assertEquals(List.of(), market.events(BookCrossed.class));
    }

    /** Journals of the first behaviour replay as they were. */
    @Test
    void theFirstBehaviourCrossedThere() {
        MarketFixture first = awayOverTheClosingCall(BookFixture.venue(Behaviour.FIRST));
        assertEquals(1, first.events(OrdersTraded.class).size());
    }

    @Test
    void haltsABookInWhichSomethingBreaksAndNothingElse() {
        market.staff(open()).staff(open(8, terms(0, Duration.ZERO, false), TradingDay.OPEN_END));
        OrderFields broken = new OrderFields().begin(OrderFields.Kind.PLACE, BOOK, 0, 0, 1_000, 1);
        broken.terms(Side.BUY, OrderType.LIMIT, null, 0, SelfTrade.ALLOWED);
        Request request = new Request()
                .begin(market.market().sequence() + 1, time(1), ALICE, 0, 0)
                .from(Role.BIDDER, Channel.ONLINE);
        EventList events = new EventList();
        market.market().order(request, broken, events);
        assertEquals(RejectReason.INTERNAL, request.reason());
        BookPhaseBegun halted = (BookPhaseBegun) events.take().get(0);
        assertEquals(BookPhase.HALTED, halted.phase());
        assertEquals(BookPhaseCause.FAULT, halted.cause());
        market.at(2).by(ALICE, buy(1_000, 1)).expectRefused(RejectReason.BOOK_HALTED);
        market.by(ALICE, order(8, Side.BUY, 1_000, 1, TimeInForce.GTC, false)).expectAccepted();
    }
}
