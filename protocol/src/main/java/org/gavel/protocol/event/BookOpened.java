package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.gavel.protocol.value.BookTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Title;

/**
 * A unit book was opened; it is closed until its first phase begins.
 *
 * @param asset what a unit is, as on participants' accounts
 * @param reference the price the band lies around; 0 where there is none
 * @param maxOpenOrders whoever has so many orders open in the venue's books places no other here; 0: nothing bounds them
 */
public record BookOpened(
        int book,
        String asset,
        Title title,
        BookTerms terms,
        Money reference,
        String reason,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int maxOpenOrders)
        implements BookEvent {
    /** A book that bounds nobody's open orders. */
    public BookOpened(int book, String asset, Title title, BookTerms terms, Money reference, String reason) {
        this(book, asset, title, terms, reference, reason, 0);
    }
}
