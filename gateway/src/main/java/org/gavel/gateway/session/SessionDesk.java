package org.gavel.gateway.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gavel.gateway.access.Claims;
import org.gavel.gateway.feed.Attachment;
import org.gavel.gateway.feed.ChannelName;
import org.gavel.gateway.throttle.Rate;
import org.gavel.gateway.throttle.SnapshotBudget;
import org.gavel.gateway.wire.Replies;
import org.gavel.gateway.wire.Request;
import org.gavel.gateway.wire.SessionOperation;
import org.gavel.gateway.wire.SessionOperation.Authenticate;
import org.gavel.gateway.wire.SessionOperation.DeclineAct;
import org.gavel.gateway.wire.SessionOperation.ListApprovals;
import org.gavel.gateway.wire.SessionOperation.ListBooks;
import org.gavel.gateway.wire.SessionOperation.ListLots;
import org.gavel.gateway.wire.SessionOperation.RequestApproval;
import org.gavel.gateway.wire.SessionOperation.Subscribe;
import org.gavel.gateway.wire.SessionOperation.TimeSync;
import org.gavel.gateway.wire.SessionOperation.Unsubscribe;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;

/** Does what a session asks of the gateway itself. For the session's own thread. */
final class SessionDesk {
    private final Doors doors;
    private final Identity identity;
    private final Subscriptions subscriptions;
    private final ApprovalDesk approvals;

    SessionDesk(Doors doors, Identity identity, Subscriptions subscriptions, ApprovalDesk approvals) {
        this.approvals = approvals;
        this.doors = doors;
        this.identity = identity;
        this.subscriptions = subscriptions;
    }

    /** What the identity may send. */
    Rate rate() {
        return identity.isStaff() ? doors.settings().staff() : doors.settings().bidders();
    }

    /** The reply's text. */
    String answer(Request request, SessionOperation operation, long cameAt) {
        if (operation instanceof ListLots wanted) {
            checkBudget();
            return Replies.doneText(request.id(), charged(doors.feed().market(wanted.after())));
        }
        if (operation instanceof ListBooks wanted) {
            checkBudget();
            return Replies.doneText(request.id(), charged(doors.feed().books(wanted.after())));
        }
        if (operation instanceof Subscribe subscribe) {
            return Replies.doneText(request.id(), subscribed(subscribe));
        }
        return Replies.done(request.id(), result(operation, cameAt));
    }

    private ObjectNode result(SessionOperation operation, long cameAt) {
        if (operation instanceof Authenticate authenticate) {
            return authenticated(authenticate);
        }
        if (operation instanceof Unsubscribe unsubscribe) {
            subscriptions.remove(unsubscribe.channel());
            return Replies.object().put("channel", unsubscribe.channel());
        }
        if (operation instanceof TimeSync sync) {
            return Replies.object()
                    .put("t0", sync.t0())
                    .put("t1", cameAt)
                    .put("t2", doors.clock().micros());
        }
        if (operation instanceof RequestApproval asked) {
            return approvals.request(asked, cameAt);
        }
        if (operation instanceof DeclineAct declined) {
            return approvals.decline(declined);
        }
        return operation instanceof ListApprovals ? approvals.list() : greeting();
    }

    /** What everybody may know of this node. */
    private ObjectNode greeting() {
        SessionSettings settings = doors.settings();
        return Replies.object()
                .put("venue", settings.venue())
                .put("now", doors.clock().micros())
                .put("heartbeatMillis", settings.heartbeat().toMillis())
                .put("durability", settings.durability());
    }

    private ObjectNode authenticated(Authenticate authenticate) {
        int before = identity.participant();
        SessionSettings settings = doors.settings();
        Claims claims = identity.authenticate(
                doors.tokens(),
                authenticate.token(),
                settings.venue(),
                doors.clock().now());
        if (identity.participant() != before) {
            subscriptions.remove(ChannelName.OWN);
        }
        if (!identity.isStaff()) {
            subscriptions.removeAll(ChannelName::isDesk);
        }
        return greeting()
                .put("role", claims.role().name())
                .put("subject", claims.subject())
                .put("expiresAt", claims.expires().getEpochSecond() * 1_000_000);
    }

    private String subscribed(Subscribe wanted) {
        checkReader(wanted.channel());
        ChannelName name = ChannelName.of(
                wanted.channel(), identity.participant(), doors.feed().views());
        subscriptions.checkRoom(wanted.channel());
        if (!doors.feed().recovers(name, wanted.epoch(), wanted.from())) {
            checkBudget();
        }
        Attachment attachment = doors.feed()
                .attach(name, wanted.epoch(), wanted.from(), doors.clock().nanos());
        subscriptions.add(attachment.cursor());
        ObjectNode result = Replies.object()
                .put("channel", wanted.channel())
                .put("epoch", attachment.epoch())
                .put("recovered", attachment.recovered())
                .put("sq", attachment.sq());
        String text = CanonicalJson.write(result);
        return attachment.recovered()
                ? text
                : text.substring(0, text.length() - 1) + ",\"snapshot\":" + charged(attachment.snapshot()) + "}";
    }

    private void checkBudget() {
        budget().check(doors.clock().nanos());
    }

    private String charged(String snapshot) {
        budget().spend(snapshot.length());
        return snapshot;
    }

    private SnapshotBudget budget() {
        return doors.snapshots().of(identity.asker(), doors.clock().nanos());
    }

    /** What is private is told to whom it is about, what is to be decided to those who decide. */
    private void checkReader(String channel) {
        boolean own = channel.equals(ChannelName.OWN);
        boolean desk = ChannelName.isDesk(channel);
        if (own || desk) {
            identity.require(doors.clock().now());
        }
        if (own && identity.participant() == 0) {
            throw new InvalidValue(RejectReason.FORBIDDEN, "channel", "is a participant's");
        }
        if (desk && !identity.isStaff()) {
            throw new InvalidValue(RejectReason.FORBIDDEN, "channel", "is for the venue's staff");
        }
    }
}
