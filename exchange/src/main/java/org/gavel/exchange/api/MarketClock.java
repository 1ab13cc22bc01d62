package org.gavel.exchange.api;

/** What time it is for the market: countdowns follow it. It decides nothing; only a command's own time does. */
@FunctionalInterface
public interface MarketClock {
    /** Microseconds since 1970; from any thread, never going back on one. */
    long micros();
}
