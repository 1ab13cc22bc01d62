package org.gavel.exchange.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.api.PublicLog;
import org.gavel.exchange.transparency.LogFault;
import org.gavel.exchange.transparency.LogTerms;
import org.gavel.exchange.transparency.OlderLog;
import org.gavel.exchange.transparency.VenueLog;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.HammerFallen;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.proof.InvalidProof;
import org.gavel.protocol.reject.RejectReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the public log on a thread of its own, beside the market and never in its way: follows the journal, signs every
 * few seconds and at each hammer, answers readers. A fault of the log is told loudly and ends its signing; what was
 * signed is still served, and the market goes on. Thread-safe.
 */
public final class LogFollower implements PublicLog, Consumer<Applied>, AutoCloseable {
    /** The name under which it follows the feed. */
    public static final String FOLLOWER = "log";

    /** Readers who may wait; beyond it they are asked to come again. */
    static final int MOST_WAITING = 1024;

    private static final int MOST_AT_ONCE = 4096;
    private static final long LONGEST_WAIT_MILLIS = 50;

    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);

    private final VenueLog log;
    private final long everyNanos;
    private final BlockingQueue<Reader> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong hammered = new AtomicLong();
    private final Thread thread;
    private final Optional<OlderLog> older;
    private volatile Optional<OlderLog> proved = Optional.empty();
    private volatile Optional<Thread> prover = Optional.empty();
    private volatile boolean running = true;
    private volatile Optional<Throwable> fault = Optional.empty();
    private long signedAt = System.nanoTime();
    private long mended;

    /** One who waits for the log's thread; either is run, once. */
    private record Reader(Runnable answer, Runnable refusal) {
        /** Wakes the thread. */
        static final Reader NOBODY = silent(() -> {});

        /** Has something done, and expects no answer. */
        static Reader silent(Runnable work) {
            return new Reader(work, () -> {});
        }
    }

    private LogFollower(VenueLog log, Duration every) {
        this.log = log;
        this.older = log.older();
        this.everyNanos = every.toNanos();
        this.thread = new Thread(this::run, "gavel-log");
        thread.setDaemon(true);
    }

    /**
     * Follows from now on.
     *
     * @param every how long a record waits at most until a signed head covers it, while the log keeps up
     */
    public static LogFollower start(LogTerms terms, Duration every) {
        LogFollower follower = new LogFollower(VenueLog.open(terms), every);
        follower.thread.start();
        return follower;
    }

    /**
     * Begins to prove the part of the log that the start passed over, where there is one, on a thread of its own.
     *
     * @param onDifference is told where the journal leads to another head than the one that was signed and gone on from:
     *     the node must stop
     */
    public void proveOlder(Consumer<Throwable> onDifference) {
        older.ifPresent(part -> {
            Thread proving = new Thread(() -> prove(part, onDifference), "gavel-log-older");
            proving.setDaemon(true);
            proving.start();
            prover = Optional.of(proving);
        });
    }

    private void prove(OlderLog part, Consumer<Throwable> onDifference) {
        try (part) {
            while (running && part.step(MOST_AT_ONCE)) {
                Thread.onSpinWait();
            }
            if (running) {
                LOG.info("the first {} records of the public log are proved, too", part.size());
                proved = Optional.of(part);
            }
        } catch (LogFault difference) {
            LOG.error("THE PUBLIC LOG IS NOT THE JOURNAL'S. The node stops.", difference);
            fault = Optional.of(difference);
            onDifference.accept(difference);
        } catch (RuntimeException cause) {
            LOG.error("the older part of the public log could not be proved", cause);
        }
    }

    private void run() {
        while (running) {
            int taken = fault.isEmpty() ? step() : 0;
            serve(taken > 0 ? 0 : LONGEST_WAIT_MILLIS);
        }
        refuseWaiting();
        if (fault.isEmpty()) {
            signLast();
        }
        log.close();
    }

    private int step() {
        try {
            int taken = log.grow(MOST_AT_ONCE);
            learn();
            tellMended();
            if (isDue() && log.sign(Instant.now())) {
                signedAt = System.nanoTime();
            }
            return taken;
        } catch (Throwable cause) { // Whatever it is, the log must not be signed after it, and the market goes on.
            fault = Optional.of(cause);
            LOG.error("THE PUBLIC LOG IS NOT SIGNED ANY MORE. The market goes on.", cause);
            return 0;
        }
    }

    private void learn() {
        proved.ifPresent(log::learn);
        proved = Optional.empty();
    }

    private boolean isDue() {
        long hammer = hammered.get();
        boolean isHammered = log.signedSize() < hammer && log.size() >= hammer;
        return isHammered || System.nanoTime() - signedAt >= everyNanos;
    }

    /** What the node wrote at its stop; a log that is still being built is not waited for. */
    private void signLast() {
        try {
            if (log.isCaughtUp()) {
                while (log.grow(MOST_AT_ONCE) == MOST_AT_ONCE) {
                    Thread.onSpinWait();
                }
                log.sign(Instant.now());
            }
        } catch (RuntimeException e) {
            LOG.error("the last records of the node are not covered by a signed head", e);
        }
    }

    private void tellMended() {
        if (log.mendedTiles() > mended) {
            mended = log.mendedTiles();
            LOG.warn("{} tiles of the log were not what the journal says and have been made anew", mended);
        }
    }

    /** Answers those who wait; where nobody does, waits a moment for one. */
    private void serve(long waitMillis) {
        try {
            Reader next = waiting.poll(waitMillis, TimeUnit.MILLISECONDS);
            for (int served = 1; next != null; served++) {
                tell(next.answer());
                next = served < MOST_WAITING ? waiting.poll() : null; // Who is taken out must be answered.
            }
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
        }
    }

    /** Nobody is answered by the log's thread once it has ended; by that thread, or by whoever comes later. */
    private void refuseWaiting() {
        for (Reader next = waiting.poll(); next != null; next = waiting.poll()) {
            tell(next.refusal());
        }
    }

    /** A reader that fails must keep nobody else from an answer, nor the log from being signed. */
    private static void tell(Runnable answer) {
        try {
            answer.run();
        } catch (RuntimeException | Error e) {
            LOG.error("A reader of the log got no answer.", e);
        }
    }

    /** Has the log's thread do it; false where too many wait. */
    private boolean hand(Reader reader) {
        boolean isTaken = waiting.offer(reader);
        if (!running) {
            refuseWaiting(); // The thread may have looked for the last time.
        }
        return isTaken;
    }

    /** Signs as soon as the log has what a hammer caused. */
    @Override
    public void accept(Applied applied) {
        if (applied.events().stream().anyMatch(LogFollower::isHammer)) {
            hammered.set(applied.sequence());
            waiting.offer(Reader.NOBODY);
        }
    }

    private static boolean isHammer(Event event) {
        return event instanceof LotAwarded || event instanceof HammerFallen || event instanceof LotPassed;
    }

    @Override
    public void page(String path, Consumer<Page> reader) {
        Page stopping = Page.failed(503, "the node is stopping; ask again when it is back");
        if (!hand(new Reader(() -> reader.accept(found(path)), () -> reader.accept(stopping)))) {
            reader.accept(Page.failed(503, "too many ask at once; ask again in a moment"));
        }
    }

    private Page found(String path) {
        try {
            return log.proofs().page(path);
        } catch (RuntimeException e) {
            LOG.error("A page of the log could not be read.", e);
            return Page.failed(503, "the page cannot be read; the venue's operator has been told");
        }
    }

    @Override
    public void prove(ProofRequest request, Consumer<ProofAnswer> reader) {
        ProofAnswer stopping = ProofAnswer.refused(RejectReason.DRAINING, 0);
        if (!hand(new Reader(() -> reader.accept(proven(request)), () -> reader.accept(stopping)))) {
            reader.accept(ProofAnswer.refused(RejectReason.BUSY, 0));
        }
    }

    private ProofAnswer proven(ProofRequest request) {
        try {
            return log.proofs().prove(request);
        } catch (RuntimeException e) {
            LOG.error("A proof could not be made.", e);
            return ProofAnswer.refused(RejectReason.INTERNAL, 0);
        }
    }

    /** Hands over what a witness handed back; what is no cosignature of this log's is told and left. */
    public void offer(String witness, String note) {
        hand(Reader.silent(() -> {
            try {
                log.offer(note);
            } catch (InvalidProof e) {
                LOG.warn("what the witness at {} hands back is not taken: {}", witness, e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("a cosignature of the witness at {} could not be kept", witness, e);
            }
        }));
    }

    /** Why nothing is signed any more; empty while the log is well. */
    public Optional<Throwable> fault() {
        return fault;
    }

    /** Returns when the log is touched no more. */
    @Override
    public void close() {
        running = false;
        waiting.offer(Reader.NOBODY);
        try {
            thread.join();
            if (prover.isPresent() && prover.get() != Thread.currentThread()) {
                prover.get().join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
