package org.gavel.exchange.snapshot;

/**
 * How often a node takes snapshots of its engine.
 *
 * @param every how many records, at least: the next digest after them is taken; 0 for never
 * @param kept how many are kept, the newest
 */
public record SnapshotRule(long every, int kept) {
    /** What a node does unless its configuration says otherwise. */
    public static final SnapshotRule USUAL = new SnapshotRule(1_000_000, 3);

    /** No snapshots. */
    public static final SnapshotRule NONE = new SnapshotRule(0, 1);

    /** Refuses to keep none of what is taken. */
    public SnapshotRule {
        if (every < 0 || kept < 1) {
            throw new IllegalArgumentException("every " + every + " records, " + kept + " kept");
        }
    }
}
