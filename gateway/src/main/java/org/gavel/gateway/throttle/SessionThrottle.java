package org.gavel.gateway.throttle;

/**
 * The bounds of one session: its rate, its commands in flight, and how long it may go on in spite of refusals. For
 * the session's own thread; time is an argument.
 */
public final class SessionThrottle {
    /** So many more messages refused than taken are a flood: whoever keeps to twice the rate is never one. */
    public static final int FLOOD = 1_000;

    private final int mostInFlight;
    private Rate rate;
    private TokenBucket bucket;
    private int inFlight;

    /** Each message refused counts one up, each taken one down as far as zero. */
    private int excess;

    public SessionThrottle(Rate rate, int mostInFlight, long nowNanos) {
        this.mostInFlight = mostInFlight;
        this.rate = rate;
        bucket = new TokenBucket(rate, nowNanos);
    }

    /** From now on this rate; where it is another than before, with a full burst. */
    public void change(Rate other, long nowNanos) {
        if (!rate.equals(other)) {
            rate = other;
            bucket = new TokenBucket(other, nowNanos);
        }
    }

    /** A message came in; false where it is one too many. */
    public boolean message(long nowNanos) {
        boolean taken = bucket.take(nowNanos);
        excess = taken ? Math.max(0, excess - 1) : excess + 1;
        return taken;
    }

    /** What to say of a message that is one too many. */
    public TooMuch tooFast(long nowNanos) {
        return new TooMuch("You send faster than the venue allows", bucket.waitNanos(nowNanos));
    }

    public boolean flooded() {
        return excess >= FLOOD;
    }

    /** A command is about to be submitted; false where too many still wait for their answer. */
    public boolean submit() {
        if (inFlight >= mostInFlight) {
            return false;
        }
        inFlight++;
        return true;
    }

    /** A submitted command was answered. */
    public void answered() {
        inFlight--;
    }
}
