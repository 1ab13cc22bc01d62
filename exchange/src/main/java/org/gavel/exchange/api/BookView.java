package org.gavel.exchange.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.gavel.protocol.event.BookPhaseCause;
import org.gavel.protocol.value.BookPhase;
import org.gavel.protocol.value.BookTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Title;
import org.gavel.protocol.value.TradingDay;

/**
 * What everybody may know of a unit book at a glance (L1).
 *
 * @param until when the phase ends by itself, microseconds since 1970; 0 where nothing says so
 * @param bid the best limit to buy, 0 where there is none; so with {@code ask}
 * @param lastPrice of the last trade, 0 before the first
 * @param volume units traded so far
 * @param trades how many trades there were
 * @param indicated what a running call would cross at, 0 outside a call or where nothing would trade
 * @param indicatedVolume units that would trade then
 * @param imbalance units that would be left then: to buy where positive, to sell where negative
 * @param cause what the phase began with; {@code VOLATILITY} tells a volatility call from others
 * @param reason what the staff who caused it gave, else empty
 * @param maxOpenOrders whoever has so many orders open in the venue's books places no other here; unwritten where 0: nothing
 *     bounds them
 */
public record BookView(
        int book,
        String asset,
        Title title,
        BookTerms terms,
        Money reference,
        TradingDay day,
        BookPhase phase,
        long until,
        Money bid,
        long bidQuantity,
        Money ask,
        long askQuantity,
        Money lastPrice,
        long volume,
        long trades,
        Money indicated,
        long indicatedVolume,
        long imbalance,
        BookPhaseCause cause,
        String reason,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int maxOpenOrders) {}
