package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/** Ends a book's call now: all that can trade does, at one price. */
public record CrossBook(int book, String reason) implements Command, BookAct {
    public CrossBook {
        Require.id(book, "book");
        reason = Require.reason(reason);
    }
}
