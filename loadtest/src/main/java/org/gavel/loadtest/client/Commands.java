package org.gavel.loadtest.client;

import io.vertx.core.Vertx;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gavel.loadtest.link.Link;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;

/**
 * The commands of one client whose outcome is not known yet, across connections. Each ends accepted, rejected or,
 * where all patience was in vain, unresolved. Confined to the client's event loop.
 */
final class Commands {
    /** The most commands on their way at a time. */
    static final int MAX_PENDING = 32;

    /**
     * A venue remembers a participant's latest answers only. After so many newer commands "unknown" may mean
     * "forgotten", and sending again might apply a command twice.
     */
    static final int MAX_NEWER = 32;

    private final Vertx vertx;
    private final ClientOptions options;
    private final Tally tally;
    private final CidSource questions = new CidSource('?');
    private final Map<ClientId, PendingCommand> pending = new LinkedHashMap<>();
    private Optional<Link> link = Optional.empty();
    private long submitted;
    private long seen;
    private boolean ended;

    Commands(Vertx vertx, ClientOptions options, Tally tally) {
        this.vertx = vertx;
        this.options = options;
        this.tally = tally;
    }

    CompletableFuture<Outcome> submit(Command command, ClientId cid) {
        PendingCommand known = pending.get(cid);
        if (known != null) {
            return known.is(command) ? known.outcome() : refused(RejectReason.CID_CONFLICT);
        }
        if (ended || pending.size() >= MAX_PENDING) {
            return refused(RejectReason.BUSY);
        }
        PendingCommand fresh = new PendingCommand(this, command, cid, ++submitted);
        pending.put(cid, fresh);
        proceed(fresh);
        return fresh.outcome();
    }

    private static CompletableFuture<Outcome> refused(RejectReason reason) {
        return CompletableFuture.completedFuture(Outcome.notTaken(reason));
    }

    void ready(Link open) {
        link = Optional.of(open);
        List.copyOf(pending.values()).forEach(this::proceed);
    }

    void lost() {
        link = Optional.empty();
    }

    /** No connection will come any more. */
    void end() {
        ended = true;
        link = Optional.empty();
        List.copyOf(pending.values()).forEach(PendingCommand::abandon);
    }

    void proceed(PendingCommand command) {
        link.ifPresent(command::proceed);
    }

    void proceedLater(PendingCommand command, long pauseMillis) {
        vertx.setTimer(pauseMillis, fired -> {
            command.rested();
            proceed(command);
        });
    }

    void done(PendingCommand command) {
        pending.remove(command.cid(), command);
    }

    /** Whether the venue, knowing nothing of the command with this number, has surely never applied it. */
    boolean isRecent(long number) {
        return submitted - number <= MAX_NEWER;
    }

    /** A reply named this sequence; 0 names none. */
    void saw(long sequence) {
        seen = Math.max(seen, sequence);
    }

    /** The highest sequence a reply has named. */
    long seen() {
        return seen;
    }

    ClientId questionId() {
        return questions.next();
    }

    Backoff backoff(ClientId cid) {
        Patience patience = options.patience();
        long seed = options.seed() ^ cid.high() ^ Long.rotateLeft(cid.low(), 32);
        return new Backoff(seed, patience.backoffBaseMillis(), patience.backoffCapMillis());
    }

    long timeoutMillis() {
        return options.patience().commandMillis();
    }

    void count(Incident incident) {
        tally.count(incident);
    }
}
