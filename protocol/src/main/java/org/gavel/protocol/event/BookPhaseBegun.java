package org.gavel.protocol.event;

import org.gavel.protocol.value.BookPhase;
import org.gavel.protocol.value.Money;

/**
 * A book is in another phase, or in another call.
 *
 * @param price of a volatility call the price that lay outside the band, of a trade or of the call it goes on from, else 0
 * @param until when the phase ends by itself, microseconds since 1970; 0 where nothing says so
 * @param reason what the staff who caused it gave, else empty
 */
public record BookPhaseBegun(int book, BookPhase phase, BookPhaseCause cause, Money price, long until, String reason)
        implements BookEvent {}
