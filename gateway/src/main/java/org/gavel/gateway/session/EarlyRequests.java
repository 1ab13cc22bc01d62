package org.gavel.gateway.session;

import java.util.ArrayDeque;
import java.util.Deque;
import org.gavel.exchange.api.Views;
import org.gavel.gateway.feed.ChannelName;
import org.gavel.gateway.wire.SessionOperation;
import org.gavel.gateway.wire.SessionOperation.Subscribe;
import org.gavel.gateway.wire.SessionOperation.Unsubscribe;

/**
 * What a session asks of a public channel while the views are behind what was announced: it waits for them, in order, so
 * that nobody who was told of a lot or a book hears that it is unknown. For the session's own thread.
 */
final class EarlyRequests {
    private record Early(long sequence, Runnable work) {}

    private final Announced announced;
    private final Views views;
    private final Deque<Early> waiting = new ArrayDeque<>();

    EarlyRequests(Announced announced, Views views) {
        this.announced = announced;
        this.views = views;
    }

    /** Whether it comes too early to be done at once. */
    boolean isEarly(SessionOperation operation) {
        return isOfPublicChannel(operation) && (!waiting.isEmpty() || views.sequence() < announced.sequence());
    }

    private static boolean isOfPublicChannel(SessionOperation operation) {
        return (operation instanceof Subscribe wanted && !wanted.channel().equals(ChannelName.OWN))
                || (operation instanceof Unsubscribe left && !left.channel().equals(ChannelName.OWN));
    }

    /** Keeps it until the views know of all that was announced by now; the caller bounds how many wait. */
    void keep(Runnable work) {
        waiting.add(new Early(announced.sequence(), work));
    }

    /** Does what no longer comes too early. */
    void goOn() {
        while (!waiting.isEmpty() && waiting.peek().sequence() <= views.sequence()) {
            waiting.poll().work().run();
        }
    }
}
