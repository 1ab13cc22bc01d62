package org.gavel.gateway.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/** What a session may ask that changes nothing in the market; its name on the wire is the record's own name. */
public sealed interface SessionOperation {
    /** Every operation, in the order of the protocol document. */
    List<Class<? extends SessionOperation>> ALL =
            List.of(Authenticate.class, Subscribe.class, Unsubscribe.class, TimeSync.class, ListLots.class, Ping.class);

    /** The operations by their names. */
    Map<String, Class<? extends SessionOperation>> NAMES =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Class::getSimpleName, type -> type));

    /** The operation of this name from its fields, as strictly as a command. */
    static SessionOperation read(String op, ObjectNode fields) {
        return JsonCodec.read(fields, NAMES.get(op));
    }

    /** From now on the session speaks for the token's subject. */
    record Authenticate(String token) implements SessionOperation {
        private static final int MOST = 4_096;

        public Authenticate {
            Require.present(token, "token");
            if (token.length() > MOST) {
                throw new InvalidValue(RejectReason.BAD_TOKEN, "token", "is longer than " + MOST);
            }
        }
    }

    /**
     * Sends the channel's events from now on, or from {@code from} on.
     *
     * @param from the first {@code sq} wanted; 0 for a snapshot
     */
    record Subscribe(String channel, String epoch, long from) implements SessionOperation {
        public Subscribe {
            channel = Require.text(Require.present(channel, "channel"), "channel");
            epoch = Require.text(epoch, "epoch");
            Require.between(from, 0, Require.MAX_NUMBER, "from");
            if (epoch.isEmpty() != (from == 0)) {
                String missing = epoch.isEmpty() ? "epoch" : "from";
                throw new InvalidValue(RejectReason.MISSING_FIELD, missing, "is required to resume");
            }
        }
    }

    /** Ends a subscription; without one it does nothing. */
    record Unsubscribe(String channel) implements SessionOperation {
        public Unsubscribe {
            channel = Require.text(Require.present(channel, "channel"), "channel");
        }
    }

    /**
     * Lets a client learn the venue's clock.
     *
     * @param t0 the client's own time, returned as it came
     */
    record TimeSync(long t0) implements SessionOperation {
        public TimeSync {
            Require.between(t0, 0, Require.MAX_NUMBER, "t0");
        }
    }

    /** Asks for all lots and roadshows as they stand. */
    record ListLots() implements SessionOperation {}

    /** Asks for a sign of life. */
    record Ping() implements SessionOperation {}
}
