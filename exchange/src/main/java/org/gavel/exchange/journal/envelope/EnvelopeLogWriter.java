package org.gavel.exchange.journal.envelope;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.RollCycle;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;

/**
 * Appends sealed batches to a new generation of a log. What it appended survives the death of the process, not the
 * loss of power. Files roll by the time of the records, so that no clock is read. Single-threaded; after a failed
 * append nothing more may be appended.
 */
public final class EnvelopeLogWriter implements AutoCloseable {
    private static final long MICROS_PER_MILLI = 1_000;

    private final Generation generation;
    private final RollCycle rollCycle;
    private final BatchChain chain;
    private final ChronicleQueue queue;
    private final ExcerptAppender appender;
    private long lastSequence;
    private long lastTimestamp;

    private EnvelopeLogWriter(Path root, long lastSequence, long lastTimestamp, BatchChain chain, LogSettings settings)
            throws IOException {
        this.generation = Generation.createNext(root);
        this.rollCycle = settings.rollCycle();
        this.chain = chain;
        this.lastSequence = lastSequence;
        this.lastTimestamp = lastTimestamp;
        this.queue = SingleChronicleQueueBuilder.binary(generation.directory())
                .rollCycle(settings.rollCycle())
                .blockSize(settings.blockBytes())
                .timeProvider(() -> millis(this.lastTimestamp))
                .build();
        this.appender = queue.createAppender();
        // Opened by one thread and used by another, but never by two at once.
        appender.singleThreadedCheckDisabled(true);
    }

    /**
     * Starts a new generation whose first record follows a sequence and a timestamp.
     *
     * @param lastTimestamp before which no record may be; {@link Long#MIN_VALUE} if there is none
     */
    public static EnvelopeLogWriter open(
            Path root, long lastSequence, long lastTimestamp, BatchChain chain, LogSettings settings)
            throws IOException {
        return new EnvelopeLogWriter(root, lastSequence, lastTimestamp, chain, settings);
    }

    /** Seals and appends a batch that is not empty and follows the last one without a gap or a step back in time. */
    public void append(BatchBuffer batch) throws IOException {
        batch.requireToFollow(lastSequence, lastTimestamp);
        chain.seal(batch, generation.number());
        lastTimestamp = batch.lastTimestamp();
        write(batch);
        lastSequence = batch.lastSequence();
    }

    // A full disk under a mapped file is an InternalError (F4), and Chronicle's own failures are unchecked.
    private void write(BatchBuffer batch) throws IOException {
        try (DocumentContext document = appender.writingDocument()) {
            document.wire().bytes().write(batch.array(), 0, batch.length());
        } catch (RuntimeException | Error e) {
            throw new IOException("batch from sequence " + batch.firstSequence() + " could not be written", e);
        }
    }

    private static long millis(long timestamp) {
        return Math.max(0, timestamp) / MICROS_PER_MILLI;
    }

    /** The number of the file, in order of time, that a batch which ends at this time goes to. */
    public long cycleAt(long timestamp) {
        return millis(timestamp) / rollCycle.lengthInMillis();
    }

    /** The file that a batch which ends at this time goes to; appending creates it where it does not exist. */
    public Path fileAt(long timestamp) {
        Instant start = Instant.ofEpochMilli(cycleAt(timestamp) * rollCycle.lengthInMillis());
        String name = DateTimeFormatter.ofPattern(rollCycle.format(), Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(start);
        return generation.directory().resolve(name + SingleChronicleQueue.SUFFIX);
    }

    /** The sequence of the last appended record, or the one this generation follows. */
    public long lastSequence() {
        return lastSequence;
    }

    /** The timestamp of the last appended record, or the one this generation follows. */
    public long lastTimestamp() {
        return lastTimestamp;
    }

    /** The hash of the last appended batch. */
    public ChainHash chainHash() {
        return chain.hash();
    }

    /** What is being written. */
    public Generation generation() {
        return generation;
    }

    /** The file that holds the last appended batch; only after an append. */
    public Path currentFile() {
        return appender.currentFile().toPath();
    }

    /** How far {@link #currentFile} is written, but for an index of Chronicle's own that may follow. */
    public long position() {
        return appender.wire().bytes().writePosition();
    }

    /** Releases the files. */
    @Override
    public void close() {
        appender.close();
        queue.close();
    }
}
