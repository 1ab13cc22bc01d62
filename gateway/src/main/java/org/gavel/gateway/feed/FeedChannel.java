package org.gavel.gateway.feed;

/**
 * One channel: its events' texts under consecutive numbers from 1, the newest of them kept. Written by the feed's
 * thread alone, read by any.
 */
final class FeedChannel {
    /** The most events kept for those who resume. */
    static final int KEPT = 4_096;

    private static final int FIRST_CAPACITY = 8;

    private final String name;
    private String[] ring = new String[FIRST_CAPACITY];
    private long oldest = 1;
    private volatile long head;

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
    synchronized void add(String text) {
        long next = head + 1;
        if (next - oldest == KEPT) {
            oldest++;
        } else if (next - oldest == ring.length) {
            grow();
        }
        ring[index(next)] = text;
        head = next;
    }

    private void grow() {
        String[] larger = new String[ring.length * 2];
        for (long sq = oldest; sq <= head; sq++) {
            larger[(int) (sq & (larger.length - 1))] = ring[index(sq)];
        }
        ring = larger;
    }

    /** Keeps the event no longer, where it is still the oldest kept. */
    synchronized void forget(long sq) {
        if (sq == oldest) {
            ring[index(oldest)] = null;
            oldest++;
        }
    }

    /** The text of an event, or null where it is kept no more or has not happened. */
    synchronized String text(long sq) {
        return sq < oldest || sq > head ? null : ring[index(sq)];
    }

    /** True where a client that has everything before {@code from} can be given the rest without a gap. */
    synchronized boolean reaches(long from) {
        return from >= oldest && from <= head + 1;
    }

    private int index(long sq) {
        return (int) (sq & (ring.length - 1));
    }
}
