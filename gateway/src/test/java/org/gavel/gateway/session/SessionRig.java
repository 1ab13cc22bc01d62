package org.gavel.gateway.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.gavel.exchange.api.PublicLog;
import org.gavel.gateway.ListFeed;
import org.gavel.gateway.RecordingPort;
import org.gavel.gateway.Story;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.gateway.feed.FeedHub;
import org.gavel.gateway.wire.CloseCode;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.value.Role;

/** A session with nothing around it but a door that writes down; messages may be written with single quotes. */
final class SessionRig {
    static final Duration TOKEN_LIFE = Duration.ofMinutes(1);
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00.123456Z");
    static final long NOW_MICROS = ChronoUnit.MICROS.between(Instant.EPOCH, NOW);

    private static final TokenKeys KEYS = keys();

    final RecordingPort port = new RecordingPort();
    final Recorder outlet = new Recorder();
    private final ListFeed feed =
            new ListFeed().add(Story.venue()).add(Story.announced(1)).add(Story.opened(1));
    private final FeedHub hub = new FeedHub();
    private SessionSettings settings = SessionSettings.defaults(Story.VENUE).withDurability("memory");
    private Instant now = NOW;
    private Doors doors;
    Session session;

    SessionRig() {
        feed.history().forEach(hub::on);
        settings(UnaryOperator.identity());
    }

    private static TokenKeys keys() {
        try {
            return TokenKeys.create(Files.createTempDirectory("gavel-keys"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins the session anew with other settings. */
    void settings(UnaryOperator<SessionSettings> change) {
        settings = change.apply(settings);
        GatewayClock clock = new GatewayClock() {
            @Override
            public Instant now() {
                return now;
            }

            @Override
            public long nanos() {
                return ChronoUnit.NANOS.between(NOW, now);
            }

            @Override
            public long micros() {
                return ChronoUnit.MICROS.between(Instant.EPOCH, now);
            }
        };
        doors = new Doors(settings, port, hub, KEYS, clock, PublicLog.NONE);
        connect("here");
    }

    /** From now on the session is another, of a client that comes from this address. */
    void connect(String address) {
        session = new Session(doors, outlet, Runnable::run, 1, address);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void happens(Event... events) {
        feed.add(events);
        hub.on(feed.last());
    }

    /** Sends a message and returns what came back last. */
    ObjectNode send(String message) {
        session.received(message.replace('\'', '"'));
        return JsonCodec.parse(Objects.requireNonNull(outlet.sent.pollLast()));
    }

    /** Sends a message and returns the name of its refusal. */
    String refusal(String message) {
        return send(message).get("e").get("name").textValue();
    }

    ObjectNode signIn(long subject, Role role) {
        String token = KEYS.issue(Story.VENUE, subject, role, now.plus(TOKEN_LIFE), "t");
        return (ObjectNode)
                send("{'op':'Authenticate','token':'" + token + "'}").get("r");
    }

    /** The oldest text not looked at yet. */
    ObjectNode next() {
        return JsonCodec.parse(outlet.sent.removeFirst());
    }

    CloseCode closedWith() {
        return outlet.closed;
    }

    static final class Recorder implements Outlet {
        final Deque<String> sent = new ArrayDeque<>();
        boolean ready = true;
        private CloseCode closed;

        @Override
        public boolean ready() {
            return ready;
        }

        @Override
        public void send(String text) {
            sent.add(text);
        }

        @Override
        public void close(CloseCode code) {
            closed = code;
        }
    }
}
