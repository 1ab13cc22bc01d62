package org.gavel.loadtest.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gavel.loadtest.client.CidSource;
import org.gavel.loadtest.client.GavelClient;
import org.gavel.loadtest.client.Outcome;
import org.gavel.loadtest.client.Subscribed;
import org.gavel.loadtest.link.Push;
import org.gavel.loadtest.link.ServerClock;
import org.gavel.protocol.value.ClientId;

/** Puts one bidder's decisions on their connection when their time has come. Confined to the crowd's event loop. */
final class BidderActor {
    private static final String PUBLIC = "lots";
    private static final String PRIVATE = "me";

    /** No timer runs longer, so that a clock that was measured wrongly or jumped is soon noticed. */
    private static final long MAX_NAP_MILLIS = 500;

    /** How long until a page that did not come is asked for again. */
    private static final long PAGE_MILLIS = 1_000;

    private final Vertx vertx;
    private final int participant;
    private final GavelClient client;
    private final BidderMind mind;
    private final Ledger ledger;
    private final CidSource cids = new CidSource('b');
    private final Map<Interest, Long> timers = new HashMap<>();
    private final CompletableFuture<Void> left = new CompletableFuture<>();
    private int inFlight;
    private boolean leaving;
    private boolean lost;

    BidderActor(Vertx vertx, int participant, GavelClient client, BidderMind mind, Ledger ledger) {
        this.vertx = vertx;
        this.participant = participant;
        this.client = client;
        this.mind = mind;
        this.ledger = ledger;
    }

    /** Takes part until the roadshow has ended; completes when every answer has come. */
    CompletableFuture<Void> attend() {
        client.onEvent(this::heard);
        client.onSnapshot(this::seen);
        client.ended().thenApply(cause -> giveUp()).exceptionally(this::fail);
        client.subscribe(PRIVATE).exceptionally(refused -> null);
        client.subscribe(PUBLIC).thenAccept(answer -> {}).exceptionally(refused -> giveUp());
        client.connect().exceptionally(refused -> null);
        return left;
    }

    GavelClient client() {
        return client;
    }

    /** Whether the bidder had to leave before the end. */
    boolean isLost() {
        return lost;
    }

    private Void giveUp() {
        lost |= !leaving;
        leave();
        return null;
    }

    private Void fail(Throwable fault) {
        left.completeExceptionally(fault);
        return null;
    }

    /** Decides nothing more; what is on its way is waited for. */
    void leave() {
        leaving = true;
        timers.values().forEach(vertx::cancelTimer);
        timers.clear();
        if (inFlight == 0) {
            left.complete(null);
        }
    }

    private void seen(Subscribed channel) {
        if (channel.channel().equals(PRIVATE)) {
            arm(mind.privateSnapshot(channel.snapshot(), now()));
        } else {
            seen(channel.snapshot());
        }
    }

    /** A page of everything public; the next is asked for, again after a while where no answer comes. */
    private void seen(ObjectNode page) {
        arm(mind.publicSnapshot(page, now()));
        if (page.has("next")) {
            readOn(page.get("next"));
        }
    }

    private void readOn(JsonNode after) {
        if (leaving) {
            return;
        }
        ObjectNode wanted = JsonNodeFactory.instance.objectNode();
        wanted.set("after", after);
        client.request("ListLots", wanted).thenAccept(this::seen).exceptionally(refused -> {
            vertx.setTimer(PAGE_MILLIS, timer -> readOn(after));
            return null;
        });
    }

    private void heard(Push push) {
        arm(push.channel().equals(PRIVATE) ? mind.privateEvent(push, now()) : mind.publicEvent(push, now()));
    }

    private Moment now() {
        ServerClock clock = client.clock();
        return new Moment(clock.micros(System.nanoTime()), clock.scale());
    }

    private void arm(Collection<Interest> changed) {
        if (mind.roadshowEnded()) {
            leave();
        } else if (!leaving) {
            changed.forEach(this::arm);
        }
    }

    private void arm(Interest interest) {
        Long running = timers.remove(interest);
        if (running != null) {
            vertx.cancelTimer(running);
        }
        if (!leaving && interest.wakeAt() != Interest.NEVER) {
            timers.put(interest, vertx.setTimer(napMillis(interest.wakeAt()), fired -> wake(interest)));
        }
    }

    private long napMillis(long wakeAt) {
        ServerClock clock = client.clock();
        if (!clock.isMeasured()) {
            return MAX_NAP_MILLIS / 10;
        }
        long nanos = clock.wallNanos(wakeAt - now().micros());
        return Math.max(1, Math.min(MAX_NAP_MILLIS, TimeUnit.NANOSECONDS.toMillis(nanos)));
    }

    private void wake(Interest interest) {
        timers.remove(interest);
        long lateMicros = now().micros() - interest.wakeAt();
        if (lateMicros < 0 || !client.clock().isMeasured()) {
            arm(interest);
            return;
        }
        send(interest, System.nanoTime() - client.clock().wallNanos(lateMicros));
    }

    private void send(Interest interest, long intendedNanos) {
        Intent intent = interest.act();
        ClientId cid = cids.next();
        inFlight++;
        ledger.sent(intent);
        client.submit(intent.command(), cid)
                .thenAccept(outcome -> {
                    inFlight--;
                    ledger.tally().answeredAfter(System.nanoTime() - intendedNanos);
                    ledger.answered(participant, cid, interest.lot().number(), intent, outcome);
                    answered(interest, intent, outcome);
                })
                .exceptionally(this::fail);
    }

    private void answered(Interest interest, Intent intent, Outcome outcome) {
        mind.answered(interest, intent, outcome, now());
        if (leaving) {
            leave();
        } else {
            arm(interest);
        }
    }
}
