package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * Begins a call auction (集合竞价) in a book.
 *
 * @param crossAt when it crosses, microseconds since 1970; 0: when {@link CrossBook} says so
 */
public record CallBook(int book, long crossAt, String reason) implements Command, BookAct {
    public CallBook {
        Require.id(book, "book");
        Require.between(crossAt, 0, Require.MAX_NUMBER, "crossAt");
        reason = Require.reason(reason);
    }
}
