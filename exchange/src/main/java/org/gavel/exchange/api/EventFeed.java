package org.gavel.exchange.api;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** The door out: everything that happened, in order, durable before anyone sees it. Thread-safe. */
public interface EventFeed {
    /**
     * Calls the consumer for every command after {@code afterSequence} that caused events, on a thread of its own
     * named after the follower, until the subscription is closed. A consumer may be as slow as it likes: it delays
     * nobody. One that throws {@link Unavailable} is called with the same again, after a pause of five seconds at most;
     * what it throws besides is an internal fault and stops the node.
     */
    Subscription follow(String follower, long afterSequence, Consumer<Applied> consumer);

    /**
     * A view as it was kept, to be followed with from its own sequence on, or {@code fresh} where none can be used; that
     * is told in the node's log. From now on it is kept.
     *
     * @param follower under which name; one view for each
     * @param fresh makes one that was told nothing; called again, on another thread, whenever the view is kept
     */
    default <V extends KeptView> V kept(String follower, Supplier<V> fresh) {
        return fresh.get();
    }

    /** Ends a following; returns when the consumer will not be called again. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
