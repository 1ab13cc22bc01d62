package org.gavel.gateway.throttle;

import java.util.concurrent.TimeUnit;
import org.gavel.protocol.reject.RejectReason;

/** Somebody asks for more than they may now: {@code RATE_LIMITED}, with when to ask again where that is known. */
public final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long waitNanos;

    /**
     * @param problem what is too much, as the beginning of a sentence
     * @param waitNanos how long until it would not be; 0 where nobody knows
     */
    public TooMuch(String problem, long waitNanos) {
        super(problem, null, false, false);
        this.waitNanos = waitNanos;
    }

    public RejectReason reason() {
        return RejectReason.RATE_LIMITED;
    }

    /** What is wrong and what to do, for the person who sent it. */
    public String sentence() {
        return getMessage() + ". " + reason().sentence(0);
    }

    /** How long until it would not be too much, rounded up; 0 where nobody knows. */
    public long waitMillis() {
        return roundedUp(TimeUnit.MILLISECONDS);
    }

    /** The same in seconds. */
    public long waitSeconds() {
        return roundedUp(TimeUnit.SECONDS);
    }

    private long roundedUp(TimeUnit unit) {
        long one = unit.toNanos(1);
        return (waitNanos + one - 1) / one;
    }
}
