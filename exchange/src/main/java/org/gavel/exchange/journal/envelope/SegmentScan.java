package org.gavel.exchange.journal.envelope;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Walks the documents of one Chronicle Queue file without Chronicle and without ever writing. Each document is a
 * 4-byte header and its bytes, padded to 4, complete once the header says so; a zero header is the end of what was
 * written, or a hole that looks like it (F3). For one thread.
 */
public final class SegmentScan implements AutoCloseable {
    /** What lies at the present position. */
    public enum Step {
        /** A whole, verified batch; the next step is after it. */
        BATCH,
        /** A zero header or the end of the file: nothing more yet. */
        END,
        /** Chronicle's mark that writing went on in the next file. */
        ROLLED,
        /** A document whose writing was begun and not completed. */
        UNFINISHED,
        /** Bytes that are not what was written. */
        BROKEN,
        /** An intact batch of a layout that this version does not know. */
        UNKNOWN_FORMAT
    }

    private final Path file;
    private final FileWindow window;
    private final BatchView batch = new BatchView();
    private final BatchCheck check = new BatchCheck();
    private long position;
    private long next;
    private int flawOffset;
    private int flawRecord;
    private String what = "";

    private SegmentScan(Path file, FileWindow window) {
        this.file = file;
        this.window = window;
    }

    /** Starts at the beginning of a file. */
    public static SegmentScan open(Path file) throws IOException {
        return new SegmentScan(file, FileWindow.open(file));
    }

    /** Goes on from a position that an earlier scan of the same file stopped at. */
    public static SegmentScan openAt(Path file, long position) throws IOException {
        SegmentScan scan = open(file);
        scan.next = position;
        return scan;
    }

    /** Looks at the next document that is not Chronicle's own. Anything but a batch is looked at again next time. */
    public Step next() throws IOException {
        return nextFrom(0);
    }

    /** As {@link #next}, skipping batches that end before a sequence after a look at their headers only. */
    public Step nextFrom(long sequence) throws IOException {
        Step step = step(sequence, next);
        while (step == Step.BATCH && batch.lastSequence() < sequence) {
            step = step(sequence, next);
        }
        return step;
    }

    private Step step(long sequence, long from) throws IOException {
        Step step = look(sequence, from);
        if (step == Step.BROKEN || step == Step.UNKNOWN_FORMAT) {
            // A read may have raced the appender, within a header too: only bytes that stay wrong are wrong.
            window.refresh(position, DocumentHeader.BYTES);
            step = look(sequence, position);
        }
        return step;
    }

    private Step look(long sequence, long from) throws IOException {
        position = from;
        while (hasWritten()) {
            int header = window.intAt(position);
            int length = DocumentHeader.length(header);
            if (header == DocumentHeader.END_OF_DATA) {
                return stop(Step.ROLLED, "the file ends here");
            }
            if ((header & DocumentHeader.NOT_COMPLETE) != 0) {
                return stop(Step.UNFINISHED, "a document is still being written or torn");
            }
            if ((header & DocumentHeader.META_DATA) == 0) {
                return readBatch(length, sequence);
            }
            if (!QueueDocument.isWhole(window, position, length)) {
                return stop(Step.BROKEN, "a document of the queue's own, or the header before it, is not as written");
            }
            position = DocumentHeader.following(position, length);
        }
        return stop(Step.END, "nothing is written here");
    }

    // Only the appender's own completed header can be trusted to stay; anything else may have changed since.
    private boolean hasWritten() throws IOException {
        if (window.has(position, DocumentHeader.BYTES) && window.intAt(position) > 0) {
            return true;
        }
        return window.refresh(position, DocumentHeader.BYTES) && window.intAt(position) != 0;
    }

    private Step readBatch(int length, long sequence) throws IOException {
        Step step = verify(length, sequence);
        next = step == Step.BATCH ? DocumentHeader.following(position, length) : position;
        return step;
    }

    private Step verify(int length, long sequence) throws IOException {
        long content = position + DocumentHeader.BYTES;
        if (length > Envelope.MAX_BATCH_BYTES || !window.has(content, length)) {
            return stop(Step.BROKEN, "a document of " + length + " bytes does not fit");
        }
        batch.wrap(window.array(), window.index(content), length);
        BatchCheck.Verdict verdict = check.verifyHeader(batch);
        if (verdict == BatchCheck.Verdict.VALID && batch.lastSequence() >= sequence) {
            verdict = check.verify(batch);
        }
        return switch (verdict) {
            case VALID -> Step.BATCH;
            case DAMAGED -> stopInBatch(Step.BROKEN);
            case UNKNOWN_FORMAT -> stopInBatch(Step.UNKNOWN_FORMAT);
        };
    }

    private Step stopInBatch(Step step) {
        stop(step, check.what());
        flawOffset = DocumentHeader.BYTES + check.flawOffset();
        flawRecord = check.flawRecord();
        return step;
    }

    private Step stop(Step step, String description) {
        next = position;
        flawOffset = 0;
        flawRecord = 0;
        what = description;
        return step;
    }

    /** The batch that {@link #next} found, until the next call. */
    public BatchView batch() {
        return batch;
    }

    /** Where the document that {@link #next} found begins. */
    public long position() {
        return position;
    }

    /** Where the document after the batch that {@link #next} found begins. */
    public long following() {
        return next;
    }

    /** Describes what {@link #next} stopped at, given the sequence that was expected there. */
    public Flaw flaw(long expectedSequence) {
        return new Flaw(file, position + flawOffset, expectedSequence + flawRecord, what);
    }

    /** What is written from the position of a stop on, where this sequence was expected. */
    public Remainder remainder(Step step, long expectedSequence) throws IOException {
        long from = step == Step.ROLLED ? position + DocumentHeader.END_MARK_BYTES : position;
        return Remainder.search(window, from, expectedSequence);
    }

    /** The file that is scanned. */
    public Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
