package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * Time passing with nothing asked: makes due what is due.
 *
 * @param due the time the engine asked to be woken at, in microseconds
 */
public record Tick(long due) implements Command, VenueRecord {
    public Tick {
        Require.between(due, 0, Require.MAX_NUMBER, "due");
    }
}
