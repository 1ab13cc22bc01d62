package org.gavel.exchange.journal.envelope;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import org.agrona.concurrent.UnsafeBuffer;

/** The test kit: one generation of a log that remembers what was appended to it. */
final class AppendedLog {
    static final LogSettings SETTINGS = EnvelopeLogReaderTest.SETTINGS;
    static final int BLOCK = SETTINGS.blockBytes();
    static final int FILES = 4;
    static final int LARGE_BODY = Envelope.MAX_RECORD_BYTES;

    private static final long SECOND = 1_000_000;
    private static final int BATCHES_A_FILE = 21;
    private static final int LARGE_RECORDS = 15;

    private final Path root;
    private final SplittableRandom random = new SplittableRandom(4);
    private final BatchBuffer batch = new BatchBuffer();
    private final List<byte[]> batches = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private long now = 1_900_000_000L * SECOND;

    AppendedLog(Path root) {
        this.root = root;
    }

    EnvelopeLogWriter writer() throws IOException {
        return EnvelopeLogWriter.open(root, 0, now, BatchChain.after(ChainHash.ZERO), SETTINGS);
    }

    /** Files with batches of all kinds: small and large, of lengths that want padding and do not. */
    void fill(EnvelopeLogWriter writer) throws IOException {
        for (int file = 0; file < FILES; file++) {
            for (int at = 0; at < BATCHES_A_FILE; at++) {
                append(writer, 1 + random.nextInt(5), random.nextInt(at % 4 == 0 ? 20_000 : 40));
            }
            if (file % 2 == 1) {
                appendLarge(writer);
            }
            pass(1 + file);
        }
    }

    void appendLarge(EnvelopeLogWriter writer) throws IOException {
        append(writer, LARGE_RECORDS, LARGE_BODY);
    }

    void append(EnvelopeLogWriter writer, int records, int bodyBytes) throws IOException {
        batch.begin();
        for (int record = 0; record < records; record++) {
            byte[] body = new byte[bodyBytes];
            Arrays.fill(body, (byte) (writer.lastSequence() + record));
            batch.add(writer.lastSequence() + 1 + record, now, new UnsafeBuffer(body), 0, body.length);
        }
        writer.append(batch);
        batches.add(Arrays.copyOf(batch.array(), batch.length()));
        times.add(now);
    }

    /** Lets record time pass. */
    void pass(long seconds) {
        now += seconds * SECOND;
    }

    /** The time of the records that come next. */
    long now() {
        return now;
    }

    /** What was appended, batch for batch. */
    List<byte[]> batches() {
        return batches;
    }

    /** When a batch was, in milliseconds. */
    long millis(int at) {
        return times.get(at) / 1000;
    }

    Path directory() {
        return Generation.of(root, 1).directory();
    }

    List<Path> files() throws IOException {
        return Generation.of(root, 1).files();
    }

    /** Where the first batch of a file begins. */
    static int firstBatch(Path file) throws IOException {
        try (SegmentScan scan = SegmentScan.open(file)) {
            scan.next();
            return (int) scan.position();
        }
    }

    /** A queue of Chronicle's over such a generation, by itself. */
    static ChronicleQueue queue(Path directory, long millis, boolean readOnly) {
        return SingleChronicleQueueBuilder.binary(directory)
                .rollCycle(SETTINGS.rollCycle())
                .blockSize(BLOCK)
                .timeProvider(() -> millis)
                .readOnly(readOnly)
                .build();
    }
}
