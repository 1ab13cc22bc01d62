package org.gavel.exchange.pipeline;

import java.nio.file.Path;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.exchange.sequencer.SequencerClock;
import org.gavel.protocol.codec.json.Sealer;

/**
 * What an exchange is opened with.
 *
 * @param digestEvery how many records lie between two state digests of a new venue
 * @param clockFactor 1, or how many times as fast a rehearsal's clock runs
 * @param release of the software, for the record
 * @param leastFreeBytes of the disk, below which no command is taken
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
        long leastFreeBytes) {
    /** A state digest at least this often, in records, unless a venue says otherwise. */
    public static final int DEFAULT_DIGEST_EVERY = 4096;

    /** Room enough for hours of the venue's own records. */
    public static final long DEFAULT_LEAST_FREE_BYTES = 256L * 1024 * 1024;

    /** The same with the usual room kept free. */
    public ExchangeSettings(
            String venue,
            Path dataDirectory,
            Durability durability,
            LogSettings logs,
            Sealer sealer,
            int digestEvery,
            int clockFactor,
            String release) {
        this(
                venue,
                dataDirectory,
                durability,
                logs,
                sealer,
                digestEvery,
                clockFactor,
                release,
                DEFAULT_LEAST_FREE_BYTES);
    }

    SequencerClock clock(long journalMicros) {
        return clockFactor == 1
                ? SequencerClock.startingAt(journalMicros)
                : SequencerClock.accelerated(journalMicros, clockFactor);
    }

    /** What watches the disk that the journal is written to. */
    SpaceGuard guard() {
        return durability == Durability.MEMORY ? SpaceGuard.none() : SpaceGuard.over(dataDirectory, leastFreeBytes);
    }
}
