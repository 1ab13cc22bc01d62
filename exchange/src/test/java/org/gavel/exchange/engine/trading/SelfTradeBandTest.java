package org.gavel.exchange.engine.trading;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.trading.BookFixture.BOOK;
import static org.gavel.exchange.engine.trading.BookFixture.open;
import static org.gavel.exchange.engine.trading.BookFixture.sell;
import static org.gavel.exchange.engine.trading.BookFixture.terms;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.PlaceOrder;
import org.gavel.protocol.event.BookPhaseBegun;
import org.gavel.protocol.event.Ending;
import org.gavel.protocol.event.OrderEnded;
import org.gavel.protocol.event.OrdersTraded;
import org.gavel.protocol.value.BookPhase;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OrderType;
import org.gavel.protocol.value.SelfTrade;
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.TimeInForce;
import org.gavel.protocol.value.TradingDay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A band of 10 % around 1000 judges trades; whoever would only meet themself beyond it does not begin a call. */
class SelfTradeBandTest {
    private MarketFixture market = venue(Behaviour.NEWEST);

    private static MarketFixture venue(int behaviour) {
        return BookFixture.venue(behaviour)
                .staff(open(BOOK, terms(1_000, Duration.ZERO, false), TradingDay.OPEN_END))
                .at(1);
    }

    @AfterEach
    void replaysToTheSame() {
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    private static PlaceOrder buys(long price, long quantity, TimeInForce force, SelfTrade selfTrade) {
        return new PlaceOrder(
                BOOK, 0, Side.BUY, OrderType.LIMIT, new Money(price), quantity, force, 0, false, selfTrade, false);
    }

    private long ended() {
        return market.events(OrderEnded.class).stream()
                .filter(each -> each.cause() == Ending.SELF_TRADE)
                .count();
    }

    @ParameterizedTest
    @CsvSource({"CANCEL_NEWEST, 1", "CANCEL_OLDEST, 1", "CANCEL_BOTH, 2"})
    void anOwnOrderBeyondTheBandIsEndedWithoutACall(SelfTrade selfTrade, int endings) {
        market.by(ALICE, sell(1_200, 2)).by(ALICE, buys(1_200, 2, TimeInForce.GTC, selfTrade));
        assertEquals(endings, ended());
        assertEquals(List.of(), market.events(BookPhaseBegun.class));
        assertEquals(List.of(), market.events(OrdersTraded.class));
    }

    /** Behind the own order stands another's: that would be a trade. */
    @ParameterizedTest
    @EnumSource(
            value = TimeInForce.class,
            names = {"GTC", "IOC"})
    void anothersOrderBehindItStillBeginsACallUnlessTheOrderMayNotRest(TimeInForce force) {
        market.by(ALICE, sell(1_200, 2))
                .by(BOB, sell(1_200, 2))
                .by(ALICE, buys(1_200, 2, force, SelfTrade.CANCEL_OLDEST));
        assertEquals(1, ended());
        assertEquals(
                force == TimeInForce.GTC ? List.of(BookPhase.CALL) : List.of(),
                market.events(BookPhaseBegun.class).stream()
                        .map(BookPhaseBegun::phase)
                        .toList());
    }

    /** Alice bids beyond the band and somebody behind her within it. */
    private void bidsBeyondTheBandBefore(int other) {
        market.by(ALICE, buys(1_200, 2, TimeInForce.GTC, SelfTrade.ALLOWED));
        market.by(other, buys(1_000, 2, TimeInForce.GTC, SelfTrade.ALLOWED));
    }

    private void sellsAtOnceOrNot(SelfTrade selfTrade) {
        market.by(
                ALICE,
                new PlaceOrder(
                        BOOK,
                        0,
                        Side.SELL,
                        OrderType.LIMIT,
                        new Money(1_000),
                        2,
                        TimeInForce.FOK,
                        0,
                        false,
                        selfTrade,
                        false));
    }

    private void expect(int trades, Ending... endings) {
        assertEquals(trades, market.events(OrdersTraded.class).size());
        assertEquals(
                List.of(endings),
                market.events(OrderEnded.class).stream().map(OrderEnded::cause).toList());
    }

    @Test
    void fillsOrKillsByWhatTradesNotByAnOwnOrderBeyondTheBandThatIsEnded() {
        bidsBeyondTheBandBefore(BOB);
        sellsAtOnceOrNot(SelfTrade.CANCEL_OLDEST);
        expect(1, Ending.SELF_TRADE);
    }

    /** Where the own order would end the incoming one, or trade with it, nothing behind it can fill it. */
    @ParameterizedTest
    @EnumSource(names = "CANCEL_OLDEST", mode = EnumSource.Mode.EXCLUDE)
    void killsWhatAnOwnOrderKeepsFromFilling(SelfTrade selfTrade) {
        bidsBeyondTheBandBefore(BOB);
        sellsAtOnceOrNot(selfTrade);
        expect(0, Ending.UNFILLABLE);
    }

    @Test
    void killsBeforeAnothersOrderBeyondTheBandBehindTheOwn() {
        market.by(BOB, buys(1_200, 1, TimeInForce.GTC, SelfTrade.ALLOWED));
        bidsBeyondTheBandBefore(BOB);
        sellsAtOnceOrNot(SelfTrade.CANCEL_OLDEST);
        expect(0, Ending.UNFILLABLE);
    }

    @Test
    void killsWhereOnlyOwnOrdersAreLeft() {
        bidsBeyondTheBandBefore(ALICE);
        sellsAtOnceOrNot(SelfTrade.CANCEL_OLDEST);
        expect(0, Ending.UNFILLABLE);
    }

    @Test
    void before7TheBandKilledBeforeAnOwnOrder() {
        market = venue(Behaviour.FILLS_BEHIND_OWN.since() - 1);
        bidsBeyondTheBandBefore(BOB);
        sellsAtOnceOrNot(SelfTrade.CANCEL_OLDEST);
        expect(0, Ending.UNFILLABLE);
    }

    /** Journals of the first behaviour replay as they were: a call began, and in its cross the two traded. */
    @ParameterizedTest
    @EnumSource(names = "ALLOWED", mode = EnumSource.Mode.EXCLUDE)
    void theFirstBehaviourBeganACall(SelfTrade selfTrade) {
        market = venue(Behaviour.FIRST);
        market.by(ALICE, sell(1_200, 2)).by(ALICE, buys(1_200, 2, TimeInForce.GTC, selfTrade));
        assertEquals(1, market.events(BookPhaseBegun.class).size());
        market.atMicros(time(61)).tick();
        assertEquals(1, market.events(OrdersTraded.class).size());
    }
}
