package org.gavel.gateway.http;

import org.gavel.exchange.api.Views;

/** Whether clients may come in: when history has been read and until the node stops. Thread-safe. */
public final class Readiness {
    private final Views views;
    private volatile boolean caughtUp;
    private volatile boolean draining;

    public Readiness(Views views) {
        this.views = views;
    }

    /** True once everything up to this sequence has been read; from the first time on, clients may come in. */
    public boolean caughtUpTo(long sequence) {
        boolean reached = views.sequence() >= sequence;
        if (reached) {
            caughtUp = true;
        }
        return reached;
    }

    /** No more clients. */
    public void drain() {
        draining = true;
    }

    public boolean draining() {
        return draining;
    }

    public boolean serving() {
        return caughtUp && !draining;
    }

    /** The sequence of the newest command known. */
    public long sequence() {
        return views.sequence();
    }
}
