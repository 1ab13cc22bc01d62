package org.gavel.gateway.throttle;

/**
 * What one asker may be given in snapshots: each costs by its length, and the one that goes beyond is given still, so
 * that what is asked for need not be made to know what it costs. Thread-safe; time is an argument.
 */
public final class SnapshotBudget {
    /** So many characters cost one; what is left over costs nothing, so that short snapshots are free. */
    public static final int UNIT = 16_384;

    /** 8 MiB a second, 128 MiB at once after a rest. */
    public static final Rate RATE = new Rate(512, 8_192);

    private final TokenBucket bucket;

    SnapshotBudget(long nowNanos) {
        bucket = new TokenBucket(RATE, nowNanos);
    }

    /**
     * Another snapshot is asked for.
     *
     * @throws TooMuch where none may be given now
     */
    public synchronized void check(long nowNanos) {
        long wait = bucket.waitNanos(nowNanos);
        if (wait > 0) {
            throw new TooMuch("You ask for more in snapshots than the venue allows", wait);
        }
    }

    /** A snapshot of so many characters was given. */
    public synchronized void spend(int characters) {
        bucket.spend(characters / UNIT);
    }
}
