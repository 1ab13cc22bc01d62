package org.gavel.exchange.snapshot;

import java.nio.file.Path;

/**
 * A snapshot, or a view kept beside one, that must not be served. The sentence names the file, the place where there is
 * one, and what takes its place: an older one, at last the whole journal or, for a view, the whole event log.
 */
public final class SnapshotRefusal extends Exception {
    private static final String INSTEAD_OF_SNAPSHOT = "The start uses an older snapshot or the whole journal";
    private static final String INSTEAD_OF_VIEW =
            "An older view, or a new one that reads the whole event log, takes its place";

    private static final long serialVersionUID = 1L;

    private SnapshotRefusal(Path file, String what, String advice) {
        super(file + ": " + what + ". " + advice);
    }

    /** One that is whole, but not this journal's or not this build's. */
    public static SnapshotRefusal unfit(Path file, String what) {
        boolean isView = Snapshots.isView(file);
        String next = isView ? "; the next snapshot brings a view with it." : "; new snapshots follow.";
        return new SnapshotRefusal(file, what, (isView ? INSTEAD_OF_VIEW : INSTEAD_OF_SNAPSHOT) + next);
    }

    /** One whose bytes are not what was written. */
    static SnapshotRefusal damaged(Path file, String what) {
        String instead = Snapshots.isView(file) ? INSTEAD_OF_VIEW : INSTEAD_OF_SNAPSHOT;
        return new SnapshotRefusal(file, what, instead + "; move the file away and check the disk.");
    }
}
