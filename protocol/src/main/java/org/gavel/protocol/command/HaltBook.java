package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/** Halts a book (停牌): its orders stay, new ones are refused. */
public record HaltBook(int book, String reason) implements Command, BookAct {
    public HaltBook {
        Require.id(book, "book");
        reason = Require.reason(reason);
    }
}
