package org.gavel.exchange.view;

import org.gavel.exchange.api.BookView;
import org.gavel.protocol.event.BookCrossed;
import org.gavel.protocol.event.BookEvent;
import org.gavel.protocol.event.BookPhaseBegun;
import org.gavel.protocol.event.CallIndicated;
import org.gavel.protocol.event.OrdersTraded;
import org.gavel.protocol.event.TopOfBook;
import org.gavel.protocol.event.TradingDaySet;

/** How each event changes what is known of a unit book at a glance. */
final class BookStory {
    private BookStory() {}

    static BookView after(BookView before, BookEvent event) {
        BookDraft draft = new BookDraft(before);
        if (event instanceof OrdersTraded traded) {
            draft.lastPrice = traded.price();
            draft.volume += traded.quantity();
            draft.trades = traded.trade();
        } else if (event instanceof TopOfBook top) {
            draft.top(top);
        } else if (event instanceof CallIndicated indicated) {
            draft.indicate(indicated);
        } else if (event instanceof BookCrossed crossed) {
            draft.lastPrice = crossed.volume() > 0 ? crossed.price() : before.lastPrice();
            draft.indicateNothing();
        } else if (event instanceof BookPhaseBegun begun) {
            draft.begin(begun);
        } else if (event instanceof TradingDaySet set) {
            draft.day = set.day();
        } else {
            return before;
        }
        return draft.view();
    }
}
