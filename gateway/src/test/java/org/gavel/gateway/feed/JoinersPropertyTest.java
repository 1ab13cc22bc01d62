package org.gavel.gateway.feed;

import static org.gavel.gateway.feed.OrderStories.L2;
import static org.gavel.gateway.feed.OrderStories.L3;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.value.Draw;
import org.gavel.protocol.value.Side;
import org.junit.jupiter.api.Test;

/**
 * Whoever joins a book at whatever moment, be it on a snapshot made for somebody else, has at the end what everybody has:
 * snapshot and pushes miss nothing and tell nothing twice.
 */
final class JoinersPropertyTest {
    private static final int STEPS = 900;

    private record Open(Side side, long price, long quantity) {}

    /** The orders one client knows of, from what it was sent alone. */
    private static final class Joiner {
        private final Cursor orders;
        private final Cursor depth;
        private final Map<Long, Open> known = new TreeMap<>();
        private final Map<String, String> levels = new TreeMap<>();
        private long sqOrders;
        private long sqDepth;

        Joiner(FeedHub hub, long now) {
            Attachment l3 = hub.attach(L3, "", 0, now);
            orders = l3.cursor();
            sqOrders = l3.sq();
            ObjectNode told = JsonCodec.parse(l3.snapshot());
            told.get("bids").forEach(each -> enter(Side.BUY, each));
            told.get("asks").forEach(each -> enter(Side.SELL, each));
            Attachment l2 = hub.attach(L2, "", 0, now);
            depth = l2.cursor();
            sqDepth = l2.sq();
            levels(JsonCodec.parse(l2.snapshot()));
        }

        private void enter(Side side, JsonNode each) {
            long price = Long.parseLong(each.get("price").textValue());
            known.put(
                    each.get("order").longValue(),
                    new Open(side, price, each.get("quantity").longValue()));
        }

        private void levels(JsonNode told) {
            for (String side : List.of("bids", "asks")) {
                for (JsonNode level : told.get(side)) {
                    String key = side + level.get("price").textValue();
                    if (level.get("quantity").longValue() == 0) {
                        levels.remove(key);
                    } else {
                        levels.put(key, level.get("quantity") + "/" + level.get("orders"));
                    }
                }
            }
        }

        void read() {
            while (orders.hasNext()) {
                ObjectNode push = JsonCodec.parse(orders.take());
                assertEquals(++sqOrders, push.get("sq").longValue());
                apply(push);
            }
            while (depth.hasNext()) {
                ObjectNode push = JsonCodec.parse(depth.take());
                assertEquals(++sqDepth, push.get("sq").longValue());
                levels(push);
            }
        }

        private void apply(ObjectNode push) {
            switch (push.get("event").textValue()) {
                case "OrderAccepted" -> enter(Side.valueOf(push.get("side").textValue()), push);
                case "OrderEnded" -> known.remove(push.get("order").longValue());
                case "OrderAmended" ->
                    enter(known.get(push.get("order").longValue()).side(), push);
                case "OrdersTraded" -> {
                    fill(push.get("buyOrder").longValue(), push.get("quantity").longValue());
                    fill(push.get("sellOrder").longValue(), push.get("quantity").longValue());
                }
                default -> {}
            }
        }

        private void fill(long order, long quantity) {
            known.computeIfPresent(
                    order,
                    (number, open) -> open.quantity() == quantity
                            ? null
                            : new Open(open.side(), open.price(), open.quantity() - quantity));
        }
    }

    /** The book itself, as simply as can be. */
    private static final class Book {
        private final Draw draw;
        private final OrderStories story;
        private final Map<Long, Open> open = new TreeMap<>();
        private long last;

        Book(Draw draw, OrderStories story) {
            this.draw = draw;
            this.story = story;
        }

        void place() {
            Side side = draw.chance(2) ? Side.BUY : Side.SELL;
            Open order = new Open(side, 100 + draw.below(40), 1 + draw.below(9));
            open.put(++last, order);
            story.happens(story.order(side, order.price(), order.quantity()));
        }

        void act() {
            List<Long> numbers = new ArrayList<>(open.keySet());
            long number = numbers.get(draw.below(numbers.size()));
            Open order = open.get(number);
            int owner = order.side() == Side.BUY ? OrderStories.ALICE : OrderStories.BOB;
            switch (draw.below(4)) {
                case 0 -> place();
                case 1 -> {
                    open.remove(number);
                    story.happens(OrderStories.ended(number, order.quantity(), owner));
                }
                case 2 -> {
                    boolean kept = draw.chance(2);
                    long price = kept ? order.price() : 100 + draw.below(40);
                    long quantity = kept ? order.quantity() : 1 + draw.below(9);
                    open.put(number, new Open(order.side(), price, quantity));
                    story.happens(OrderStories.amended(number, price, quantity, kept, owner));
                }
                default -> trade(number, order, numbers);
            }
        }

        private void trade(long number, Open order, List<Long> numbers) {
            long other = numbers.get(draw.below(numbers.size()));
            if (open.get(other).side() == order.side()) {
                return;
            }
            long quantity = Math.min(order.quantity(), open.get(other).quantity());
            fill(number, quantity);
            fill(other, quantity);
            boolean buys = order.side() == Side.BUY;
            Event event = story.trade(buys ? number : other, buys ? other : number, order.price(), quantity);
            story.happens(event);
        }

        private void fill(long number, long quantity) {
            Open order = open.get(number);
            if (order.quantity() == quantity) {
                open.remove(number);
            } else {
                open.put(number, new Open(order.side(), order.price(), order.quantity() - quantity));
            }
        }
    }

    @Test
    void whoeverJoinsWheneverKnowsWhatEverybodyKnows() {
        Draw.many(20, draw -> {
            FeedHub hub = new FeedHub();
            Book book = new Book(draw, new OrderStories(hub));
            // Some books stay short all the time, some are long, some become so.
            int before = 20 + draw.below(600);
            for (int i = 0; i < before; i++) {
                book.place();
            }
            List<Joiner> joiners = new ArrayList<>();
            long now = 0;
            int shared = 0;
            for (int i = 0; i < STEPS; i++) {
                now += draw.below(60) * (FeedHub.INTERVAL_NANOS / 1_000);
                if (draw.chance(30)) {
                    Joiner joiner = new Joiner(hub, now);
                    shared += joiner.orders.hasNext() ? 1 : 0;
                    joiners.add(joiner);
                } else {
                    book.act();
                }
                if (!joiners.isEmpty() && draw.chance(3)) {
                    joiners.get(draw.below(joiners.size())).read();
                }
            }
            assertTrue(before < 500 || shared > 0, "somebody was given a snapshot of before");
            Map<String, String> levels = new Joiner(hub, now + 9 * FeedHub.INTERVAL_NANOS).levels;
            for (Joiner joiner : joiners) {
                joiner.read();
                assertEquals(book.open, joiner.known);
                assertEquals(levels, joiner.levels);
            }
        });
    }
}
