package org.gavel.gateway.feed;

import org.gavel.exchange.api.KeptState;
import org.gavel.gateway.wire.Pushes;

/**
 * One channel: its events under consecutive numbers from 1, the newest of them kept. Written by the feed's thread alone,
 * read by any.
 */
final class FeedChannel implements KeptState {
    /** The most events kept for those who resume. */
    static final int KEPT = 4_096;

    private static final int FIRST_CAPACITY = 8;

    private final String name;
    private Body[] ring = new Body[FIRST_CAPACITY];
    private String epoch = "";
    private long oldest = 1;
    private volatile long head;

    /** What somebody has asked for, so that it is put together once for all who follow. */
    private transient String[] texts;

    FeedChannel(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** The number of the newest event, 0 before the first. */
    long head() {
        return head;
    }

    /** Adds the next event; the oldest gives way where {@link #KEPT} are kept already. */
    synchronized void add(String now, Body body) {
        long next = head + 1;
        if (next - oldest == KEPT) {
            oldest++;
        } else if (next - oldest == ring.length) {
            grow();
        }
        epoch = now;
        put(next, body);
        head = next;
    }

    private void put(long sq, Body body) {
        ring[index(sq)] = body;
        if (texts != null) {
            texts[index(sq)] = null;
        }
    }

    private void grow() {
        Body[] larger = new Body[ring.length * 2];
        for (long sq = oldest; sq <= head; sq++) {
            larger[(int) (sq & (larger.length - 1))] = ring[index(sq)];
        }
        ring = larger;
        texts = null;
    }

    /** Keeps the event no longer, where it is still the oldest kept. */
    synchronized void forget(long sq) {
        if (sq == oldest) {
            put(oldest, null);
            oldest++;
        }
    }

    /** The text of an event, or null where it is kept no more or has not happened. */
    String text(long sq) {
        Body body;
        synchronized (this) {
            if (sq < oldest || sq > head) {
                return null;
            }
            if (texts == null) {
                texts = new String[ring.length];
            }
            if (texts[index(sq)] != null) {
                return texts[index(sq)];
            }
            body = ring[index(sq)];
        }
        return remember(sq, body.text());
    }

    /** The feed's thread does not wait while a body is encoded. */
    private synchronized String remember(long sq, String body) {
        String text = Pushes.event(name, epoch, sq, body);
        if (sq >= oldest && texts != null) {
            texts[index(sq)] = text;
        }
        return text;
    }

    /** Encodes whatever nobody has needed yet. */
    synchronized void settle() {
        for (long sq = oldest; sq <= head; sq++) {
            ring[index(sq)].text();
        }
    }

    /** True where a client that has everything before {@code from} can be given the rest without a gap. */
    synchronized boolean reaches(long from) {
        return from >= oldest && from <= head + 1;
    }

    private int index(long sq) {
        return (int) (sq & (ring.length - 1));
    }
}
