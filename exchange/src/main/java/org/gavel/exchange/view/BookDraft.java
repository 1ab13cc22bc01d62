package org.gavel.exchange.view;

import org.gavel.exchange.api.BookView;
import org.gavel.protocol.event.BookOpened;
import org.gavel.protocol.event.BookPhaseBegun;
import org.gavel.protocol.event.BookPhaseCause;
import org.gavel.protocol.event.CallIndicated;
import org.gavel.protocol.event.TopOfBook;
import org.gavel.protocol.value.BookPhase;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.TradingDay;

/** A book's view while one event is worked in; lives on the feeding thread and never leaves it. */
final class BookDraft {
    private final BookView before;
    TradingDay day;
    Money lastPrice;
    long volume;
    long trades;
    private BookPhase phase;
    private BookPhaseCause cause;
    private String reason;
    private long until;
    private TopOfBook top;
    private CallIndicated indicated;

    BookDraft(BookView before) {
        this.before = before;
        day = before.day();
        phase = before.phase();
        cause = before.cause();
        reason = before.reason();
        until = before.until();
        lastPrice = before.lastPrice();
        volume = before.volume();
        trades = before.trades();
        top = new TopOfBook(before.book(), before.bid(), before.bidQuantity(), before.ask(), before.askQuantity());
        indicated = new CallIndicated(before.book(), before.indicated(), before.indicatedVolume(), before.imbalance());
    }

    /** A book as it was opened. */
    static BookView opened(BookOpened event) {
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
                0,
                BookPhaseCause.SCHEDULE,
                "",
                event.maxOpenOrders());
    }

    void begin(BookPhaseBegun begun) {
        phase = begun.phase();
        cause = begun.cause();
        reason = begun.reason();
        until = begun.until();
        indicateNothing();
    }

    void top(TopOfBook now) {
        top = now;
    }

    void indicate(CallIndicated now) {
        indicated = now;
    }

    /** What was indicated is of the past. */
    void indicateNothing() {
        indicated = new CallIndicated(before.book(), Money.ZERO, 0, 0);
    }

    BookView view() {
        return new BookView(
                before.book(),
                before.asset(),
                before.title(),
                before.terms(),
                before.reference(),
                day,
                phase,
                until,
                top.bid(),
                top.bidQuantity(),
                top.ask(),
                top.askQuantity(),
                lastPrice,
                volume,
                trades,
                indicated.price(),
                indicated.volume(),
                indicated.imbalance(),
                cause,
                reason,
                before.maxOpenOrders());
    }
}
