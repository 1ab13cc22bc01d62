package org.gavel.exchange.pipeline;

import java.nio.file.Path;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.exchange.sequencer.SequencerClock;
import org.gavel.exchange.snapshot.SnapshotRule;
import org.gavel.protocol.codec.json.Sealer;

/**
 * What an exchange is opened with.
 *
 * @param digestEvery how many records lie between two state digests of a new venue
 * @param clockFactor 1, or how many times as fast a rehearsal's clock runs
 * @param release of the software, for the record
 * @param snapshots how often the engine is written down; never in class MEMORY
 */
public record ExchangeSettings(
        String venue,
        Path dataDirectory,
        Durability durability,
        LogSettings logs,
        Sealer sealer,
        int digestEvery,
        int clockFactor,
        String release,
        SnapshotRule snapshots) {
    /** A state digest at least this often, in records, unless a venue says otherwise. */
    public static final int DEFAULT_DIGEST_EVERY = 4096;

    /** An exchange that takes no snapshots. */
    public ExchangeSettings(
            String venue,
            Path dataDirectory,
            Durability durability,
            LogSettings logs,
            Sealer sealer,
            int digestEvery,
            int clockFactor,
            String release) {
        this(venue, dataDirectory, durability, logs, sealer, digestEvery, clockFactor, release, SnapshotRule.NONE);
    }

    SequencerClock clock(long journalMicros) {
        return clockFactor == 1
                ? SequencerClock.startingAt(journalMicros)
                : SequencerClock.accelerated(journalMicros, clockFactor);
    }
}
