package org.gavel.gateway.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.api.KeptState;
import org.gavel.exchange.api.Views;
import org.gavel.exchange.view.MarketProjection;
import org.gavel.gateway.feed.ChannelName.Kind;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.BookEvent;
import org.gavel.protocol.event.DeskEvent;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.Faces;
import org.gavel.protocol.event.LotEvent;
import org.gavel.protocol.event.OrderAccepted;
import org.gavel.protocol.event.OrderAmended;
import org.gavel.protocol.event.OrderEnded;
import org.gavel.protocol.event.OrderFilled;
import org.gavel.protocol.event.OrdersTraded;
import org.gavel.protocol.event.PrivateEvent;
import org.gavel.protocol.event.PublicEvent;
import org.gavel.protocol.event.VenueOpened;

/**
 * Turns the event feed, told on one thread, into numbered channels. Numbers come from the feed alone, from its first
 * event on, so that they are the same after a restart. The feeding thread never waits for a client: it
 * adds to the channels and wakes whoever reads them. Thread-safe.
 */
public final class FeedHub implements KeptState {
    /** The most events kept in all channels together; beyond it the oldest are forgotten first. */
    static final int MOST_KEPT = 131_072;

    /** How long a long snapshot is given to all who ask, with what has happened since. */
    static final long INTERVAL_NANOS = 1_000_000_000L;

    private final MarketProjection projection = new MarketProjection();
    private final AccountBook accounts = new AccountBook();
    private final MarketText texts = new MarketText(projection);
    private final BookTexts books = new BookTexts(projection);
    private final Map<ChannelName, FeedChannel> channels = new HashMap<>();
    private final KeptEvents kept;

    /** A storm of orders must not cost anybody the history of a lot. */
    private final KeptEvents keptOfBooks;

    /** What the staff alone are told must not cost the public its history either. */
    private final KeptEvents keptOfDesks;

    /** The books the command at hand has touched. */
    private final Set<Integer> touched = new TreeSet<>();

    private final transient KeptSnapshots snapshots = new KeptSnapshots();
    private final transient List<Runnable> wakers = new CopyOnWriteArrayList<>();
    private String epoch = "";

    public FeedHub() {
        this(MOST_KEPT);
    }

    FeedHub(int mostKept) {
        kept = new KeptEvents(mostKept);
        keptOfBooks = new KeptEvents(mostKept);
        keptOfDesks = new KeptEvents(mostKept);
    }

    /** Takes in what one command caused. */
    public void on(Applied applied) {
        synchronized (this) {
            projection.on(applied);
            applied.events().forEach(event -> tell(applied, event));
            tellDepth(applied);
        }
        wakers.forEach(Runnable::run);
    }

    private void tell(Applied applied, Event event) {
        if (event instanceof VenueOpened opened) {
            epoch = Epoch.of(opened.venue(), applied);
        }
        if (event instanceof PrivateEvent personal) {
            accounts.on(personal);
            tellPrivately(applied, personal.participant(), event);
        } else if (event instanceof BookEvent about) {
            tellBook(applied, about);
        } else if (event instanceof LotEvent || event instanceof PublicEvent) {
            if (event instanceof LotEvent about) {
                accounts.on(about);
            }
            tellAll(applied, event);
            tellOwner(applied, event);
        }
        if (event instanceof DeskEvent about) {
            Body body = Body.of(applied, event, Faces.Private.class);
            add(new ChannelName(Kind.DESK, about.lot()), body, keptOfDesks);
        }
    }

    private void tellAll(Applied applied, Event event) {
        Body body = Body.of(applied, event, Faces.Public.class);
        if (event instanceof LotEvent about) {
            add(new ChannelName(Kind.LOT, about.lot()), body);
        }
        add(ChannelName.all(Kind.LOTS), body);
        if (event instanceof BidAccepted bid) {
            texts.bid(bid.lot(), body);
        }
    }

    private void tellOwner(Applied applied, Event event) {
        int owner = event instanceof LotEvent about ? about.owner() : 0;
        if (owner != 0) {
            tellPrivately(applied, owner, event);
        }
    }

    private void tellPrivately(Applied applied, int participant, Event event) {
        add(new ChannelName(Kind.ME, participant), Body.of(applied, event, Faces.Private.class));
    }

    private void tellBook(Applied applied, BookEvent event) {
        books.on(event);
        accounts.on(event);
        touched.add(event.book());
        Body body = Body.of(applied, event, Faces.Public.class);
        addOfBook(new ChannelName(Kind.ORDERS, event.book()), body);
        boolean ofOneOrder =
                event instanceof OrderAccepted || event instanceof OrderAmended || event instanceof OrderEnded;
        if (!ofOneOrder) {
            addOfBook(new ChannelName(Kind.BOOK, event.book()), body);
            addOfBook(ChannelName.all(Kind.BOOKS), body);
        }
        if (event instanceof OrdersTraded traded) {
            books.trade(event.book(), body);
            tellTrader(applied, traded.toBuyer());
            tellTrader(applied, traded.toSeller());
        } else if (event.owner() != 0) {
            addOfBook(new ChannelName(Kind.ME, event.owner()), Body.of(applied, event, Faces.Private.class));
        }
    }

    private void tellTrader(Applied applied, OrderFilled fill) {
        accounts.on(fill);
        addOfBook(new ChannelName(Kind.ME, fill.participant()), Body.of(applied, fill, Faces.Private.class));
    }

    /** What the whole command changed, once for each book: no level shows what was only so in between. */
    private void tellDepth(Applied applied) {
        for (int book : touched) {
            books.changes(book, applied).ifPresent(body -> addOfBook(new ChannelName(Kind.DEPTH, book), body));
        }
        touched.clear();
    }

    private void add(ChannelName name, Body body) {
        add(name, body, kept);
    }

    private void addOfBook(ChannelName name, Body body) {
        add(name, body, keptOfBooks);
    }

    private void add(ChannelName name, Body body, KeptEvents bound) {
        FeedChannel channel = channel(name);
        long sq = channel.head() + 1;
        channel.add(epoch, body);
        bound.add(channel, sq);
    }

    private FeedChannel channel(ChannelName name) {
        return channels.computeIfAbsent(name, key -> new FeedChannel(key.onWire()));
    }

    /**
     * A place in a channel: behind everything before {@code from}, where the epoch is this one and nothing since is
     * forgotten; otherwise a snapshot and what follows it. Holds up the feed no longer than it takes to pick out what a
     * snapshot shows: it becomes text when it is read.
     *
     * @param from the first number wanted; 0 for a snapshot
     */
    public synchronized Attachment attach(ChannelName name, String wantedEpoch, long from, long nowNanos) {
        FeedChannel channel = channel(name);
        if (recovers(name, wantedEpoch, from)) {
            return new Attachment(new Cursor(channel, from), epoch, channel.head(), true, Body.EMPTY);
        }
        Snapshot shown = snapshots
                .of(name)
                .filter(last -> isFresh(last) || stands(last, name, channel, nowNanos))
                .orElseGet(() -> snapshots.keep(name, taken(name, channel, nowNanos)));
        return new Attachment(new Cursor(channel, shown.sq() + 1), epoch, shown.sq(), false, shown.text());
    }

    /** Whether everything from there on can be given without a snapshot. */
    public synchronized boolean recovers(ChannelName name, String wantedEpoch, long from) {
        return from > 0 && epoch.equals(wantedEpoch) && channel(name).reaches(from);
    }

    private boolean isFresh(Snapshot last) {
        return last.sequence() == projection.sequence();
    }

    /** Whether what is shown is all told by the channel's events, and few enough of them came since the snapshot. */
    private boolean stands(Snapshot last, ChannelName name, FeedChannel channel, long nowNanos) {
        boolean isYoung = nowNanos - last.takenNanos() < INTERVAL_NANOS;
        return name.tellsAll()
                && (last.sq() == channel.head()
                        || (isYoung && books.isLong(name.number()) && channel.reaches(last.sq() + 1)));
    }

    private Snapshot taken(ChannelName name, FeedChannel channel, long nowNanos) {
        return new Snapshot(projection.sequence(), channel.head(), nowNanos, new Body(text(name)));
    }

    /** Picks out what the channel's snapshot shows now; what is returned makes it text later. */
    private Supplier<String> text(ChannelName name) {
        return switch (name.kind()) {
            case ME -> accounts.snapshot(name.number());
            case DESK -> accounts.desk(name.number());
            case LOT ->
                projection
                        .lot(name.number())
                        .map(texts::lot)
                        .or(() -> projection.deal(name.number()).map(texts::deal))
                        .orElseGet(() -> texts.market(0));
            case LOTS -> texts.market(0);
            default -> books.snapshot(name);
        };
    }

    /**
     * A page of all lots, deals, listings and roadshows as they stand, as JSON text.
     *
     * @param after the number before the first wanted
     */
    public String market(int after) {
        return after == 0 ? list(Kind.LOTS) : page(() -> texts.market(after));
    }

    /** The same of all unit books at a glance. */
    public String books(int after) {
        return after == 0 ? list(Kind.BOOKS) : page(() -> books.books(after));
    }

    private String list(Kind kind) {
        return attach(ChannelName.all(kind), "", 0, 0).snapshot();
    }

    private String page(Supplier<Supplier<String>> picked) {
        Supplier<String> page;
        synchronized (this) {
            page = picked.get();
        }
        return page.get();
    }

    /** Calls this after every command's events, on the following thread: it must return at once. */
    public void onEvents(Runnable waker) {
        wakers.add(waker);
    }

    public Views views() {
        return projection;
    }

    /** Encodes whatever nobody has needed yet; only where nobody feeds it meanwhile. */
    public void settle() {
        channels.values().forEach(FeedChannel::settle);
        texts.settle();
        books.settle();
    }
}
