package org.gavel.gateway.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.PublicLog.ProofRequest;
import org.gavel.exchange.api.Reply;
import org.gavel.gateway.access.AccessTable;
import org.gavel.gateway.access.Claims;
import org.gavel.gateway.throttle.SessionThrottle;
import org.gavel.gateway.throttle.TooMuch;
import org.gavel.gateway.wire.CloseCode;
import org.gavel.gateway.wire.Pushes;
import org.gavel.gateway.wire.Replies;
import org.gavel.gateway.wire.Request;
import org.gavel.gateway.wire.SessionOperation;
import org.gavel.gateway.wire.SessionOperation.ApproveAct;
import org.gavel.gateway.wire.SessionOperation.GetProof;
import org.gavel.gateway.wire.UnreadId;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.PlaceOrder;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Role;

/**
 * The protocol state of one connection. Every method is called on the session's own thread; answers of the market
 * come in on the pipeline's and are handed over to it through the executor.
 */
public final class Session {
    /** The largest message of a bidder or spectator, in bytes. */
    public static final int SMALL_MESSAGE = 8_192;

    /** The largest message anybody may send, in bytes. */
    public static final int LARGE_MESSAGE = 262_144;

    private final Doors doors;
    private final Outlet outlet;
    private final Executor own;
    private final long number;
    private final SecurityLog security;
    private final SessionThrottle throttle;
    private final Identity identity;
    private final Subscriptions subscriptions;
    private final SessionDesk operations;
    private final CommandDesk commands;
    private final ApprovalDesk approvals;
    private final EarlyRequests early;

    /** Those for whom orders came through here that end with this connection. */
    private final Set<Integer> tiedTo = new TreeSet<>();

    private boolean draining;

    /**
     * @param own runs what it is given on the session's thread, later
     * @param number this connection's number at this gateway, for the journal
     * @param address where the client comes from, for the security log and for what those without a token share
     */
    public Session(Doors doors, Outlet outlet, Executor own, long number, String address) {
        this.doors = doors;
        this.outlet = outlet;
        this.own = own;
        this.number = number;
        security = new SecurityLog(number, address);
        identity = new Identity(address);
        var settings = doors.settings();
        throttle = new SessionThrottle(
                settings.bidders(), settings.inFlight(), doors.clock().nanos());
        subscriptions = new Subscriptions(settings.subscriptions());
        commands = new CommandDesk(doors, number);
        approvals = new ApprovalDesk(doors, identity, commands);
        operations = new SessionDesk(doors, identity, subscriptions, approvals);
        early = new EarlyRequests(doors.announced(), doors.feed().views());
    }

    /** The most bytes the next message may have; what the role allows. */
    public int messageLimit() {
        boolean staff = identity.role() == Role.CLERK || identity.role() == Role.OPERATOR;
        return staff ? LARGE_MESSAGE : SMALL_MESSAGE;
    }

    /** A text came in; beyond the rate it is refused, whatever it holds. */
    public void received(String text) {
        long receivedAt = doors.clock().micros();
        long now = doors.clock().nanos();
        if (throttle.message(now)) {
            read(text, receivedAt);
        } else {
            refuse(UnreadId.of(text), throttle.tooFast(now));
        }
        checkPatience();
        alive();
    }

    private void read(String text, long receivedAt) {
        JsonNode id = NullNode.getInstance();
        try {
            ObjectNode message = JsonCodec.parse(text);
            id = Request.id(message);
            handle(Request.of(message), receivedAt);
        } catch (InvalidValue problem) {
            refuse(id, problem);
        } catch (TooMuch asked) {
            refuse(id, asked);
        }
    }

    private void refuse(JsonNode id, InvalidValue problem) {
        security.refused(problem.reason());
        outlet.send(Replies.refused(id, problem));
    }

    private void refuse(JsonNode id, TooMuch asked) {
        security.refused(asked.reason());
        outlet.send(Replies.refused(id, asked));
    }

    /** The client was heard of, be it by the answer to a ping. */
    public void alive() {
        if (identity.participant() != 0) {
            doors.presence().heard(identity.participant(), doors.clock().nanos());
        }
    }

    /** The client has ended the connection in good order, or its token has. */
    public void left() {
        doors.presence().left(identity.participant());
    }

    /** A message came in that cannot be read as text at all; it counts like any other. */
    public void unreadable(InvalidValue problem) {
        long now = doors.clock().nanos();
        if (throttle.message(now)) {
            refuse(NullNode.getInstance(), problem);
        } else {
            refuse(NullNode.getInstance(), throttle.tooFast(now));
        }
        checkPatience();
    }

    /** A frame came in that is no whole message: a ping, or a part. It counts against the rate and is not answered. */
    public void part() {
        throttle.message(doors.clock().nanos());
        checkPatience();
    }

    private void checkPatience() {
        if (throttle.flooded()) {
            outlet.close(CloseCode.FLOOD);
        } else if (identity.hopeless()) {
            outlet.close(CloseCode.REFUSED);
        }
    }

    private void handle(Request request, long receivedAt) {
        if (SessionOperation.NAMES.containsKey(request.op())) {
            operate(request, receivedAt);
        } else if (AccessTable.knows(request.op())) {
            submit(request, receivedAt);
        } else {
            throw new InvalidValue(RejectReason.UNKNOWN_OP, "op", "is unknown");
        }
    }

    private void operate(Request request, long receivedAt) {
        SessionOperation operation = SessionOperation.read(request.op(), request.fields());
        if (operation instanceof ApproveAct asked) {
            CommandDesk.Submission act = approvals.approve(asked, receivedAt);
            submit(request, act, reason -> approvals.answered(asked, reason));
            return;
        }
        if (operation instanceof GetProof asked) {
            prove(request, asked);
            return;
        }
        if (early.isEarly(operation)) {
            claimPlace();
            early.keep(() -> answerEarly(request, operation, receivedAt));
            return;
        }
        answer(request, operation, receivedAt);
    }

    private void answer(Request request, SessionOperation operation, long receivedAt) {
        outlet.send(operations.answer(request, operation, receivedAt));
        throttle.change(operations.rate(), doors.clock().nanos());
        pump();
    }

    private void answerEarly(Request request, SessionOperation operation, long receivedAt) {
        throttle.answered();
        try {
            answer(request, operation, receivedAt);
        } catch (InvalidValue problem) {
            refuse(request.id(), problem);
        } catch (TooMuch asked) {
            refuse(request.id(), asked);
        }
    }

    /** Waits for its answer as a command does. */
    private void prove(Request request, GetProof asked) {
        long asker = asker(identity.require(doors.clock().now()));
        claimPlace();
        doors.log()
                .prove(
                        new ProofRequest(asked.seq(), asked.from(), asker),
                        answer -> own.execute(() -> {
                            throttle.answered();
                            outlet.send(Replies.proven(request.id(), answer));
                        }));
    }

    private void claimPlace() {
        if (!throttle.submit()) {
            throw new TooMuch("Too many of your requests wait for their answer", 0);
        }
    }

    /** Whose records a proof may show. */
    private static long asker(Claims asking) {
        return switch (asking.role()) {
            case BIDDER -> asking.subject();
            case CLERK, OPERATOR, AUDITOR -> ProofRequest.STAFF;
            default -> throw new InvalidValue(RejectReason.FORBIDDEN, "op", "is not for the role " + asking.role());
        };
    }

    private void submit(Request request, long receivedAt) {
        Claims asking = identity.require(doors.clock().now());
        submit(request, commands.read(request, asking, receivedAt), reason -> {});
    }

    private void submit(Request request, CommandDesk.Submission submission, Consumer<RejectReason> outcome) {
        if (draining) {
            outlet.send(Replies.refused(request.id(), RejectReason.DRAINING));
            return;
        }
        claimPlace();
        if (submission.command() instanceof PlaceOrder order && order.cancelOnDisconnect()) {
            tiedTo.add(CommandDesk.participant(submission.origin(), order));
        }
        try {
            doors.commands()
                    .submit(
                            submission.origin(),
                            submission.command(),
                            Reply.keeping(answer -> own.execute(() -> {
                                outcome.accept(answer.reason());
                                doors.announced().answered(submission.command(), answer);
                                answered(request.id(), answer);
                            })));
        } catch (InvalidValue tooLarge) {
            throttle.answered();
            throw tooLarge;
        }
    }

    private void answered(JsonNode id, Answer answer) {
        throttle.answered();
        outlet.send(Replies.answered(id, answer));
    }

    /** Answers what waited for the views and sends what happened on the session's channels, as long as the client reads. */
    public void pump() {
        early.goOn();
        subscriptions.pump(outlet);
    }

    /** Called once every heartbeat. */
    public void heartbeat() {
        if (identity.expired(doors.clock().now())) {
            left();
            outlet.close(CloseCode.EXPIRED);
        } else if (outlet.ready()) {
            pump();
            outlet.send(Pushes.heartbeat(doors.clock().micros(), subscriptions.taken()));
        }
    }

    /** Takes no more commands and says when the connection ends. */
    public void drain(long afterMillis) {
        draining = true;
        outlet.send(Pushes.drain(afterMillis));
    }

    /** The connection has ended or was given up, and with it the orders that were to live no longer. */
    public void ended() {
        tiedTo.forEach(participant -> doors.disconnects().report(participant, number));
        tiedTo.clear();
        security.close();
    }
}
