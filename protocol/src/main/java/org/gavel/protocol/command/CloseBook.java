package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/** Closes a book's trading day now: a call that runs does not cross, orders good for the day end, others stay. */
public record CloseBook(int book, String reason) implements Command, BookAct {
    public CloseBook {
        Require.id(book, "book");
        reason = Require.reason(reason);
    }
}
