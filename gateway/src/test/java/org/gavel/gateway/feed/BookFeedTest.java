package org.gavel.gateway.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.gavel.gateway.ListFeed;
import org.gavel.gateway.Story;
import org.gavel.gateway.feed.ChannelName.Kind;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.event.BookOpened;
import org.gavel.protocol.event.BookPhaseBegun;
import org.gavel.protocol.event.BookPhaseCause;
import org.gavel.protocol.event.CallIndicated;
import org.gavel.protocol.event.Ending;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.OrderAccepted;
import org.gavel.protocol.event.OrderAmended;
import org.gavel.protocol.event.OrderEnded;
import org.gavel.protocol.event.OrdersTraded;
import org.gavel.protocol.event.Taker;
import org.gavel.protocol.event.TopOfBook;
import org.gavel.protocol.event.UnitsCredited;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.BookPhase;
import org.gavel.protocol.value.BookTerms;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.TimeInForce;
import org.gavel.protocol.value.Title;
import org.junit.jupiter.api.Test;

class BookFeedTest {
    private static final int BOOK = 3;
    private static final int ALICE = 1;
    private static final int BOB = 2;
    private static final ChannelName L1 = new ChannelName(Kind.BOOK, BOOK);
    private static final ChannelName L2 = new ChannelName(Kind.DEPTH, BOOK);
    private static final ChannelName L3 = new ChannelName(Kind.ORDERS, BOOK);

    private final ListFeed feed = new ListFeed();
    private final FeedHub hub = new FeedHub();

    BookFeedTest() {
        BookTerms terms = new BookTerms(new Money(1), new Money(1), new Money(100_000));
        happens(Story.venue());
        happens(new BookOpened(BOOK, "share-a", new Title("", "Units"), terms, Money.ZERO, "opened"));
        happens(Story.credited(ALICE, 10_000));
        happens(new UnitsCredited(BOB, "share-a", 50, 50));
    }

    private void happens(Event... events) {
        feed.add(events);
        hub.on(feed.last());
    }

    private static OrderAccepted order(long number, int owner, Side side, long price, long quantity) {
        Money held = side == Side.BUY ? new Money(price * quantity) : Money.ZERO;
        return new OrderAccepted(
                BOOK,
                number,
                side,
                new Money(price),
                quantity,
                owner,
                TimeInForce.GTC,
                0,
                false,
                held,
                ClientId.parse("o" + number));
    }

    private static OrdersTraded trade(int number, long buy, long sell, long price, long quantity, long released) {
        return new OrdersTraded(
                BOOK,
                number,
                new Money(price),
                quantity,
                buy,
                sell,
                Taker.BUYER,
                ALICE,
                BOB,
                new Money(price * quantity),
                new Money(released));
    }

    private List<ObjectNode> of(ChannelName name, Runnable story) {
        Cursor cursor = hub.attach(name, "", 0, 0).cursor();
        story.run();
        List<ObjectNode> pushes = new ArrayList<>();
        while (cursor.hasNext()) {
            pushes.add(JsonCodec.parse(cursor.take()));
        }
        return pushes;
    }

    private ObjectNode snapshot(ChannelName name) {
        return JsonCodec.parse(hub.attach(name, "", 0, 0).snapshot());
    }

    private static List<String> names(List<ObjectNode> pushes) {
        return pushes.stream().map(push -> push.get("event").textValue()).toList();
    }

    private void anOrderMeetsAnother() {
        happens(order(11, BOB, Side.SELL, 100, 10), new TopOfBook(BOOK, Money.ZERO, 0, new Money(100), 10));
        happens(
                order(12, ALICE, Side.BUY, 110, 4),
                trade(1, 12, 11, 100, 4, 40),
                new TopOfBook(BOOK, Money.ZERO, 0, new Money(100), 6));
    }

    @Test
    void atAGlanceNamesTheBoundOfOpenOrdersWhereThereIsOne() {
        anOrderMeetsAnother();
        assertFalse(snapshot(L1).get("book").has("maxOpenOrders"));
        BookTerms terms = new BookTerms(new Money(1), new Money(1), new Money(100_000));
        happens(new BookOpened(4, "share-b", new Title("", "Bounded"), terms, Money.ZERO, "opened", 5));
        happens(new TopOfBook(4, Money.ZERO, 0, new Money(100), 10));
        ObjectNode bounded = snapshot(new ChannelName(Kind.BOOK, 4));
        assertEquals(5, bounded.get("book").get("maxOpenOrders").intValue());
    }

    @Test
    void atAGlanceShowsNoSingleOrders() {
        List<ObjectNode> pushes = of(L1, this::anOrderMeetsAnother);
        assertEquals(List.of("TopOfBook", "OrdersTraded", "TopOfBook"), names(pushes));
        ObjectNode book = (ObjectNode) snapshot(L1).get("book");
        assertEquals("100", book.get("lastPrice").textValue());
        assertEquals(4, book.get("volume").longValue());
        assertEquals(6, book.get("askQuantity").longValue());
    }

    @Test
    void levelsChangeOnceForEachCommandAndNeverCross() {
        List<ObjectNode> pushes = of(L2, this::anOrderMeetsAnother);
        assertEquals(2, pushes.size());
        assertEquals(
                "[{\"orders\":1,\"price\":\"100\",\"quantity\":10}]",
                pushes.get(0).get("asks").toString());
        assertEquals(
                "[{\"orders\":1,\"price\":\"100\",\"quantity\":6}]",
                pushes.get(1).get("asks").toString());
        assertEquals("[]", pushes.get(1).get("bids").toString(), "what traded at once was never in the book");
        assertEquals(
                "{\"asks\":[{\"orders\":1,\"price\":\"100\",\"quantity\":6}],\"bids\":[],\"book\":3,\"complete\":true}",
                snapshot(L2).toString());
    }

    @Test
    void aLevelThatIsNoMoreHasTheQuantityZero() {
        anOrderMeetsAnother();
        List<ObjectNode> pushes = of(L2, () -> happens(new OrderEnded(BOOK, 11, 6, BOB, Ending.CANCELLED, Money.ZERO)));
        assertEquals(
                "[{\"orders\":0,\"price\":\"100\",\"quantity\":0}]",
                pushes.get(0).get("asks").toString());
    }

    @Test
    void ordersAreToldOneByOneAndNeverWhoseTheyAre() {
        List<ObjectNode> pushes = of(L3, this::anOrderMeetsAnother);
        assertEquals(
                List.of("OrderAccepted", "TopOfBook", "OrderAccepted", "OrdersTraded", "TopOfBook"), names(pushes));
        for (ObjectNode push : pushes) {
            assertFalse(push.has("participant") || push.has("buyer") || push.has("seller") || push.has("cid"));
        }
    }

    @Test
    void theOrdersOfAPriceStandInTheirTurn() {
        happens(order(21, ALICE, Side.BUY, 50, 5));
        happens(order(22, ALICE, Side.BUY, 50, 6));
        happens(order(23, ALICE, Side.BUY, 51, 7));
        happens(new OrderAmended(BOOK, 21, new Money(50), 9, false, ALICE, new Money(450)));
        happens(new OrderAmended(BOOK, 22, new Money(50), 2, true, ALICE, new Money(100)));
        assertEquals(
                "[{\"order\":23,\"price\":\"51\",\"quantity\":7},{\"order\":22,\"price\":\"50\",\"quantity\":2},"
                        + "{\"order\":21,\"price\":\"50\",\"quantity\":9}]",
                snapshot(L3).get("bids").toString());
    }

    @Test
    void eachSideOfATradeIsToldItsOwnPart() {
        List<ObjectNode> alices = of(new ChannelName(Kind.ME, ALICE), this::anOrderMeetsAnother);
        assertEquals(List.of("OrderAccepted", "OrderFilled"), names(alices));
        assertEquals("40", alices.get(1).get("released").textValue());
        ObjectNode alice = snapshot(new ChannelName(Kind.ME, ALICE));
        assertEquals("9600", alice.get("free").textValue());
        assertEquals("0", alice.get("heldForOrders").textValue());
        assertEquals(4, alice.get("units").get("share-a").longValue());
        assertEquals("[]", alice.get("orders").toString());
        ObjectNode bob = snapshot(new ChannelName(Kind.ME, BOB));
        assertEquals("400", bob.get("free").textValue());
        assertEquals(46, bob.get("units").get("share-a").longValue());
        assertEquals(6, bob.get("orders").get(0).get("quantity").longValue());
        assertEquals("{\"share-a\":6}", bob.get("unitsHeld").toString());
        assertEquals("{}", alice.get("unitsHeld").toString());
    }

    @Test
    void whatOrdersHoldIsToldToTheirOwner() {
        happens(order(31, ALICE, Side.BUY, 50, 5));
        happens(order(32, BOB, Side.SELL, 60, 2));
        happens(order(33, ALICE, Side.BUY, 60, 5), trade(1, 33, 32, 60, 2, 0));
        assertEquals(
                "430",
                snapshot(new ChannelName(Kind.ME, ALICE)).get("heldForOrders").textValue());
    }

    @Test
    void aSnapshotNamesTheCidOfAnOrderAndWhetherItEndsWithItsConnection() {
        happens(order(31, ALICE, Side.BUY, 50, 5));
        ObjectNode order = (ObjectNode)
                snapshot(new ChannelName(Kind.ME, ALICE)).get("orders").get(0);
        assertEquals("o31", order.get("cid").textValue());
        assertFalse(order.get("cancelOnDisconnect").booleanValue());
    }

    @Test
    void aCallTellsWhatItWouldCrossAt() {
        List<ObjectNode> pushes = of(ChannelName.all(Kind.BOOKS), () -> {
            happens(new BookPhaseBegun(BOOK, BookPhase.CALL, BookPhaseCause.STAFF, Money.ZERO, 9_000_000, "a call"));
            happens(new CallIndicated(BOOK, new Money(70), 12, -3));
        });
        assertEquals(List.of("BookPhaseBegun", "CallIndicated"), names(pushes));
        ObjectNode book =
                (ObjectNode) snapshot(ChannelName.all(Kind.BOOKS)).get("books").get(0);
        assertEquals("CALL", book.get("phase").textValue());
        assertEquals("70", book.get("indicated").textValue());
        assertEquals(-3, book.get("imbalance").longValue());
    }

    @Test
    void channelsOfBooksAreKnownByName() {
        assertEquals(L2, ChannelName.of("book.3.depth", 0, hub.views()));
        assertEquals(L3, ChannelName.of("book.3.orders", 0, hub.views()));
        for (String wrong : List.of("book.4", "book.4294967299", "book.4.depth")) {
            InvalidValue refused = assertThrows(InvalidValue.class, () -> ChannelName.of(wrong, 0, hub.views()));
            assertEquals(RejectReason.BOOK_UNKNOWN, refused.reason());
        }
        InvalidValue refused = assertThrows(InvalidValue.class, () -> ChannelName.of("lot.3.depth", 0, hub.views()));
        assertEquals(RejectReason.UNKNOWN_CHANNEL, refused.reason());
        assertTrue(ChannelName.of("books", 0, hub.views()).number() == 0);
    }

    private ObjectNode glance() {
        return JsonCodec.parse(hub.attach(L1, "", 0, 0).snapshot());
    }

    @Test
    void aSnapshotAtAGlanceHasTheLatestTradesAndWhatThePhaseBeganWith() {
        assertEquals(0, glance().path("trades").size());
        happens(order(1, ALICE, Side.BUY, 10, 60), order(2, BOB, Side.SELL, 10, 60));
        for (int number = 1; number <= 51; number++) {
            happens(trade(number, 1, 2, 10, 1, 0));
        }
        assertEquals(50, glance().path("trades").size());
        assertEquals(2, glance().path("trades").path(0).path("trade").asInt());
        assertFalse(glance().path("trades").path(49).has("buyer"));
        happens(new BookPhaseBegun(BOOK, BookPhase.CALL, BookPhaseCause.VOLATILITY, new Money(99), 700, ""));
        assertEquals("VOLATILITY", glance().path("book").path("cause").asText());
        assertEquals(700, glance().path("book").path("until").asLong());
    }
}
