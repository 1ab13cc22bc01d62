package org.gavel.loadtest.scenario;

/**
 * When a bidder decides.
 *
 * @param micros the venue's time, microseconds since 1970
 * @param scale server microseconds per wall microsecond
 */
record Moment(long micros, double scale) {
    /** Server time that passes while the wall clock advances so far. */
    long during(long wallMicros) {
        return Math.round(wallMicros * scale);
    }
}
