package org.gavel.protocol.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.BookTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Title;
import org.gavel.protocol.value.TradingDay;

/**
 * Opens a book in which units of one asset are traded against money.
 *
 * @param asset what a unit is, as {@code CreditUnits} names it
 * @param reference the price the band lies around before the first trade; 0 where there is none
 * @param day its first trading day; left out, continuous trading begins at once
 * @param maxOpenOrders whoever has so many orders open in the venue's books places no other here; 0: nothing bounds them
 */
public record OpenBook(
        int book,
        String asset,
        Title title,
        BookTerms terms,
        Money reference,
        TradingDay day,
        String reason,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int maxOpenOrders)
        implements Command, BookAct {
    /** All the orders there can be. */
    public static final int MOST_OPEN_ORDERS = 1 << 22;

    public OpenBook {
        Require.id(book, "book");
        asset = CreditUnits.asset(asset);
        title = Require.present(title, "title");
        terms = Require.present(terms, "terms");
        reference = reference == null ? Money.ZERO : reference;
        day = day == null ? TradingDay.OPEN_END : day;
        reason = Require.reason(reason);
        Require.between(maxOpenOrders, 0, MOST_OPEN_ORDERS, "maxOpenOrders");
    }

    /** A book that bounds nobody's open orders. */
    public OpenBook(
            int book, String asset, Title title, BookTerms terms, Money reference, TradingDay day, String reason) {
        this(book, asset, title, terms, reference, day, reason, 0);
    }
}
