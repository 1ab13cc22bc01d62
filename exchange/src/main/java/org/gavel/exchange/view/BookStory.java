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
        if (event instanceof OrdersTraded traded) {
            return before.with(traded);
        }
        if (event instanceof TopOfBook top) {
            return before.with(top);
        }
        if (event instanceof CallIndicated indicated) {
            return before.with(indicated);
        }
        if (event instanceof BookCrossed crossed) {
            return before.with(crossed);
        }
        if (event instanceof BookPhaseBegun begun) {
            return before.with(begun);
        }
        return event instanceof TradingDaySet day ? before.with(day) : before;
    }
}
