package org.gavel.loadtest.link;

import java.util.ArrayDeque;
import java.util.Comparator;

/**
 * The venue's clock as its messages tell it, against this process's {@code nanoTime}: where it stands and how fast it
 * runs. A rehearsal's clock may run many times faster than the wall; nobody has to say so. Confined to one thread.
 */
public final class ServerClock {
    /** How late a message may be that says nothing of its way: a greeting, a heartbeat. */
    public static final long ONE_WAY_NANOS = 50_000_000L;

    private static final int SAMPLES = 16;

    /** Samples closer together than this say nothing about speed. */
    private static final long MIN_SPAN_NANOS = 40_000_000L;

    /** How much of its worth as an anchor a sample loses by age, in nanoseconds per microsecond. */
    private static final long AGEING = 1;

    /** The venue's clock stood at {@code micros} when ours stood at {@code nanos}, give or take. */
    private record Sample(long nanos, long micros, long doubtNanos) {}

    private final ArrayDeque<Sample> samples = new ArrayDeque<>();
    private Sample anchor = new Sample(0, 0, 0);
    private double scale = 1.0;
    private boolean measured;

    /** Forgets where the clock stood, as a restarted node's may stand elsewhere; the speed is kept until measured. */
    public void restart() {
        samples.clear();
        measured = false;
    }

    /**
     * The venue said {@code micros} when this process's clock stood at {@code nanos}.
     *
     * @param doubtNanos how far the two instants may lie apart
     */
    public void sample(long nanos, long micros, long doubtNanos) {
        Sample sample = new Sample(nanos, micros, Math.max(1, doubtNanos));
        if (samples.size() == SAMPLES) {
            samples.removeFirst();
        }
        samples.addLast(sample);
        measureSpeed();
        anchor = samples.stream()
                .min(Comparator.comparingLong(old -> old.doubtNanos() + (nanos - old.nanos()) / 1_000 * AGEING))
                .orElse(sample);
    }

    /** From the two samples that leave the least doubt. */
    private void measureSpeed() {
        double leastDoubt = 1.0;
        for (Sample early : samples) {
            for (Sample late : samples) {
                long span = late.nanos() - early.nanos();
                double doubt = (early.doubtNanos() + late.doubtNanos()) / (double) Math.max(1, span);
                if (span >= MIN_SPAN_NANOS && doubt < leastDoubt) {
                    leastDoubt = doubt;
                    scale = Math.max((late.micros() - early.micros()) * 1_000.0 / span, 0.001);
                    measured = true;
                }
            }
        }
    }

    /** Whether position and speed are known since the last {@link #restart}. */
    public boolean isMeasured() {
        return measured;
    }

    /** Server microseconds per wall microsecond. */
    public double scale() {
        return scale;
    }

    /** The venue's time at the local instant, in microseconds since 1970; 0 before the first sample. */
    public long micros(long nanos) {
        return samples.isEmpty() ? 0 : anchor.micros() + Math.round((nanos - anchor.nanos()) / 1_000.0 * scale);
    }

    /** How long the wall clock takes for this many server microseconds, in nanoseconds. */
    public long wallNanos(long micros) {
        return Math.round(micros * 1_000.0 / scale);
    }
}
