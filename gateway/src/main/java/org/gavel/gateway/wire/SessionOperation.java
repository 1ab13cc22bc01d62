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
    List<Class<? extends SessionOperation>> ALL = List.of(
            Authenticate.class,
            Subscribe.class,
            Unsubscribe.class,
            TimeSync.class,
            ListLots.class,
            ListBooks.class,
            Ping.class,
            GetProof.class,
            RequestApproval.class,
            ListApprovals.class,
            ApproveAct.class,
            DeclineAct.class);

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

    /**
     * Asks for lots, deals, listings and roadshows as they stand, by the page.
     *
     * @param after the {@code next} of the page before; 0 for the first
     */
    record ListLots(int after) implements SessionOperation {
        public ListLots {
            Require.between(after, 0, Integer.MAX_VALUE, "after");
        }
    }

    /** The same of all unit books at a glance. */
    record ListBooks(int after) implements SessionOperation {
        public ListBooks {
            Require.between(after, 0, Integer.MAX_VALUE, "after");
        }
    }

    /** Asks for a sign of life. */
    record Ping() implements SessionOperation {}

    /**
     * Asks for the proof that a record is in the public log: a bidder of their own, staff of any.
     *
     * @param seq of the record, as its reply says
     * @param from the size of an earlier checkpoint that the proof shall lead on from; 0 for none
     */
    record GetProof(long seq, long from) implements SessionOperation {
        public GetProof {
            Require.between(seq, 1, Require.MAX_NUMBER, "seq");
            Require.between(from, 0, Require.MAX_NUMBER, "from");
        }
    }

    /**
     * Has the gateway hold an act that needs a second person until somebody approves it.
     *
     * @param act the whole command with its {@code op} and {@code cid}
     */
    record RequestApproval(ObjectNode act) implements SessionOperation {
        public RequestApproval {
            Require.present(act, "act");
        }
    }

    /** Asks for the acts that wait for a second person. */
    record ListApprovals() implements SessionOperation {}

    /**
     * The second person approves exactly what is held; it is done at once.
     *
     * @param hash the held act's own hash, as shown to whoever approves
     */
    record ApproveAct(long approval, String hash) implements SessionOperation {
        public ApproveAct {
            Require.between(approval, 1, Require.MAX_NUMBER, "approval");
            hash = Require.text(Require.present(hash, "hash"), "hash");
        }
    }

    /** A held act is not to be done: it is forgotten. */
    record DeclineAct(long approval) implements SessionOperation {
        public DeclineAct {
            Require.between(approval, 1, Require.MAX_NUMBER, "approval");
        }
    }
}
