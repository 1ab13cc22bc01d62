package org.gavel.ops.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.gavel.exchange.api.BookView;
import org.gavel.exchange.audit.MarketAt;
import org.gavel.exchange.audit.Pseudonyms;
import org.gavel.exchange.view.BookOrders.OpenOrder;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Side;

/** One unit book as it stood after some record, for people and as JSON; its open orders where they were kept. */
final class BookReport {
    private final BookView book;
    private final MarketAt market;
    private final Pseudonyms people;

    BookReport(BookView book, MarketAt market, Pseudonyms people) {
        this.book = book;
        this.market = market;
        this.people = people;
    }

    ObjectNode json(boolean withOrders) {
        ObjectNode tree = (ObjectNode) JsonCodec.tree((Object) book);
        if (withOrders) {
            add(tree.putArray("bids"), Side.BUY);
            add(tree.putArray("asks"), Side.SELL);
        }
        return tree;
    }

    private void add(ArrayNode side, Side which) {
        for (OpenOrder order : market.orders(which)) {
            side.addObject()
                    .put("order", order.order())
                    .put("who", who(order))
                    .put("price", order.price().toString())
                    .put("quantity", order.quantity());
        }
    }

    private String who(OpenOrder order) {
        return people.participant(0, market.owner(order.order()));
    }

    void describe(List<String> lines, boolean withOrders) {
        lines.add("book " + book.book() + "  " + book.asset() + "  "
                + Words.printable(book.title().zh() + " " + book.title().en()).strip());
        lines.add("  phase " + book.phase() + " (" + book.cause()
                + (book.reason().isEmpty() ? "" : ": " + Words.printable(book.reason())) + "), until "
                + AuditTime.write(book.until()));
        lines.add("  bid " + quote(book.bid(), book.bidQuantity()) + ", ask "
                + quote(book.ask(), book.askQuantity()) + ", last " + price(book.lastPrice()) + ", reference "
                + price(book.reference()) + ", traded " + book.volume() + " units in " + book.trades() + " trades");
        if (book.indicated().fen() != 0) {
            lines.add("  would cross at " + book.indicated().yuan() + ": " + book.indicatedVolume()
                    + " units, imbalance " + book.imbalance());
        }
        if (withOrders) {
            describe(lines, Side.BUY);
            describe(lines, Side.SELL);
        }
    }

    private void describe(List<String> lines, Side side) {
        for (OpenOrder order : market.orders(side)) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %8d  %-4s  %s  %d units at %s",
                    order.order(),
                    side,
                    who(order),
                    order.quantity(),
                    order.price().fen() == 0 ? "market" : order.price().yuan()));
        }
    }

    private static String quote(Money price, long quantity) {
        return quantity == 0 ? "-" : price.yuan() + " x " + quantity;
    }

    private static String price(Money price) {
        return price.fen() == 0 ? "-" : price.yuan();
    }
}
