package org.gavel.loadtest.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.gavel.loadtest.link.Link;
import org.gavel.loadtest.link.Reply;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.AskStatus;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;

/**
 * One command until its outcome is known. Once sent without an answer it may have been applied: it is asked about, and
 * sent again, under the same cid, only where the venue knows nothing of it.
 */
final class PendingCommand {
    /** The most often one command is sent. */
    static final int MAX_SENDS = 16;

    /** The most often one command is asked about. */
    static final int MAX_ASKS = 16;

    /** What to do when there is a connection. */
    private enum Step {
        SEND,
        ASK
    }

    private final Commands owner;
    private final Command command;
    private final ClientId cid;
    private final long number;
    private final Backoff backoff;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private Step next = Step.SEND;
    private Outcome ifExhausted = Outcome.notTaken(RejectReason.BUSY);
    private boolean waiting;
    private int sends;
    private int asks;
    private long seenBefore;

    /** The {@code number} counts the commands of one client. */
    PendingCommand(Commands owner, Command command, ClientId cid, long number) {
        this.owner = owner;
        this.command = command;
        this.cid = cid;
        this.number = number;
        this.backoff = owner.backoff(cid);
    }

    ClientId cid() {
        return cid;
    }

    boolean is(Command other) {
        return command.equals(other);
    }

    CompletableFuture<Outcome> outcome() {
        return outcome;
    }

    void proceed(Link link) {
        if (waiting || outcome.isDone()) {
            return;
        }
        boolean exhausted = next == Step.SEND ? sends == MAX_SENDS : asks == MAX_ASKS;
        if (exhausted) {
            finish(ifExhausted);
        } else if (next == Step.SEND) {
            send(link);
        } else {
            ask(link);
        }
    }

    /** The pause is over. */
    void rested() {
        waiting = false;
    }

    /** Nobody will answer any more. */
    void abandon() {
        finish(ifExhausted);
    }

    private void send(Link link) {
        waiting = true;
        if (sends == 0) {
            seenBefore = owner.seen();
        }
        sends++;
        ifExhausted = Outcome.UNRESOLVED;
        request(link, JsonCodec.tree(command), cid, this::answered);
    }

    private void ask(Link link) {
        waiting = true;
        asks++;
        owner.count(Incident.ASK);
        request(link, JsonCodec.tree(new AskStatus(cid)), owner.questionId(), this::told);
    }

    private void request(Link link, ObjectNode fields, ClientId id, Consumer<Reply> then) {
        String op = fields.path("op").asText();
        link.request(op, fields.put("cid", id.toString()), owner.timeoutMillis(), reply -> {
            owner.saw(reply.body().path("seq").asLong());
            then.accept(reply);
        });
    }

    private void answered(Reply reply) {
        waiting = false;
        if (!reply.answered()) {
            doubt(reply);
            return;
        }
        switch (reply.reason().retry()) {
            case NO -> finish(Outcome.of(reply));
            case LATER -> {
                ifExhausted = Outcome.of(reply);
                owner.count(Incident.RETRY);
                rest(reply.retryAfterMillis());
            }
            case ASK -> {
                next = doubtful();
                rest(0);
            }
        }
    }

    private void told(Reply reply) {
        waiting = false;
        boolean original = reply.body().path("repeated").asBoolean();
        if (!reply.answered()) {
            doubt(reply);
        } else if (original) {
            finish(Outcome.of(reply));
        } else if (reply.reason() == RejectReason.UNKNOWN_CID) {
            unknown();
        } else if (reply.reason() == RejectReason.CID_FORGOTTEN) {
            forgotten(reply.body().path("detail").asLong());
        } else {
            rest(reply.retryAfterMillis());
        }
    }

    private void unknown() {
        if (!owner.isRecent(number)) {
            finish(Outcome.UNRESOLVED);
            return;
        }
        resend();
    }

    private void resend() {
        owner.count(Incident.RESEND);
        next = Step.SEND;
        owner.proceed(this);
    }

    /** What is applied gets a sequence above all that were seen before it was sent: kept, had it been. */
    private void forgotten(long keptFrom) {
        if (keptFrom <= seenBefore + 1) {
            resend();
        } else {
            finish(Outcome.UNRESOLVED);
        }
    }

    /** A lost connection's successor takes it up again; a mere silence is asked about at once. */
    private void doubt(Reply reply) {
        next = doubtful();
        if (reply.fate() == Reply.Fate.TIMED_OUT) {
            owner.proceed(this);
        }
    }

    /** A question changes nothing, so it is simply put again. */
    private Step doubtful() {
        return command instanceof AskStatus ? Step.SEND : Step.ASK;
    }

    private void rest(long leastMillis) {
        waiting = true;
        owner.proceedLater(this, leastMillis + backoff.nextMillis());
    }

    private void finish(Outcome known) {
        owner.done(this);
        outcome.complete(known);
    }
}
