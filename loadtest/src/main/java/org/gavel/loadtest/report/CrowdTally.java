package org.gavel.loadtest.report;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.gavel.protocol.reject.RejectReason;

/** Counts what a crowd sends and is told. Confined to one thread. */
public final class CrowdTally {
    private static final long MAX_MICROS = TimeUnit.HOURS.toMicros(1);
    private static final int DIGITS = 3;

    private final Map<RejectReason, Long> rejected = new EnumMap<>(RejectReason.class);
    private final Histogram micros = new Histogram(MAX_MICROS, DIGITS);
    private long sent;
    private long accepted;
    private long unresolved;
    private long mistakes;
    private long deposits;

    public void bidSent(boolean mistake) {
        sent++;
        if (mistake) {
            mistakes++;
        }
    }

    public void bidAnswered(RejectReason reason) {
        if (reason == RejectReason.NONE) {
            accepted++;
        } else if (reason == RejectReason.UNKNOWN_OUTCOME) {
            unresolved++;
        } else {
            rejected.merge(reason, 1L, Long::sum);
        }
    }

    public void depositHeld() {
        deposits++;
    }

    /** The time from the intended sending to the answer. */
    public void answeredAfter(long nanos) {
        micros.recordValue(Math.min(MAX_MICROS, Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos))));
    }

    /** Everything so far. */
    public CrowdReport report(long seed, int bidders, double clockScale, Connections connections) {
        Bids bids = new Bids(sent, accepted, new EnumMap<>(rejected), unresolved, mistakes);
        return new CrowdReport(seed, bidders, clockScale, bids, deposits, connections, Latency.of(micros));
    }
}
