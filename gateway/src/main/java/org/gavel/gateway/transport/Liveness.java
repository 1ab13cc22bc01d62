package org.gavel.gateway.transport;

import java.time.Duration;
import org.gavel.gateway.session.GatewayClock;

/** When a client was last heard of, be it by a message or by the answer to a ping. For the connection's thread. */
final class Liveness {
    /** So many heartbeats without a sign of life are the end. */
    static final int HEARTBEATS = 4;

    private final GatewayClock clock;
    private final Duration heartbeat;
    private long heardNanos;

    Liveness(GatewayClock clock, Duration heartbeat) {
        this.clock = clock;
        this.heartbeat = heartbeat;
        heard();
    }

    long periodMillis() {
        return heartbeat.toMillis();
    }

    void heard() {
        heardNanos = clock.nanos();
    }

    boolean silent() {
        return clock.nanos() - heardNanos >= heartbeat.toNanos() * HEARTBEATS;
    }
}
