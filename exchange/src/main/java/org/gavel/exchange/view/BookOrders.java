package org.gavel.exchange.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.collections.Long2ObjectHashMap;
import org.gavel.protocol.event.BookEvent;
import org.gavel.protocol.event.OrderAccepted;
import org.gavel.protocol.event.OrderAmended;
import org.gavel.protocol.event.OrderEnded;
import org.gavel.protocol.event.OrdersTraded;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Side;

/**
 * All open orders of one unit book in their priority, told from its public events alone: order by order (L3) and level
 * by level (L2). Market orders stand at the price 0, before all limits. Single-threaded.
 */
public final class BookOrders {
    private final Long2ObjectHashMap<Order> orders = new Long2ObjectHashMap<>();

    /** By {@link #rank}, the best first. */
    private final Map<Long, Level> bids = new TreeMap<>();

    private final Map<Long, Level> asks = new TreeMap<>();
    private final List<Level> touched = new ArrayList<>();

    /** An open order. */
    public record OpenOrder(long order, Money price, long quantity) {}

    /**
     * All orders of one price together.
     *
     * @param quantity units open; 0 where the level is no more
     * @param orders how many there are
     */
    public record DepthLevel(Money price, long quantity, int orders) {}

    /** The levels of both sides, the best first. */
    public record Depth(List<DepthLevel> bids, List<DepthLevel> asks) {
        public boolean isEmpty() {
            return bids.isEmpty() && asks.isEmpty();
        }
    }

    private static final class Order {
        private final long number;
        private Level level;
        private long open;

        Order(long number) {
            this.number = number;
        }
    }

    private static final class Level {
        private final Side side;
        private final long price;
        private final LinkedHashMap<Long, Order> queue = new LinkedHashMap<>();
        private long quantity;
        private long toldQuantity;
        private int toldOrders;
        private boolean touched;

        Level(Side side, long price) {
            this.side = side;
            this.price = price;
        }

        boolean isNews() {
            return quantity != toldQuantity || queue.size() != toldOrders;
        }

        DepthLevel view() {
            return new DepthLevel(new Money(price), quantity, queue.size());
        }
    }

    /** Takes in the next event of the book. */
    public void on(BookEvent event) {
        if (event instanceof OrderAccepted accepted) {
            Order order = new Order(accepted.order());
            orders.put(order.number, order);
            enter(order, accepted.side(), accepted.price().fen(), accepted.quantity());
        } else if (event instanceof OrdersTraded traded) {
            fill(traded.buyOrder(), traded.quantity());
            fill(traded.sellOrder(), traded.quantity());
        } else if (event instanceof OrderAmended amended) {
            amend(orders.get(amended.order()), amended);
        } else if (event instanceof OrderEnded ended) {
            leave(orders.remove(ended.order()));
        }
    }

    private Map<Long, Level> levels(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    /** The smaller, the earlier it trades: market orders, then the highest to buy and the lowest to sell. */
    private static long rank(Side side, long price) {
        boolean isLimitToBuy = side == Side.BUY && price != 0;
        return isLimitToBuy ? -price : side == Side.BUY ? Long.MIN_VALUE : price;
    }

    private void enter(Order order, Side side, long price, long quantity) {
        Level level = levels(side).computeIfAbsent(rank(side, price), at -> new Level(side, price));
        order.level = level;
        order.open = quantity;
        level.queue.put(order.number, order);
        add(level, quantity);
    }

    private void add(Level level, long quantity) {
        level.quantity += quantity;
        if (!level.touched) {
            level.touched = true;
            touched.add(level);
        }
    }

    private void leave(Order order) {
        order.level.queue.remove(order.number);
        add(order.level, -order.open);
    }

    private void fill(long number, long quantity) {
        Order order = orders.get(number);
        if (order.open == quantity) {
            leave(orders.remove(number));
        } else {
            order.open -= quantity;
            add(order.level, -quantity);
        }
    }

    private void amend(Order order, OrderAmended event) {
        if (event.keptPriority()) {
            add(order.level, event.quantity() - order.open);
            order.open = event.quantity();
        } else {
            Side side = order.level.side;
            leave(order);
            enter(order, side, event.price().fen(), event.quantity());
        }
    }

    /** The levels that are different from when this was asked last; to be asked after each command's events. */
    public Depth changes() {
        Depth changes = new Depth(new ArrayList<>(), new ArrayList<>());
        for (Level level : touched) {
            level.touched = false;
            if (level.isNews()) {
                (level.side == Side.BUY ? changes.bids : changes.asks).add(level.view());
                level.toldQuantity = level.quantity;
                level.toldOrders = level.queue.size();
            }
            if (level.queue.isEmpty()) {
                levels(level.side).remove(rank(level.side, level.price));
            }
        }
        touched.clear();
        return changes;
    }

    /** The best so many levels of each side. */
    public Depth depth(int most) {
        return new Depth(best(bids, most), best(asks, most));
    }

    private static List<DepthLevel> best(Map<Long, Level> levels, int most) {
        return levels.values().stream().limit(most).map(Level::view).toList();
    }

    /** The first so many orders of one side, in the order they will trade. */
    public List<OpenOrder> orders(Side side, int most) {
        return levels(side).values().stream()
                .flatMap(level -> level.queue.values().stream()
                        .map(order -> new OpenOrder(order.number, new Money(level.price), order.open)))
                .limit(most)
                .toList();
    }

    /** How many orders are open. */
    public int size() {
        return orders.size();
    }
}
