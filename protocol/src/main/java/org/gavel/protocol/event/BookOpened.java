package org.gavel.protocol.event;

import org.gavel.protocol.value.BookTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Title;

/**
 * A unit book was opened; it is closed until its first phase begins.
 *
 * @param asset what a unit is, as on participants' accounts
 * @param reference the price the band lies around; 0 where there is none
 */
public record BookOpened(int book, String asset, Title title, BookTerms terms, Money reference, String reason)
        implements BookEvent {}
