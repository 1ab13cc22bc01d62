package org.gavel.exchange.engine.trading;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.trading.BookFixture.BOOK;
import static org.gavel.exchange.engine.trading.BookFixture.buy;
import static org.gavel.exchange.engine.trading.BookFixture.open;
import static org.gavel.exchange.engine.trading.BookFixture.order;
import static org.gavel.exchange.engine.trading.BookFixture.sell;
import static org.gavel.exchange.engine.trading.BookFixture.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.Submission;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.AmendOrder;
import org.gavel.protocol.command.CancelOrder;
import org.gavel.protocol.command.CancelOrders;
import org.gavel.protocol.command.HaltBook;
import org.gavel.protocol.command.MoveOrder;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.PlaceOrder;
import org.gavel.protocol.command.ReduceOrder;
import org.gavel.protocol.command.ReportDisconnect;
import org.gavel.protocol.command.WithdrawDeposit;
import org.gavel.protocol.event.AnswerRepeated;
import org.gavel.protocol.event.BookEvent;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.Ending;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.Faces;
import org.gavel.protocol.event.OrderAccepted;
import org.gavel.protocol.event.OrderEnded;
import org.gavel.protocol.event.OrderFilled;
import org.gavel.protocol.event.OrdersTraded;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.AdmissionState;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Residence;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.TimeInForce;
import org.gavel.protocol.value.TradingDay;
import org.junit.jupiter.api.Test;

class OrderEntryTest {
    private final MarketFixture market = BookFixture.venue().staff(open());

    private void refused(RejectReason reason, long detail) {
        market.expectRefused(reason, detail).expectNothingChanged();
    }

    @Test
    void numbersAnOrderByTheSequenceOfItsCommand() {
        market.by(ALICE, buy(1_000, 5));
        assertEquals(
                market.request().sequence(),
                market.events(OrderAccepted.class).get(0).order());
    }

    @Test
    void refusesWhatIsWrongWithAnOrderAndChangesNothing() {
        market.by(ALICE, order(99, Side.BUY, 1_000, 1, TimeInForce.GTC, false));
        refused(RejectReason.BOOK_UNKNOWN, 0);
        market.by(999, buy(1_000, 1));
        refused(RejectReason.PARTICIPANT_UNKNOWN, 0);
        market.by(ALICE, buy(1_005, 1));
        refused(RejectReason.OFF_TICK, 10);
        market.by(ALICE, buy(100_010, 1));
        refused(RejectReason.PRICE_TOO_HIGH, 100_000);
        market.by(ALICE, buy(1, 1));
        refused(RejectReason.PRICE_TOO_LOW, 10);
        market.by(ALICE, buy(1_000, PlaceOrder.MAX_QUANTITY + 1));
        refused(RejectReason.QUANTITY_TOO_BIG, PlaceOrder.MAX_QUANTITY);
        market.by(ALICE, buy(1_000, PlaceOrder.MAX_QUANTITY));
        refused(RejectReason.ORDER_TOO_BIG, Money.MAX_FEN);
        market.by(ALICE, buy(100_000, 100_001));
        refused(RejectReason.MONEY_INSUFFICIENT, MarketFixture.WEALTH.fen());
        market.by(ALICE, sell(1_000, 1_001));
        refused(RejectReason.UNITS_INSUFFICIENT, 1_000);
        market.by(ALICE, new CancelOrder(BOOK, BOB, 1));
        refused(RejectReason.NOT_YOUR_ACCOUNT, 0);
        market.by(ALICE, new CancelOrder(BOOK, 0, 4_711));
        refused(RejectReason.ORDER_UNKNOWN, 0);
    }

    @Test
    void refusesWhatComesTooLateForAnOrder() {
        market.by(ALICE, sell(1_000, 5));
        long order = market.request().sequence();
        market.by(BOB, new CancelOrder(BOOK, 0, order));
        refused(RejectReason.ORDER_UNKNOWN, 0);
        market.by(BOB, buy(1_000, 5));
        market.by(ALICE, new AmendOrder(BOOK, 0, order, new Money(990), 5));
        refused(RejectReason.ORDER_UNKNOWN, 0);
        market.by(ALICE, new MoveOrder(BOOK, 0, order, new Money(990)));
        refused(RejectReason.ORDER_UNKNOWN, 0);
        market.by(ALICE, new ReduceOrder(BOOK, 0, order, 1));
        refused(RejectReason.ORDER_UNKNOWN, 0);
    }

    @Test
    void takesBackButTakesNothingWhileHalted() {
        market.by(ALICE, sell(1_000, 5));
        long order = market.request().sequence();
        market.staff(new HaltBook(BOOK, "news")).by(BOB, buy(1_000, 5));
        refused(RejectReason.BOOK_HALTED, 0);
        market.by(ALICE, new MoveOrder(BOOK, 0, order, new Money(990)));
        refused(RejectReason.BOOK_HALTED, 0);
        market.by(ALICE, new ReduceOrder(BOOK, 0, order, 2)).expectAccepted();
        market.by(ALICE, new CancelOrder(BOOK, 0, order)).expectAccepted();
    }

    @Test
    void answersTheSameOrderTheSameAndAnotherOneNot() {
        market.cid("o1").by(ALICE, buy(1_000, 5));
        long order = market.request().sequence();
        market.cid("o1").by(ALICE, buy(1_000, 5));
        assertTrue(market.request().isRepeated());
        assertEquals(order, market.events(AnswerRepeated.class).get(0).original());
        market.cid("o1").by(ALICE, buy(1_000, 6)).expectRefused(RejectReason.CID_CONFLICT, order);
        market.cid("o1").by(ALICE, sell(1_000, 5)).expectRefused(RejectReason.CID_CONFLICT, order);
        assertEquals(0, market.events(OrderAccepted.class).size());
    }

    @Test
    void holdsTheLimitAndFreesWhatABetterPriceLeaves() {
        market.by(BOB, sell(900, 5)).by(ALICE, buy(1_000, 8));
        assertEquals(new Money(8_000), market.events(OrderAccepted.class).get(0).held());
        OrdersTraded trade = market.events(OrdersTraded.class).get(0);
        assertEquals(new Money(4_500), trade.amount());
        assertEquals(new Money(500), trade.released());
        long free = MarketFixture.WEALTH.fen() - 4_500 - 3_000;
        market.staff(new WithdrawDeposit(ALICE, new Money(free + 1), "bank"))
                .expectRefused(RejectReason.FUNDS_INSUFFICIENT, free);
        market.by(ALICE, sell(5_000, 1_005)).expectAccepted();
        market.by(BOB, sell(5_000, 996)).expectRefused(RejectReason.UNITS_INSUFFICIENT, 995);
    }

    @Test
    void letsNobodyTradeWhomTheVenueDoesNotAdmit() {
        market.staff(open(8, terms(0, Duration.ZERO, true), TradingDay.OPEN_END));
        market.by(CAROL, order(8, Side.BUY, 1_000, 1, TimeInForce.GTC, false));
        refused(RejectReason.NOT_VERIFIED, 0);
        market.decide(CAROL, AdmissionState.VERIFIED).by(CAROL, order(8, Side.BUY, 1_000, 1, TimeInForce.GTC, false));
        market.expectAccepted();
        long order = market.request().sequence();
        market.decide(CAROL, AdmissionState.SUSPENDED).by(CAROL, buy(1_000, 1));
        refused(RejectReason.PARTICIPANT_SUSPENDED, 0);
        market.by(CAROL, new MoveOrder(8, 0, order, new Money(990)));
        refused(RejectReason.PARTICIPANT_SUSPENDED, 0);
        market.by(CAROL, new CancelOrder(8, 0, order)).expectAccepted();
        market.decide(CAROL, AdmissionState.BARRED).by(CAROL, buy(1_000, 1));
        refused(RejectReason.PARTICIPANT_BARRED, 0);
        market.describe(BOB, "", Residence.MAINLAND, true).by(BOB, buy(1_000, 1));
        refused(RejectReason.STAFF_BID, 0);
    }

    @Test
    void namesNoParticipantInPublic() {
        market.by(BOB, sell(900, 5)).by(ALICE, buy(1_000, 8)).by(ALICE, new CancelOrders(0, 0));
        for (List<Event> events : market.history()) {
            for (Event event : events) {
                if (event instanceof BookEvent) {
                    ObjectNode seen = JsonCodec.tree(event, Faces.Public.class);
                    for (String hidden : List.of("participant", "buyer", "seller", "cid", "held", "released")) {
                        assertFalse(seen.has(hidden), seen.toString());
                    }
                }
            }
        }
    }

    @Test
    void tellsEachSideItsOwnPartOfATrade() {
        market.by(BOB, sell(900, 5)).by(ALICE, buy(1_000, 8));
        OrdersTraded trade = market.events(OrdersTraded.class).get(0);
        OrderFilled buyer = trade.toBuyer();
        OrderFilled seller = trade.toSeller();
        assertEquals(ALICE, buyer.participant());
        assertEquals(new Money(500), buyer.released());
        assertEquals(BOB, seller.participant());
        assertEquals(Money.ZERO, seller.released());
        assertEquals(trade.sellOrder(), seller.order());
    }

    @Test
    void cancelsAllOfAParticipantBookByBook() {
        market.staff(open(3, terms(0, Duration.ZERO, false), TradingDay.OPEN_END));
        market.by(ALICE, buy(1_000, 1)).by(BOB, buy(1_000, 1)).by(ALICE, buy(990, 1));
        market.by(ALICE, order(3, Side.BUY, 990, 2, TimeInForce.GTC, false));
        market.by(ALICE, new CancelOrders(0, 0));
        assertEquals(
                List.of(3, BOOK, BOOK),
                market.events(OrderEnded.class).stream().map(OrderEnded::book).toList());
        market.by(ALICE, new CancelOrders(0, 0)).expect();
        market.by(ALICE, new CancelOrders(99, 0));
        refused(RejectReason.BOOK_UNKNOWN, 0);
    }

    private MarketFixture through(long session, int participant, PlaceOrder order) {
        Origin origin = new Origin(participant, 0, ClientId.NONE, session, 0, 0, Role.BIDDER, Channel.ONLINE);
        return market.apply(new Submission(MarketFixture.time(1), origin, order));
    }

    @Test
    void cancelsOnDisconnectWhatCameThroughThatConnectionAndAskedForIt() {
        through(5, ALICE, order(BOOK, Side.BUY, 1_000, 1, TimeInForce.GTC, true));
        long asked = market.request().sequence();
        through(5, ALICE, order(BOOK, Side.BUY, 1_000, 2, TimeInForce.GTC, false));
        through(6, ALICE, order(BOOK, Side.BUY, 1_000, 3, TimeInForce.GTC, true));
        through(5, BOB, order(BOOK, Side.BUY, 1_000, 4, TimeInForce.GTC, true));
        market.at(2).system(new ReportDisconnect(ALICE, 5));
        assertEquals(
                List.of(asked),
                market.events(OrderEnded.class).stream().map(OrderEnded::order).toList());
        market.system(new ReportDisconnect(ALICE, 5)).expect();
        market.by(ALICE, buy(1_000, 1)).expectAccepted();
        assertEquals(0, market.events(CommandRejected.class).size());
    }

    @Test
    void aStartEndsWhatWasToEndWithItsConnectionWhateverThePhaseOfTheBook() {
        through(5, ALICE, order(BOOK, Side.BUY, 1_000, 1, TimeInForce.GTC, true));
        long first = market.request().sequence();
        through(6, ALICE, order(BOOK, Side.BUY, 1_000, 2, TimeInForce.GTC, false));
        through(7, BOB, order(BOOK, Side.BUY, 1_100, 3, TimeInForce.GTC, true));
        long second = market.request().sequence();
        market.at(1).staff(new HaltBook(BOOK, "a question to the seller"));
        market.at(2).nodeStarts();
        List<OrderEnded> ended = market.events(OrderEnded.class);
        assertEquals(
                List.of(second, first), ended.stream().map(OrderEnded::order).toList());
        assertEquals(
                Set.of(Ending.DISCONNECTED),
                ended.stream().map(OrderEnded::cause).collect(Collectors.toSet()));
        market.at(3).nodeStarts();
        assertEquals(List.of(), market.events(OrderEnded.class));
    }
}
