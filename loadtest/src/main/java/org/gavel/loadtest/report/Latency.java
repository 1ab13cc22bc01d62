package org.gavel.loadtest.report;

import org.HdrHistogram.Histogram;

/** From the instant a command was meant to be sent to its answer, in microseconds. */
public record Latency(long count, long p50, long p90, long p99, long p999, long max) {
    static Latency of(Histogram micros) {
        return new Latency(
                micros.getTotalCount(),
                micros.getValueAtPercentile(50),
                micros.getValueAtPercentile(90),
                micros.getValueAtPercentile(99),
                micros.getValueAtPercentile(99.9),
                micros.getMaxValue());
    }
}
