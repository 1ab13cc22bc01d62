package org.gavel.exchange.engine.trading;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.trading.BookFixture.BOOK;
import static org.gavel.exchange.engine.trading.BookFixture.buy;
import static org.gavel.exchange.engine.trading.BookFixture.open;
import static org.gavel.exchange.engine.trading.BookFixture.order;
import static org.gavel.exchange.engine.trading.BookFixture.sell;
import static org.gavel.exchange.engine.trading.BookFixture.terms;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.CallBook;
import org.gavel.protocol.command.CloseBook;
import org.gavel.protocol.command.CrossBook;
import org.gavel.protocol.command.HaltBook;
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
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.TimeInForce;
import org.gavel.protocol.value.TradingDay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The last call of a day, with a band of 10 % around 1000 and volatility calls of a minute: the day ends with it. */
class ClosingCallTest {
    private static final TradingDay DAY = new TradingDay(0, 0, time(40), time(50));
    private static final int BEFORE = Behaviour.CLOSING_CALLS_CLOSE.since() - 1;

    private MarketFixture market = venue(Behaviour.NEWEST, DAY);

    private static MarketFixture venue(int behaviour, TradingDay day) {
        return venue(behaviour, day, Duration.ZERO);
    }

    private static MarketFixture venue(int behaviour, TradingDay day, Duration outageCall) {
        return BookFixture.venue(behaviour).staff(open(BOOK, terms(1_000, outageCall, false), day));
    }

    @AfterEach
    void replaysToTheSame() {
        MarketFixture again = market.replayed();
        assertEquals(market.history(), again.history());
        assertArrayEquals(market.stateHash(), again.stateHash());
    }

    private void expectPhase(BookPhase phase, BookPhaseCause cause, long until) {
        List<BookPhaseBegun> begun = market.events(BookPhaseBegun.class);
        BookPhaseBegun last = begun.get(begun.size() - 1);
        assertEquals(new BookPhaseBegun(BOOK, phase, cause, last.price(), until, last.reason()), last);
    }

    private void ordersMeetAt(long price) {
        market.by(BOB, sell(price, 2)).by(ALICE, buy(price, 2)).expectAccepted();
    }

    private int trades() {
        return market.events(OrdersTraded.class).size();
    }

    @Test
    void whoeverCrossesItClosesTheDay() {
        market.at(30).by(ALICE, order(Side.BUY, 900, 1, TimeInForce.DAY)).at(40).tick();
        ordersMeetAt(1_000);
        market.at(45).staff(new CrossBook(BOOK, "early"));
        assertEquals(1, trades());
        assertEquals(1, market.events(OrderEnded.class).size(), "what was good for the day");
        expectPhase(BookPhase.CLOSED, BookPhaseCause.CROSSED, 0);
        assertEquals("early", market.events(BookPhaseBegun.class).get(0).reason());
        market.by(ALICE, buy(1_000, 1)).expectRefused(RejectReason.BOOK_CLOSED);
        market.at(50).tick().expect();
        market.staff(new StartTradingDay(BOOK, TradingDay.OPEN_END, "next")).expectAccepted();
        market.staff(new CallBook(BOOK, 0, "x")).staff(new CrossBook(BOOK, "no closing call any more"));
        expectPhase(BookPhase.CONTINUOUS, BookPhaseCause.CROSSED, 0);
    }

    @Test
    void whoeverCrossesItWhileItGoesOnBeyondTheCloseClosesTheDay() {
        market.at(40).tick();
        ordersMeetAt(1_200);
        market.at(50).tick();
        expectPhase(BookPhase.CALL, BookPhaseCause.VOLATILITY, time(110));
        market.at(60).staff(new CrossBook(BOOK, "seen"));
        assertEquals(1, trades());
        expectPhase(BookPhase.CLOSED, BookPhaseCause.CROSSED, 0);
    }

    @Test
    void crossingAnyOtherCallReopensTheBook() {
        market.staff(new CallBook(BOOK, time(30), "x")).staff(new CrossBook(BOOK, "x"));
        expectPhase(BookPhase.CONTINUOUS, BookPhaseCause.CROSSED, time(40));
    }

    @Test
    void before7TheStaffsCrossReopenedTheBook() {
        market = venue(BEFORE, DAY).at(40).tick();
        market.at(45).staff(new CrossBook(BOOK, "early"));
        expectPhase(BookPhase.CONTINUOUS, BookPhaseCause.CROSSED, time(50));
    }

    private void crossesAtTheClose() {
        assertEquals(1, market.events(BookCrossed.class).size());
        assertEquals(1, trades());
        expectPhase(BookPhase.CLOSED, BookPhaseCause.CROSSED, 0);
    }

    @Test
    void aCallOfTheStaffUntilTheCloseIsNotPutOffBeyondIt() {
        market = venue(Behaviour.NEWEST, new TradingDay(0, 0, 0, time(50)));
        market.staff(new CallBook(BOOK, time(50), "x"));
        ordersMeetAt(1_200);
        market.at(50).tick();
        crossesAtTheClose();
    }

    @Test
    void theCallAfterAnOutageIsNotPutOffBeyondTheCloseEither() {
        market = venue(Behaviour.NEWEST, new TradingDay(0, 0, 0, time(50)), Duration.ofSeconds(60));
        market.at(30).nodeStarts();
        expectPhase(BookPhase.CALL, BookPhaseCause.OUTAGE, time(50));
        ordersMeetAt(1_200);
        market.at(50).tick();
        crossesAtTheClose();
    }

    /** It is still the closing call: the close waits for it. */
    @Test
    void theClosingCallAfterAnOutageTakesTheCloseAlong() {
        market = venue(Behaviour.NEWEST, DAY, Duration.ofSeconds(60)).at(40).tick();
        ordersMeetAt(1_200);
        market.at(45).nodeStarts();
        expectPhase(BookPhase.CALL, BookPhaseCause.OUTAGE, time(50));
        market.at(50).tick();
        expectPhase(BookPhase.CALL, BookPhaseCause.VOLATILITY, time(110));
        market.at(110).tick();
        crossesAtTheClose();
    }

    @Test
    void before7AnyCallUntilTheCloseWasPutOff() {
        market = venue(BEFORE, new TradingDay(0, 0, 0, time(50)));
        market.staff(new CallBook(BOOK, time(50), "x"));
        ordersMeetAt(1_200);
        market.at(50).tick();
        expectPhase(BookPhase.CALL, BookPhaseCause.VOLATILITY, time(110));
        assertEquals(0, trades());
    }

    private void haltedOverItsBegin() {
        market.at(30).by(BOB, sell(1_000, 2)).staff(new HaltBook(BOOK, "x"));
        market.at(40).tick().expect();
    }

    private void closesWithACall() {
        expectPhase(BookPhase.CALL, BookPhaseCause.STAFF, time(50));
        assertEquals(1, market.events(CallIndicated.class).size());
        market.by(ALICE, buy(1_000, 2)).expectAccepted();
        assertEquals(0, trades());
        market.at(50).tick();
        crossesAtTheClose();
    }

    @Test
    void aBookResumedAfterItWasDueComesBackIntoIt() {
        haltedOverItsBegin();
        market.at(45).staff(new ResumeBook(BOOK, 0, "over"));
        closesWithACall();
    }

    @Test
    void aBookHaltedInItComesBackIntoItThoughOrdersCross() {
        market.at(40).tick().by(BOB, sell(1_000, 2)).by(ALICE, buy(1_000, 1)).staff(new HaltBook(BOOK, "x"));
        market.at(45).staff(new ResumeBook(BOOK, 0, "over"));
        expectPhase(BookPhase.CALL, BookPhaseCause.STAFF, time(50));
        market.at(50).tick();
        crossesAtTheClose();
    }

    /** It takes over from any call that would run. */
    @Test
    void noOtherCallBeginsAfterItWasDue() {
        haltedOverItsBegin();
        market.at(45).staff(new ResumeBook(BOOK, time(47), "over"));
        closesWithACall();
        market = venue(Behaviour.NEWEST, DAY);
        haltedOverItsBegin();
        market.at(45).staff(new CallBook(BOOK, 0, "over"));
        closesWithACall();
    }

    @Test
    void aBookHaltedByAnOutageOverItsBeginComesBackIntoIt() {
        market.at(30).by(BOB, sell(1_000, 2)).at(42).nodeStarts();
        expectPhase(BookPhase.HALTED, BookPhaseCause.OUTAGE, 0);
        market.at(45).staff(new ResumeBook(BOOK, 0, "over"));
        closesWithACall();
    }

    @Test
    void aDayThatIsClosedOwesNoClosingCallToTheNext() {
        haltedOverItsBegin();
        market.staff(new CloseBook(BOOK, "x")).staff(new StartTradingDay(BOOK, TradingDay.OPEN_END, "next"));
        market.staff(new HaltBook(BOOK, "x")).staff(new ResumeBook(BOOK, 0, "x"));
        expectPhase(BookPhase.CONTINUOUS, BookPhaseCause.STAFF, 0);
    }

    @Test
    void before7AHaltedBookLostItsClosingCall() {
        market = venue(BEFORE, DAY);
        haltedOverItsBegin();
        market.at(45).staff(new ResumeBook(BOOK, 0, "over"));
        expectPhase(BookPhase.CONTINUOUS, BookPhaseCause.STAFF, time(50));
    }
}
