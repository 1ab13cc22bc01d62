package org.gavel.exchange.snapshot;

import java.nio.file.Path;

/**
 * A snapshot that must not be served. The sentence names the file, the place where there is one, and what to do;
 * an older snapshot or the whole journal takes its place.
 */
public final class SnapshotRefusal extends Exception {
    /** What to do about bytes that are not what was written. */
    static final String DAMAGED =
            "The start uses an older snapshot or the whole journal; move the file away and" + " check the disk.";

    /** What to do about a snapshot that is whole, but not for this start. */
    static final String UNFIT = "The start uses an older snapshot or the whole journal; new snapshots follow.";

    private static final long serialVersionUID = 1L;

    SnapshotRefusal(Path file, String what, String advice) {
        super(file + ": " + what + ". " + advice);
    }

    /** One that is whole, but not this journal's or not this build's. */
    public static SnapshotRefusal unfit(Path file, String what) {
        return new SnapshotRefusal(file, what, UNFIT);
    }
}
