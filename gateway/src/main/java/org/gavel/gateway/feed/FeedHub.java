package org.gavel.gateway.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.api.EventFeed;
import org.gavel.exchange.api.Views;
import org.gavel.exchange.view.MarketProjection;
import org.gavel.gateway.wire.Pushes;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.Faces;
import org.gavel.protocol.event.LotEvent;
import org.gavel.protocol.event.PriorityGranted;
import org.gavel.protocol.event.PrivateEvent;
import org.gavel.protocol.event.PublicEvent;
import org.gavel.protocol.event.VenueOpened;

/**
 * Follows the event feed on one thread and turns it into numbered channels. Numbers come from the feed alone, from
 * its first event on, so that they are the same after a restart. The following thread never waits for a client: it
 * adds to the channels and wakes whoever reads them. Thread-safe.
 */
public final class FeedHub implements AutoCloseable {
    /** The name under which the gateway follows the feed. */
    public static final String FOLLOWER = "gateway";

    /** The most events kept in all channels together; beyond it the oldest are forgotten first. */
    static final int MOST_KEPT = 131_072;

    private record Kept(FeedChannel channel, long sq) {
        void forget() {
            channel.forget(sq);
        }
    }

    private final MarketProjection projection = new MarketProjection();
    private final AccountBook accounts = new AccountBook();
    private final MarketText texts = new MarketText(projection);
    private final Map<String, FeedChannel> channels = new HashMap<>();
    private final Deque<Kept> kept = new ArrayDeque<>();
    private final List<Runnable> wakers = new CopyOnWriteArrayList<>();
    private String epoch = "";
    private EventFeed.Subscription following = () -> {};

    /** Starts to follow, from the very first event on. */
    public void follow(EventFeed feed) {
        following = feed.follow(FOLLOWER, 0, this::on);
    }

    /** Takes in what one command caused. */
    public void on(Applied applied) {
        synchronized (this) {
            projection.on(applied);
            applied.events().forEach(event -> tell(applied, event));
        }
        wakers.forEach(Runnable::run);
    }

    private void tell(Applied applied, Event event) {
        if (event instanceof VenueOpened opened) {
            epoch = Epoch.of(opened.venue(), applied);
        }
        if (event instanceof PrivateEvent personal) {
            accounts.on(personal);
            add(ChannelName.ME + personal.participant(), Pushes.body(applied, event, Faces.Private.class));
        } else if (event instanceof LotEvent || event instanceof PublicEvent) {
            if (event instanceof PriorityGranted granted) {
                accounts.on(granted);
            }
            tellAll(applied, event);
            tellOwner(applied, event);
        }
    }

    private void tellAll(Applied applied, Event event) {
        String body = Pushes.body(applied, event, Faces.Public.class);
        if (event instanceof LotEvent about) {
            add(ChannelName.LOT + about.lot(), body);
        }
        add(ChannelName.LOTS, body);
        if (event instanceof BidAccepted bid) {
            texts.bid(bid.lot(), body);
        }
    }

    private void tellOwner(Applied applied, Event event) {
        int owner = event instanceof LotEvent about ? about.owner() : 0;
        if (owner != 0) {
            add(ChannelName.ME + owner, Pushes.body(applied, event, Faces.Private.class));
        }
    }

    private void add(String key, String body) {
        FeedChannel channel = channel(key);
        long sq = channel.head() + 1;
        channel.add(Pushes.event(channel.name(), epoch, sq, body));
        kept.addLast(new Kept(channel, sq));
        if (kept.size() > MOST_KEPT) {
            kept.removeFirst().forget();
        }
    }

    private FeedChannel channel(String key) {
        return channels.computeIfAbsent(key, name -> new FeedChannel(ChannelName.onWire(name)));
    }

    /**
     * A place in a channel: behind everything before {@code from}, where the epoch is this one and nothing since is
     * forgotten; otherwise a snapshot and what follows it.
     *
     * @param from the first number wanted; 0 for a snapshot
     */
    public synchronized Attachment attach(ChannelName name, String wantedEpoch, long from) {
        FeedChannel channel = channel(name.key());
        long head = channel.head();
        boolean recovered = from > 0 && epoch.equals(wantedEpoch) && channel.reaches(from);
        Cursor cursor = new Cursor(channel, recovered ? from : head + 1);
        return new Attachment(cursor, epoch, head, recovered, recovered ? "" : snapshot(name));
    }

    private String snapshot(ChannelName name) {
        if (name.participant() != 0) {
            return accounts.snapshot(name.participant());
        }
        return projection
                .lot(name.lot())
                .map(texts::lot)
                .or(() -> projection.deal(name.lot()).map(texts::deal))
                .orElseGet(texts::market);
    }

    /** All lots and roadshows as they stand, as JSON text. */
    public synchronized String market() {
        return texts.market();
    }

    /** Calls this after every command's events, on the following thread: it must return at once. */
    public void onEvents(Runnable waker) {
        wakers.add(waker);
    }

    public Views views() {
        return projection;
    }

    /** Stops following. */
    @Override
    public void close() {
        following.close();
    }
}
