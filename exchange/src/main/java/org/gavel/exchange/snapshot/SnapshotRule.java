package org.gavel.exchange.snapshot;

/**
 * How often a node takes snapshots of its engine.
 *
 * @param every how many records: the first digest at or after each multiple of it is taken; 0 for never
 * @param kept how many are kept, the newest
 */
public record SnapshotRule(long every, int kept) {
    /** What a node does unless its configuration says otherwise. */
    public static final SnapshotRule USUAL = new SnapshotRule(250_000, 3);

    /** No snapshots. */
    public static final SnapshotRule NONE = new SnapshotRule(0, 1);

    /** Refuses to keep none of what is taken. */
    public SnapshotRule {
        if (every < 0 || kept < 1) {
            throw new IllegalArgumentException("every " + every + " records, " + kept + " kept");
        }
    }

    /** Whether a digest at this sequence is to be taken, where the last that was taken was at another. */
    boolean isDue(long sequence, long taken) {
        return sequence / every > taken / every;
    }
}
