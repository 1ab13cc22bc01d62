package org.gavel.gateway.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.api.BookView;
import org.gavel.exchange.api.KeptState;
import org.gavel.exchange.api.Views;
import org.gavel.exchange.view.BookOrders;
import org.gavel.exchange.view.BookOrders.Depth;
import org.gavel.gateway.wire.Replies;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.event.BookEvent;
import org.gavel.protocol.value.Side;

/** The open orders of all unit books as JSON text, order by order and level by level. Guarded by the hub's lock. */
final class BookTexts implements KeptState {
    /** The most levels a side of an L2 snapshot has. */
    static final int LEVELS = 1_000;

    /** The most orders a side of an L3 snapshot has. */
    static final int ORDERS = 5_000;

    /** The most trades a book's snapshot shows. */
    static final int TRADES = 50;

    /** A snapshot of so many orders is put together in no time. */
    static final int FEW = 256;

    private final Views views;
    private final Map<Integer, BookOrders> books = new HashMap<>();
    private final transient KnownTexts<BookView> glances = new KnownTexts<>();
    private final Map<Integer, Deque<Body>> trades = new HashMap<>();

    BookTexts(Views views) {
        this.views = views;
    }

    void on(BookEvent event) {
        orders(event.book()).on(event);
    }

    /** Remembers a trade, given as the body of its push. */
    void trade(int book, Body body) {
        Deque<Body> latest = trades.computeIfAbsent(book, number -> new ArrayDeque<>());
        if (latest.size() == TRADES) {
            latest.removeFirst();
        }
        latest.addLast(body);
    }

    /** Encodes whatever nobody has needed yet. */
    void settle() {
        trades.values().forEach(latest -> latest.forEach(Body::text));
    }

    private BookOrders orders(int book) {
        return books.computeIfAbsent(book, number -> new BookOrders());
    }

    /** The body of the push of what a command changed in a book's levels; empty where it changed nothing. */
    Optional<Body> changes(int book, Applied applied) {
        Depth changes = orders(book).changes();
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Body(() -> changed(book, changes, applied.sequence(), applied.timestamp())));
    }

    private static String changed(int book, Depth changes, long sequence, long timestamp) {
        ObjectNode push =
                put(changes, Replies.object().put("event", "DepthChanged").put("book", book));
        push.put("seq", sequence).put("at", timestamp);
        return CanonicalJson.write(push).substring(1);
    }

    /** Whether so many orders are open that a snapshot of them takes its time. */
    boolean isLong(int book) {
        return orders(book).size() > FEW;
    }

    /**
     * A page of {@code books}, each at a glance.
     *
     * @param after the number before the first wanted
     */
    Supplier<String> books(int after) {
        ListPage page = new ListPage(views.sequence()).list("books");
        views.books(after, ListPage.WANTED)
                .forEach(view -> page.add("books", view.book(), glances.of(view.book(), view)));
        return page;
    }

    /** One {@code book} at a glance and its latest {@code trades}, the newest last. */
    private Supplier<String> book(int book) {
        List<Body> latest = List.copyOf(trades.getOrDefault(book, new ArrayDeque<>()));
        Optional<Body> known = views.book(book).map(view -> glances.of(book, view));
        return () -> {
            String view = known.map(one -> "\"book\":" + one.text() + ",").orElse("");
            return "{" + view + "\"trades\":[" + MarketText.joined(latest, "{") + "]}";
        };
    }

    /** {@code bids} and {@code asks}, the best level first; {@code complete} where no level is left out. */
    private Supplier<String> depth(int book) {
        Depth more = orders(book).depth(LEVELS + 1);
        boolean complete = more.bids().size() <= LEVELS && more.asks().size() <= LEVELS;
        Depth shown = new Depth(first(more.bids(), LEVELS), first(more.asks(), LEVELS));
        return () -> CanonicalJson.write(
                put(shown, Replies.object().put("book", book).put("complete", complete)));
    }

    /** {@code bids} and {@code asks}, in the order they will trade; {@code complete} where no order is left out. */
    private Supplier<String> orders(BookOrders orders, int book) {
        List<BookOrders.OpenOrder> bids = orders.orders(Side.BUY, ORDERS);
        List<BookOrders.OpenOrder> asks = orders.orders(Side.SELL, ORDERS);
        boolean complete = bids.size() + asks.size() == orders.size();
        return () -> {
            ObjectNode tree = Replies.object().put("book", book).put("complete", complete);
            tree.set("bids", JsonCodec.tree(bids));
            tree.set("asks", JsonCodec.tree(asks));
            return CanonicalJson.write(tree);
        };
    }

    /** The snapshot of a book's channel: picked out now, put into text later. */
    Supplier<String> snapshot(ChannelName name) {
        return switch (name.kind()) {
            case BOOKS -> books(0);
            case BOOK -> book(name.number());
            case DEPTH -> depth(name.number());
            default -> orders(orders(name.number()), name.number());
        };
    }

    private static <T> List<T> first(List<T> list, int most) {
        return list.subList(0, Math.min(most, list.size()));
    }

    private static ObjectNode put(Depth depth, ObjectNode into) {
        into.set("bids", JsonCodec.tree(depth.bids()));
        into.set("asks", JsonCodec.tree(depth.asks()));
        return into;
    }
}
