package org.gavel.exchange.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.openhft.chronicle.queue.rollcycles.TestRollCycles;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.gavel.exchange.journal.envelope.BatchBuffer;
import org.gavel.exchange.journal.envelope.LogSettings;

/** The test kit: a journal that is started, filled, stopped, damaged and read again. */
final class JournalOnDisk {
    /** A new file each second of record time. */
    static final LogSettings SECONDLY = new LogSettings(TestRollCycles.TEST4_SECONDLY, LogSettings.MIN_BLOCK_BYTES);

    static final int PAGE_BYTES = 4096;

    static final long SECOND = 1_000_000;

    /** One record as a value. */
    record Entry(long sequence, long timestamp, String body) {}

    private static final int META_DATA = 0x4000_0000;

    private static final byte[] MAGIC = "GVL1".getBytes(StandardCharsets.US_ASCII);

    private final Path directory;
    private final BatchBuffer batch = new BatchBuffer();
    private final List<Entry> appended = new ArrayList<>();
    private long now = 1_900_000_000L * SECOND;

    JournalOnDisk(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    Path journal() {
        return JournalLayout.journal(directory);
    }

    Path watermark() {
        return JournalLayout.watermark(journal());
    }

    /** The first log file of a generation. */
    Path file(int generation) {
        return files(generation).get(0);
    }

    List<Path> files(int generation) {
        try {
            return JournalLayout.generations(journal()).get(generation - 1).files();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a node: reads what is there and goes on after it. */
    ChronicleJournal start() {
        return start(Durability.PROCESS);
    }

    ChronicleJournal start(Durability durability) {
        return ChronicleJournal.open(directory, read().end(), durability, SECONDLY);
    }

    ChronicleJournal start(Force force) {
        return ChronicleJournal.open(directory, read().end(), Durability.DISK, SECONDLY, force);
    }

    /** One start that appends batches of some records each. */
    JournalOnDisk written(int... recordsOfBatches) {
        try (ChronicleJournal journal = start()) {
            for (int records : recordsOfBatches) {
                append(journal, records);
            }
        }
        return this;
    }

    /** Cuts the unwritten rest off every file, so that reading them often is quick. */
    JournalOnDisk trimmed() {
        for (int generation = 1; generation <= read().generations(); generation++) {
            for (Path file : files(generation)) {
                truncate(file, end(file) + PAGE_BYTES);
            }
        }
        return this;
    }

    /** The byte behind the last one that is not zero. */
    static long end(Path file) {
        byte[] bytes = bytes(file);
        int end = bytes.length;
        while (bytes[end - 1] == 0) {
            end--;
        }
        return end;
    }

    /** Appends a batch whose bodies tell their sequence. */
    void append(Journal journal, int records) {
        append(journal, records, "");
    }

    void append(Journal journal, int records, String filling) {
        batch.begin();
        List<Entry> entries = new ArrayList<>();
        for (int record = 0; record < records; record++) {
            long sequence = journal.end().sequence() + 1 + record;
            entries.add(new Entry(sequence, now++, "body of " + sequence + filling));
            add(entries.get(record));
        }
        journal.append(batch);
        appended.addAll(entries);
    }

    private void add(Entry entry) {
        byte[] body = entry.body().getBytes(StandardCharsets.UTF_8);
        batch.add(entry.sequence(), entry.timestamp(), new UnsafeBuffer(body), 0, body.length);
    }

    /** Lets record time pass. */
    void pass(long micros) {
        now += micros;
    }

    /** What was appended without a failure, by any start. */
    List<Entry> appended() {
        return appended;
    }

    JournalReport read() {
        return JournalReader.read(directory, (sequence, timestamp, buffer, offset, length) -> {});
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        JournalReader.read(
                directory,
                (sequence, timestamp, buffer, offset, length) ->
                        entries.add(entry(sequence, timestamp, buffer, offset, length)));
        return entries;
    }

    static Entry entry(long sequence, long timestamp, DirectBuffer buffer, int offset, int length) {
        return new Entry(sequence, timestamp, buffer.getStringWithoutLengthUtf8(offset, length));
    }

    /** Where the content of each batch of a file begins. */
    static List<Long> batches(Path file) {
        List<Long> offsets = new ArrayList<>();
        byte[] bytes = bytes(file);
        for (int offset = 0; offset + MAGIC.length <= bytes.length; offset += MAGIC.length) {
            if (bytes[offset] == MAGIC[0]
                    && bytes[offset + 1] == MAGIC[1]
                    && bytes[offset + 2] == MAGIC[2]
                    && bytes[offset + 3] == MAGIC[3]) {
                offsets.add((long) offset);
            }
        }
        return offsets;
    }

    /** Where the documents begin that Chronicle keeps for itself. */
    static List<Long> chroniclesOwn(Path file) {
        List<Long> offsets = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(bytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int offset = 0;
        for (int header = bytes.getInt(0); header > 0; header = bytes.getInt(offset)) {
            if ((header & META_DATA) != 0) {
                offsets.add((long) offset);
            }
            offset = (offset + Integer.BYTES + (header & ~META_DATA) + 3) & -4;
        }
        return offsets;
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Inverts bits of one byte. */
    static void flip(Path file, long offset, int bits) {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(offset);
            int old = access.read();
            access.seek(offset);
            access.write(old ^ bits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void overwrite(Path file, long offset, byte[] bytes) {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(offset);
            access.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void truncate(Path file, long length) {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
