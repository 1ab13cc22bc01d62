package org.gavel.gateway;

import java.time.Duration;
import org.gavel.exchange.api.CommandPort;
import org.gavel.exchange.api.EventFeed;
import org.gavel.exchange.api.MarketClock;
import org.gavel.exchange.api.Projections;
import org.gavel.exchange.api.Views;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.gateway.feed.FeedHub;
import org.gavel.gateway.http.ListedMarket;
import org.gavel.gateway.http.PublicPages;
import org.gavel.gateway.http.Readiness;
import org.gavel.gateway.presence.ConnectivityWatch;
import org.gavel.gateway.presence.Disconnects;
import org.gavel.gateway.session.Doors;
import org.gavel.gateway.session.GatewayClock;
import org.gavel.gateway.transport.GatewayServer;

/**
 * The doors of a node. It follows the event feed from where its views were kept, else from the first event on; clients are let in once
 * {@link #caughtUpTo} was asked for a sequence that had been reached. Thread-safe.
 */
public final class Gateway implements AutoCloseable {
    private final FeedHub feed;
    private final Readiness readiness;
    private final GatewayServer server;
    private final ConnectivityWatch watch;
    private final Disconnects disconnects;
    private EventFeed.Subscription following = () -> {};

    private Gateway(
            FeedHub feed, Readiness readiness, GatewayServer server, ConnectivityWatch watch, Disconnects disconnects) {
        this.disconnects = disconnects;
        this.watch = watch;
        this.feed = feed;
        this.readiness = readiness;
        this.server = server;
    }

    /**
     * Follows and listens; throws where the address cannot be had.
     *
     * @param time what clients are told the time is, for their countdowns
     */
    public static Gateway open(
            GatewaySettings settings, CommandPort commands, EventFeed events, MarketClock time, TokenKeys tokens) {
        return open(settings, commands, events, time, tokens, Projections.NONE);
    }

    /** The same, with what the venue keeps beside its market. */
    public static Gateway open(
            GatewaySettings settings,
            CommandPort commands,
            EventFeed events,
            MarketClock time,
            TokenKeys tokens,
            Projections beside) {
        GatewayViews views = events.kept(GatewayViews.FOLLOWER, GatewayViews::new);
        FeedHub feed = views.feed();
        Readiness readiness = new Readiness(feed.views(), commands, beside.ledger(), time);
        Doors doors = new Doors(settings.sessions(), commands, feed, tokens, GatewayClock.of(time), beside.log());
        ListedMarket market = new ListedMarket(feed::market, doors.snapshots(), doors.clock()::nanos);
        PublicPages pages =
                new PublicPages(readiness, market, feed.views()::ruleSheet, beside.log(), settings.livePage());
        GatewayServer server = GatewayServer.open(settings.transport(), doors, readiness, pages);
        ConnectivityWatch watch = new ConnectivityWatch(
                views.watched(),
                commands,
                doors.presence(),
                doors.clock()::nanos,
                settings.sessions().heartbeat().toNanos());
        Gateway gateway = new Gateway(feed, readiness, server, watch, doors.disconnects());
        try {
            gateway.following = events.follow(GatewayViews.FOLLOWER, views.sequence(), views);
            watch.start();
            return gateway;
        } catch (RuntimeException fault) {
            gateway.close();
            throw fault;
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /**
     * True once all events up to this sequence have been read; from the first true on, clients are let in. The
     * sequence must be that of a command that caused events: only those are heard of.
     */
    public boolean caughtUpTo(long sequence) {
        return readiness.caughtUpTo(sequence);
    }

    /** What everybody may know of the market, as far as the feed has been read. */
    public Views views() {
        return feed.views();
    }

    /**
     * Lets nobody in and takes no more commands (they are answered {@code DRAINING}), tells every client, and ends
     * every connection after this long. Returns when all have ended; answers under way still go out.
     */
    public void drain(Duration after) {
        readiness.drain();
        server.drain(after);
    }

    /**
     * Lets nobody in and ends every connection at once, for a fault of the node's own. Returns when all have ended, or
     * after this long: clients that do not answer hold up nobody.
     */
    public void fail(Duration most) {
        readiness.drain();
        server.fail(most);
    }

    /** Ends at once what is left, then stops following. */
    @Override
    public void close() {
        readiness.drain();
        watch.close();
        server.close();
        disconnects.close();
        following.close();
    }
}
