package org.gavel.gateway.simulation;

import java.time.Instant;
import org.gavel.gateway.session.GatewayClock;

/** Both kinds of time of the machine a simulated node runs on: the wall clock may jump, the other only goes on. */
final class SimulatedMachine implements GatewayClock {
    static final Instant START = Instant.parse("2026-03-02T02:00:00Z");

    private long elapsed;
    private long wall;

    /** Lets time pass, in microseconds; the wall clock may also go back. */
    void pass(long micros) {
        wall += micros;
        elapsed += Math.max(0, micros);
    }

    @Override
    public Instant now() {
        return START.plusNanos(wall * 1_000);
    }

    @Override
    public long nanos() {
        return elapsed * 1_000;
    }

    @Override
    public long micros() {
        return START.getEpochSecond() * 1_000_000 + wall;
    }
}
