package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * Ends all orders of a participant, book by book and in the order they came. In every phase.
 *
 * @param book 0 means all books
 */
public record CancelOrders(int book, int participant) implements Command, OrderAct {
    public CancelOrders {
        Require.between(book, 0, Integer.MAX_VALUE, "book");
        Require.between(participant, 0, Integer.MAX_VALUE, "participant");
    }
}
