package org.gavel.gateway.session;

import java.time.Instant;
import org.gavel.exchange.api.MarketClock;

/** The gateway's times: evidence, countdowns and token expiry, never a decision of the market. Thread-safe. */
public interface GatewayClock {
    /** Tells the market's time to clients, and this machine's to tokens. */
    static GatewayClock of(MarketClock market) {
        return new GatewayClock() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public long micros() {
                return market.micros();
            }
        };
    }

    /** The wall clock: by it tokens expire. */
    Instant now();

    /** Nanoseconds that only ever grow, from an arbitrary beginning. */
    long nanos();

    /** The market's time in microseconds since 1970: what clients are told, and when something was received. */
    long micros();
}
