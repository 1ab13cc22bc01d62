package org.gavel.exchange.settlement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gavel.exchange.registry.Place;
import org.gavel.protocol.event.BookOpened;
import org.gavel.protocol.event.OrdersTraded;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Puts unit books and their trades on record, in the caller's transaction; written together by {@link #flush}. */
final class TradeWriter {
    private static final String OPEN = """
            INSERT INTO unit_book (book, asset, title_zh, title_en, sequence, event_index, opened_at)
            VALUES (:book, :asset, :titleZh, :titleEn, :sequence, :index, :at)""";
    private static final String TRADE = """
            INSERT INTO unit_trade (book, trade, price, quantity, amount, buyer, seller, buy_order, sell_order,
                sequence, event_index, traded_at)
            VALUES (:book, :trade, :price, :quantity, :amount, :buyer, :seller, :buyOrder, :sellOrder,
                :sequence, :index, :at)""";
    private static final String ASSET = "SELECT asset FROM unit_book WHERE book = :book";

    private static final String ALL = """
            SELECT trade.*, book.asset FROM unit_trade trade JOIN unit_book book ON book.book = trade.book
            ORDER BY trade.sequence, trade.event_index""";

    private final Handle handle;
    private final PreparedBatch trades;
    private final Map<Integer, String> assets = new HashMap<>();

    TradeWriter(Handle handle) {
        this.handle = handle;
        this.trades = handle.prepareBatch(TRADE);
    }

    void opened(BookOpened event, Place place) {
        handle.createUpdate(OPEN)
                .bind("book", event.book())
                .bind("asset", event.asset())
                .bind("titleZh", event.title().zh())
                .bind("titleEn", event.title().en())
                .bind("sequence", place.sequence())
                .bind("index", place.index())
                .bind("at", place.at())
                .execute();
    }

    /** What a unit of a book is. */
    String asset(int book) {
        return assets.computeIfAbsent(book, number -> handle.createQuery(ASSET)
                .bind("book", number)
                .mapTo(String.class)
                .one());
    }

    void enter(OrdersTraded event, Place place) {
        trades.bind("book", event.book())
                .bind("trade", event.trade())
                .bind("price", event.price().fen())
                .bind("quantity", event.quantity())
                .bind("amount", event.amount().fen())
                .bind("buyer", event.buyer())
                .bind("seller", event.seller())
                .bind("buyOrder", event.buyOrder())
                .bind("sellOrder", event.sellOrder())
                .bind("sequence", place.sequence())
                .bind("index", place.index())
                .bind("at", place.at())
                .add();
    }

    static List<UnitTrade> all(Handle handle) {
        return handle.createQuery(ALL)
                .map((row, context) -> new UnitTrade(
                        row.getInt("book"),
                        row.getLong("trade"),
                        row.getString("asset"),
                        row.getLong("price"),
                        row.getLong("quantity"),
                        row.getLong("amount"),
                        row.getInt("buyer"),
                        row.getInt("seller"),
                        row.getLong("buy_order"),
                        row.getLong("sell_order"),
                        new Place(row.getLong("sequence"), row.getInt("event_index"), row.getLong("traded_at"))))
                .list();
    }

    void flush() {
        if (trades.size() > 0) {
            trades.execute();
        }
    }
}
