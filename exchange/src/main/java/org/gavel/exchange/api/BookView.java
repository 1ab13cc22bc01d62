package org.gavel.exchange.api;

import org.gavel.protocol.event.BookCrossed;
import org.gavel.protocol.event.BookOpened;
import org.gavel.protocol.event.BookPhaseBegun;
import org.gavel.protocol.event.CallIndicated;
import org.gavel.protocol.event.OrdersTraded;
import org.gavel.protocol.event.TopOfBook;
import org.gavel.protocol.event.TradingDaySet;
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
        long imbalance) {
    /** A book as it was opened. */
    public static BookView of(BookOpened event) {
        return new BookView(
                event.book(),
                event.asset(),
                event.title(),
                event.terms(),
                event.reference(),
                TradingDay.OPEN_END,
                BookPhase.CLOSED,
                0,
                Money.ZERO,
                0,
                Money.ZERO,
                0,
                Money.ZERO,
                0,
                0,
                Money.ZERO,
                0,
                0);
    }

    /** After a new day was set. */
    public BookView with(TradingDaySet event) {
        return new BookView(
                book,
                asset,
                title,
                terms,
                reference,
                event.day(),
                phase,
                until,
                bid,
                bidQuantity,
                ask,
                askQuantity,
                lastPrice,
                volume,
                trades,
                indicated,
                indicatedVolume,
                imbalance);
    }

    /** In another phase; what was indicated before is of the past. */
    public BookView with(BookPhaseBegun event) {
        return new BookView(
                book,
                asset,
                title,
                terms,
                reference,
                day,
                event.phase(),
                event.until(),
                bid,
                bidQuantity,
                ask,
                askQuantity,
                lastPrice,
                volume,
                trades,
                Money.ZERO,
                0,
                0);
    }

    /** With other best limits. */
    public BookView with(TopOfBook event) {
        return new BookView(
                book,
                asset,
                title,
                terms,
                reference,
                day,
                phase,
                until,
                event.bid(),
                event.bidQuantity(),
                event.ask(),
                event.askQuantity(),
                lastPrice,
                volume,
                trades,
                indicated,
                indicatedVolume,
                imbalance);
    }

    /** After a trade. */
    public BookView with(OrdersTraded event) {
        return new BookView(
                book,
                asset,
                title,
                terms,
                reference,
                day,
                phase,
                until,
                bid,
                bidQuantity,
                ask,
                askQuantity,
                event.price(),
                volume + event.quantity(),
                event.trade(),
                indicated,
                indicatedVolume,
                imbalance);
    }

    /** With what the running call would cross at. */
    public BookView with(CallIndicated event) {
        return new BookView(
                book,
                asset,
                title,
                terms,
                reference,
                day,
                phase,
                until,
                bid,
                bidQuantity,
                ask,
                askQuantity,
                lastPrice,
                volume,
                trades,
                event.price(),
                event.volume(),
                event.imbalance());
    }

    /** After a cross: nothing is indicated any more. */
    public BookView with(BookCrossed event) {
        Money price = event.volume() > 0 ? event.price() : lastPrice;
        return new BookView(
                book,
                asset,
                title,
                terms,
                reference,
                day,
                phase,
                until,
                bid,
                bidQuantity,
                ask,
                askQuantity,
                price,
                volume,
                trades,
                Money.ZERO,
                0,
                0);
    }
}
