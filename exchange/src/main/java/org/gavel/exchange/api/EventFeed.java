package org.gavel.exchange.api;

import java.util.function.Consumer;

/** The door out: everything that happened, in order, durable before anyone sees it. Thread-safe. */
public interface EventFeed {
    /**
     * Calls the consumer for every command after {@code afterSequence} that caused events, on a thread of its own
     * named after the follower, until the subscription is closed. A consumer may be as slow as it likes: it delays
     * nobody. A consumer that throws is an internal fault and stops the node.
     */
    Subscription follow(String follower, long afterSequence, Consumer<Applied> consumer);

    /** Ends a following; returns when the consumer will not be called again. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
