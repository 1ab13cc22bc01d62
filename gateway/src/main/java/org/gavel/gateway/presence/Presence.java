package org.gavel.gateway.presence;

import java.util.concurrent.ConcurrentHashMap;

/**
 * When each participant was last heard of. Who says goodbye is forgotten, like who never came: only who was here and
 * fell silent is missing. Thread-safe; it grows with the participants that have tokens.
 */
public final class Presence {
    /** Nobody has heard of them. */
    static final long NEVER = Long.MIN_VALUE;

    private final ConcurrentHashMap<Integer, Long> heard = new ConcurrentHashMap<>();

    /** A sign of life, at this time of a clock that only grows, in nanoseconds. */
    public void heard(int participant, long nanos) {
        heard.put(participant, nanos);
    }

    /** The participant has ended the connection in good order. */
    public void left(int participant) {
        heard.remove(participant);
    }

    /** The last sign of life, or {@link #NEVER}. */
    long lastHeard(int participant) {
        return heard.getOrDefault(participant, NEVER);
    }
}
