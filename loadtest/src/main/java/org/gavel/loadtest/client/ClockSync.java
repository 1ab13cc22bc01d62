package org.gavel.loadtest.client;

import io.vertx.core.Vertx;
import org.gavel.loadtest.link.Link;
import org.gavel.loadtest.link.Reply;
import org.gavel.loadtest.link.ServerClock;
import org.gavel.loadtest.link.Wire;

/** Asks the venue for its time: quickly at first, so that its speed is known, then now and then. */
final class ClockSync {
    private static final long[] FIRST_PAUSES_MILLIS = {60, 60, 250, 1_000};
    private static final long LATER_PAUSE_MILLIS = 5_000;

    private final Vertx vertx;
    private final ServerClock clock;
    private final long timeoutMillis;
    private Link link;

    ClockSync(Vertx vertx, ServerClock clock, long timeoutMillis) {
        this.vertx = vertx;
        this.clock = clock;
        this.timeoutMillis = timeoutMillis;
    }

    /** A new connection; {@code now} is the time it was greeted with, or 0. */
    void ready(Link open, long now) {
        link = open;
        clock.restart();
        if (now > 0) {
            clock.sample(System.nanoTime(), now, ServerClock.ONE_WAY_NANOS);
        }
        ask(open, 0);
    }

    void lost() {
        link = null;
    }

    private void ask(Link open, int count) {
        if (link != open) {
            return;
        }
        long sentNanos = System.nanoTime();
        long sentMicros = System.currentTimeMillis() * 1_000;
        open.request("TimeSync", Wire.object().put("t0", sentMicros), timeoutMillis, reply -> {
            if (reply.granted()) {
                sample(reply, sentNanos);
            }
            if (reply.granted() || !reply.answered()) {
                askAgain(open, count);
            }
        });
    }

    private void sample(Reply reply, long sentNanos) {
        long halfWayNanos = (System.nanoTime() - sentNanos) / 2;
        long t1 = reply.body().path("t1").asLong();
        long t2 = reply.body().path("t2").asLong();
        clock.sample(sentNanos + halfWayNanos, t1 + (t2 - t1) / 2, halfWayNanos);
    }

    private void askAgain(Link open, int count) {
        boolean early = count < FIRST_PAUSES_MILLIS.length;
        vertx.setTimer(early ? FIRST_PAUSES_MILLIS[count] : LATER_PAUSE_MILLIS, fired -> ask(open, count + 1));
    }
}
