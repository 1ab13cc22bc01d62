package org.gavel.exchange.journal.envelope;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.gavel.exchange.journal.envelope.SegmentScan.Step;

/**
 * Follows a derived log, such as the event log, from a sequence on, across rolls and generations. It reads while the
 * log is valid: a flaw ends it and is told, not thrown, because the caller can rebuild the log. A newer generation
 * supersedes what older ones hold from its first sequence on; so a rebuild is a new generation that begins at the
 * first sequence that was lost. Batches are seen as soon as they are appended. For one thread.
 */
public final class EnvelopeLogReader implements AutoCloseable {
    /** How often an idle poll looks for new files where none was announced. */
    private static final int IDLE_POLLS_PER_LISTING = 128;

    private final LogPlan plan;
    private Optional<SegmentScan> scan = Optional.empty();
    private Optional<Flaw> flaw = Optional.empty();
    private long next;
    private long limit;
    private int record;
    private int recordsLeft;
    private int idlePolls;

    private EnvelopeLogReader(Generations generations, long fromSequence, Optional<BatchPlace> known)
            throws IOException {
        this.next = fromSequence;
        this.plan = new LogPlan(generations);
        plan.refresh();
        moveTo(plan.start(next));
        if (scan.isPresent()
                && known.isPresent()
                && known.get().file().equals(scan.get().file())) {
            close();
            scan = Optional.of(
                    SegmentScan.openAt(known.get().file(), known.get().position()));
        }
    }

    /**
     * The same, given the place of a batch that begins at or before that sequence: where that batch's file is the one to
     * begin with, what lies before it is not looked at again.
     */
    public static EnvelopeLogReader open(Path root, long fromSequence, Optional<BatchPlace> known) throws IOException {
        return new EnvelopeLogReader(() -> Generation.list(root), fromSequence, known);
    }

    /** Follows the log under a directory, which need not exist yet, from a sequence on. */
    public static EnvelopeLogReader open(Path root, long fromSequence) throws IOException {
        return open(root, fromSequence, Optional.empty());
    }

    /** The same where the generations need not all lie in one directory. */
    public static EnvelopeLogReader open(Generations generations, long fromSequence) throws IOException {
        return new EnvelopeLogReader(generations, fromSequence, Optional.empty());
    }

    /**
     * Hands over the records that follow, at most so many, and answers how many they were. 0 means that nothing new is
     * there, or, if {@link #flaw} says so, that nothing more will come.
     */
    public int poll(RecordConsumer consumer, int maxRecords) throws IOException {
        int delivered = 0;
        while (delivered < maxRecords && (recordsLeft > 0 || advance())) {
            SegmentScan current = scan.orElseThrow();
            record = current.batch().deliver(record, consumer);
            recordsLeft = ++next < limit ? recordsLeft - 1 : 0;
            delivered++;
        }
        return delivered;
    }

    /** The sequence that the next record will have. */
    public long nextSequence() {
        return next;
    }

    /** Where the batch of the last record begins; empty before the first. */
    public Optional<BatchPlace> place() {
        return scan.map(current -> new BatchPlace(current.file(), current.position()));
    }

    /** Where and why reading ended for good; empty while the log is valid. */
    public Optional<Flaw> flaw() {
        return flaw;
    }

    private boolean advance() throws IOException {
        if (flaw.isPresent()) {
            return false;
        }
        if (next >= limit && !moveOn()) {
            return false;
        }
        return scan.isPresent() ? advance(scan.get()) : moveOnWhenIdle(Step.END);
    }

    private boolean advance(SegmentScan current) throws IOException {
        Step step = current.nextFrom(next);
        if (step != Step.BATCH) {
            return moveOnWhenIdle(step);
        }
        return openBatch(current);
    }

    private boolean openBatch(SegmentScan current) {
        BatchView batch = current.batch();
        if (batch.firstSequence() > next) {
            flaw = Optional.of(missing(current));
            return false;
        }
        idlePolls = 0;
        record = batch.firstRecord();
        recordsLeft = batch.recordCount();
        for (long sequence = batch.firstSequence(); sequence < next; sequence++) {
            record = batch.nextRecord(record);
            recordsLeft--;
        }
        return true;
    }

    private boolean moveOnWhenIdle(Step step) throws IOException {
        if (step == Step.END && idlePolls++ % IDLE_POLLS_PER_LISTING != 0) {
            return false;
        }
        if (moveOn()) {
            return advance();
        }
        return scan.isPresent() && isStillThere(scan.get());
    }

    // The appender may have gone on between the look at this file and the look for later ones.
    private boolean isStillThere(SegmentScan current) throws IOException {
        boolean isFollowed = plan.isFollowed(current.file());
        Step step = current.nextFrom(next);
        if (step == Step.BATCH) {
            return openBatch(current);
        }
        if (step == Step.BROKEN || step == Step.UNKNOWN_FORMAT) {
            flaw = Optional.of(current.flaw(next));
        } else if (isFollowed) {
            flaw = Optional.of(missing(current));
        }
        return false;
    }

    private Flaw missing(SegmentScan current) {
        return new Flaw(current.file(), current.position(), next, "the record is missing here");
    }

    private boolean moveOn() throws IOException {
        plan.refresh();
        Optional<LogPlan.Segment> following = plan.start(next);
        if (following.isEmpty() || isCurrent(following.get())) {
            return false;
        }
        moveTo(following);
        return true;
    }

    private boolean isCurrent(LogPlan.Segment segment) {
        return scan.isPresent() && scan.get().file().equals(segment.file());
    }

    private void moveTo(Optional<LogPlan.Segment> segment) throws IOException {
        close();
        limit = segment.map(plan::limitOf).orElse(Long.MAX_VALUE);
        scan = Optional.empty();
        if (segment.isPresent()) {
            scan = Optional.of(SegmentScan.open(segment.get().file()));
        }
    }

    @Override
    public void close() throws IOException {
        if (scan.isPresent()) {
            scan.get().close();
        }
    }
}
