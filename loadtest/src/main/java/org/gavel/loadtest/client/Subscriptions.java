package org.gavel.loadtest.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.gavel.loadtest.link.Link;
import org.gavel.loadtest.link.Push;
import org.gavel.loadtest.link.Reply;
import org.gavel.loadtest.link.RequestRefused;
import org.gavel.loadtest.link.Wire;
import org.gavel.protocol.reject.RejectReason;

/** The channels of one client, followed across connections. Confined to the client's event loop. */
final class Subscriptions {
    /** The most channels one client follows. */
    static final int MAX_CHANNELS = 256;

    private record Following(ChannelFollower follower, CompletableFuture<Subscribed> first) {}

    private final Vertx vertx;
    private final ClientOptions options;
    private final Tally tally;
    private final Map<String, Following> channels = new LinkedHashMap<>();
    private Optional<Link> link = Optional.empty();
    private Consumer<Push> events = push -> {};
    private Consumer<Subscribed> snapshots = answer -> {};

    Subscriptions(Vertx vertx, ClientOptions options, Tally tally) {
        this.vertx = vertx;
        this.options = options;
        this.tally = tally;
    }

    void onEvent(Consumer<Push> consumer) {
        events = consumer;
    }

    void onSnapshot(Consumer<Subscribed> consumer) {
        snapshots = consumer;
    }

    CompletableFuture<Subscribed> follow(String channel, ChannelFollower follower) {
        Following known = channels.get(channel);
        if (known != null) {
            return known.first();
        }
        if (channels.size() >= MAX_CHANNELS) {
            return CompletableFuture.failedFuture(new RequestRefused(
                    "Subscribe", RejectReason.TOO_MANY_SUBSCRIPTIONS, "A client follows 256 channels at most."));
        }
        Following following = new Following(follower, new CompletableFuture<>());
        channels.put(channel, following);
        ask(channel, following);
        return following.first();
    }

    void forget(String channel) {
        channels.remove(channel);
        link.ifPresent(open -> open.request(
                "Unsubscribe",
                Wire.object().put("channel", channel),
                options.patience().requestMillis(),
                reply -> {}));
    }

    void ready(Link open) {
        link = Optional.of(open);
        for (Map.Entry<String, Following> entry : List.copyOf(channels.entrySet())) {
            ask(entry.getKey(), entry.getValue());
        }
    }

    void lost() {
        link = Optional.empty();
        channels.values().forEach(following -> following.follower().unanswered());
    }

    /** Nothing will come any more. */
    void end(RequestRefused cause) {
        List<Following> left = new ArrayList<>(channels.values());
        channels.clear();
        left.forEach(following -> following.first().completeExceptionally(cause));
    }

    void pushed(Push push) {
        Following following = channels.get(push.channel());
        if (following == null) {
            return;
        }
        switch (following.follower().judge(push.epoch(), push.sq())) {
            case DELIVER -> events.accept(push);
            case DUPLICATE -> tally.count(Incident.DUPLICATE);
            case GAP -> recover(push.channel(), following);
            case WAIT -> {}
        }
    }

    /** The venue says how far each channel has come; whoever is behind has missed something. */
    void heartbeat(ObjectNode positions) {
        for (Map.Entry<String, JsonNode> position : positions.properties()) {
            Following following = channels.get(position.getKey());
            if (following != null
                    && following.follower().isBehind(position.getValue().asLong())) {
                recover(position.getKey(), following);
            }
        }
    }

    private void recover(String channel, Following following) {
        tally.count(Incident.GAP);
        following.follower().missed();
        ask(channel, following);
    }

    private void ask(String channel, Following following) {
        if (link.isEmpty() || !following.equals(channels.get(channel))) {
            return;
        }
        ObjectNode question = following.follower().question();
        Consumer<Reply> then = reply -> answered(channel, following, reply);
        link.get().request("Subscribe", question, options.patience().requestMillis(), then);
    }

    private void answered(String channel, Following following, Reply reply) {
        if (reply.granted()) {
            Subscribed answer = Subscribed.of(channel, reply);
            following.follower().answered(answer);
            if (!answer.recovered()) {
                snapshots.accept(answer);
            }
            following.first().complete(answer);
            return;
        }
        following.follower().unanswered();
        if (reply.answered() && reply.reason().retry() == RejectReason.Retry.NO) {
            channels.remove(channel, following);
            following.first().completeExceptionally(new RequestRefused("Subscribe", reply.reason(), reply.sentence()));
        } else if (reply.fate() != Reply.Fate.LOST) {
            long pause = Math.max(options.patience().backoffCapMillis(), reply.retryAfterMillis());
            vertx.setTimer(pause, fired -> ask(channel, following));
        }
    }
}
