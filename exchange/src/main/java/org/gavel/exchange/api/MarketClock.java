package org.gavel.exchange.api;

/** What time it is for the market: countdowns follow it. It decides nothing; only a command's own time does. */
@FunctionalInterface
public interface MarketClock {
    /** Microseconds since 1970; from any thread, never going back on one. */
    long micros();

    /** How it stands to the wall clock; from any thread. */
    default WallOffset wallOffset() {
        return WallOffset.NONE;
    }
}
