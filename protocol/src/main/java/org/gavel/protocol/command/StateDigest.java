package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * What state and events hashed to after the record {@code sequence}; every replay must find the same.
 *
 * @param stateHash SHA-256 over the canonical state bytes, lower-case hex
 * @param eventsHash SHA-256 over the event bytes since the digest before, chained to it
 */
public record StateDigest(long sequence, String stateHash, String eventsHash) implements Command, VenueRecord {
    public StateDigest {
        Require.between(sequence, 1, Require.MAX_NUMBER, "sequence");
        stateHash = Require.text(stateHash, "stateHash");
        eventsHash = Require.text(eventsHash, "eventsHash");
    }
}
