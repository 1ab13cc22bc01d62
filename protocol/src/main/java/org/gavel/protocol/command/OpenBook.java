package org.gavel.protocol.command;

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
 */
public record OpenBook(
        int book, String asset, Title title, BookTerms terms, Money reference, TradingDay day, String reason)
        implements Command, BookAct {
    public OpenBook {
        Require.id(book, "book");
        asset = CreditUnits.asset(asset);
        title = Require.present(title, "title");
        terms = Require.present(terms, "terms");
        reference = reference == null ? Money.ZERO : reference;
        day = day == null ? TradingDay.OPEN_END : day;
        reason = Require.reason(reason);
    }
}
