package org.gavel.gateway;

import org.gavel.exchange.api.Applied;
import org.gavel.exchange.api.KeptView;
import org.gavel.gateway.feed.FeedHub;
import org.gavel.gateway.presence.WatchedLots;

/** All that the gateway knows of the market: what a start goes on with instead of reading the feed anew. One thread feeds it. */
public final class GatewayViews implements KeptView {
    /** The name under which the gateway follows the feed. */
    public static final String FOLLOWER = "gateway";

    private final FeedHub feed = new FeedHub();
    private final WatchedLots watched = new WatchedLots();

    @Override
    public void accept(Applied applied) {
        feed.on(applied);
        watched.accept(applied);
    }

    @Override
    public long sequence() {
        return feed.views().sequence();
    }

    @Override
    public void settle() {
        feed.settle();
    }

    /** The channels. */
    public FeedHub feed() {
        return feed;
    }

    WatchedLots watched() {
        return watched;
    }
}
