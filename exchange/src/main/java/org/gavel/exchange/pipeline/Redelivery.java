package org.gavel.exchange.pipeline;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.api.Unavailable;

/**
 * Hands each delivery to its consumer until it is taken: one that is {@link Unavailable} gets the same again after a pause,
 * which doubles from {@value #FIRST_PAUSE_MILLIS} to {@value #LONGEST_PAUSE_MILLIS} milliseconds. One thread delivers, any
 * ends it.
 */
final class Redelivery implements Consumer<Applied> {
    static final long FIRST_PAUSE_MILLIS = 100;
    static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final Consumer<Applied> consumer;
    private final CountDownLatch ended = new CountDownLatch(1);

    Redelivery(Consumer<Applied> consumer) {
        this.consumer = consumer;
    }

    /** Returns when it is taken, or, after {@link #end}, without that: then nothing more may be delivered. */
    @Override
    public void accept(Applied applied) {
        long pause = FIRST_PAUSE_MILLIS;
        while (!isTaken(applied) && !endsWithin(pause)) {
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    private boolean isTaken(Applied applied) {
        try {
            consumer.accept(applied);
            return true;
        } catch (Unavailable later) {
            return false;
        }
    }

    private boolean endsWithin(long millis) {
        try {
            return ended.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("A follower was interrupted before its delivery was taken.", e);
        }
    }

    /** Cuts a pause short; the delivery is not tried again. */
    void end() {
        ended.countDown();
    }
}
