package org.gavel.gateway.feed;

import java.util.ArrayDeque;
import java.util.Deque;

/** Bounds what some channels keep together: beyond it the oldest event is forgotten first. For the feed's thread. */
final class KeptEvents {
    private record Kept(FeedChannel channel, long sq) {
        void forget() {
            channel.forget(sq);
        }
    }

    private final Deque<Kept> kept = new ArrayDeque<>();
    private final int most;

    KeptEvents(int most) {
        this.most = most;
    }

    void add(FeedChannel channel, long sq) {
        kept.addLast(new Kept(channel, sq));
        if (kept.size() > most) {
            kept.removeFirst().forget();
        }
    }
}
