package org.gavel.exchange.journal.envelope;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import net.openhft.chronicle.queue.RollCycle;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;

/**
 * Appends sealed batches to a new generation of a log. What it appended survives the death of the process, not the
 * loss of power. Files roll by the time of the records, so that no clock is read; Chronicle Queue begins each
 * ({@link SegmentStart}), what follows is written in its format without it ({@link SegmentWriter}). Single-threaded;
 * after a failed append nothing more may be appended, and an interrupt fails an append.
 */
public final class EnvelopeLogWriter implements AutoCloseable {
    private static final long MICROS_PER_MILLI = 1_000;
    private static final long NO_CYCLE = -1;

    private final Generation generation;
    private final LogSettings settings;
    private final RollCycle rollCycle;
    private final BatchChain chain;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(SegmentWriter.BUFFER_BYTES);
    private Optional<SegmentStart> start;
    private Optional<SegmentWriter> segment = Optional.empty();
    private long cycle = NO_CYCLE;
    private long lastSequence;
    private long lastTimestamp;

    private EnvelopeLogWriter(Path root, long lastSequence, long lastTimestamp, BatchChain chain, LogSettings settings)
            throws IOException {
        this.generation = Generation.createNext(root);
        this.settings = settings;
        this.rollCycle = settings.rollCycle();
        this.chain = chain;
        this.lastSequence = lastSequence;
        this.lastTimestamp = lastTimestamp;
        this.start = Optional.of(newStart());
    }

    private SegmentStart newStart() throws IOException {
        return SegmentStart.open(generation.directory(), settings, () -> millis(lastTimestamp));
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
        if (beginsFile(batch.lastTimestamp())) {
            endFile();
            lastTimestamp = batch.lastTimestamp();
            begin(batch);
        } else {
            lastTimestamp = batch.lastTimestamp();
            segment.orElseThrow().append(batch);
        }
        lastSequence = batch.lastSequence();
    }

    private void begin(BatchBuffer batch) throws IOException {
        Path file;
        try (SegmentStart begun = start.orElseThrow(this::hasFailed)) {
            start = Optional.empty();
            file = begun.write(batch);
        }
        segment = Optional.of(SegmentWriter.open(file, settings, buffer));
        cycle = cycleAt(lastTimestamp);
    }

    private IOException hasFailed() {
        return new IOException("a file could not be begun in " + generation.directory() + " before");
    }

    /** Whether a batch that ends at this time begins a file. */
    public boolean beginsFile(long timestamp) {
        return cycleAt(timestamp) != cycle;
    }

    /**
     * Ends the present file, if there is one, so that the next batch must begin another. Whoever has a file of zeros
     * for it puts it to {@link #fileAt} after this and before that batch.
     */
    public void endFile() throws IOException {
        if (segment.isPresent()) {
            try (SegmentWriter ended = segment.get()) {
                segment = Optional.empty();
                cycle = NO_CYCLE;
                ended.end();
            }
            start = Optional.of(newStart());
        }
    }

    private static long millis(long timestamp) {
        return Math.max(0, timestamp) / MICROS_PER_MILLI;
    }

    private long cycleAt(long timestamp) {
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
        return segment.orElseThrow().file();
    }

    /** How far {@link #currentFile} is written. */
    public long position() {
        return segment.orElseThrow().position();
    }

    /** Releases the files. */
    @Override
    public void close() throws IOException {
        start.ifPresent(SegmentStart::close);
        if (segment.isPresent()) {
            segment.get().close();
        }
    }
}
