package org.gavel.exchange.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.agrona.DirectBuffer;
import org.gavel.exchange.journal.envelope.BatchPlace;
import org.gavel.exchange.journal.envelope.EnvelopeLogReader;
import org.gavel.exchange.journal.envelope.Generation;
import org.gavel.exchange.journal.envelope.RecordConsumer;
import org.gavel.exchange.journal.envelope.SegmentScan;

/**
 * Follows a journal on disk, also one that is being written, and never goes beyond what was acknowledged. Reads only.
 * It checks each batch by itself; that they are one chain is recovery's to prove. For one thread.
 */
public final class JournalFollower implements AutoCloseable {
    /** How many records lie between two places that are remembered. */
    private static final int STRIDE = 1024;

    private final Path journal;
    private final long first;
    private Optional<EnvelopeLogReader> reader = Optional.empty();
    private final TreeMap<Long, BatchPlace> places = new TreeMap<>();
    private RecordConsumer consumer = (sequence, timestamp, buffer, offset, length) -> {};
    private long acknowledged;

    private JournalFollower(Path journal, long first) {
        this.journal = journal;
        this.first = first;
    }

    /** Follows the journal of a data directory from a record on; it is first read when it is first asked. */
    public static JournalFollower open(Path dataDirectory, long first) {
        return new JournalFollower(JournalLayout.journal(dataDirectory), first);
    }

    /** Takes over the places that another one remembers, which is read no more. */
    public void learn(JournalFollower other) {
        places.putAll(other.places);
    }

    private EnvelopeLogReader reader() throws IOException {
        if (reader.isEmpty()) {
            reader = Optional.of(reading(first));
        }
        return reader.get();
    }

    /** From a sequence on, in archived generations as well. */
    private EnvelopeLogReader reading(long from) throws IOException {
        return EnvelopeLogReader.open(() -> JournalLayout.generations(journal), from);
    }

    /**
     * Hands over what follows and was acknowledged, at most so many records, and answers how many they were.
     *
     * @throws JournalDamage where the journal cannot be read on, be it that its archive cannot be reached
     */
    public int poll(RecordConsumer consumer, int most) {
        this.consumer = consumer;
        try {
            EnvelopeLogReader reader = reader();
            boolean isMore = isAcknowledged(reader.nextSequence());
            int allowed = (int) Math.min(most, acknowledged - reader.nextSequence() + 1);
            int read = isMore ? reader.poll(this::deliver, allowed) : 0;
            if (reader.flaw().isPresent()) {
                throw new JournalDamage(reader.flaw().get(), JournalDamage.RESTORE);
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(journal + " could not be read", e);
        }
    }

    private void deliver(long sequence, long timestamp, DirectBuffer buffer, int offset, int length) {
        if (sequence % STRIDE == 1) {
            reader.flatMap(EnvelopeLogReader::place).ifPresent(place -> places.put(sequence, place));
        }
        consumer.onRecord(sequence, timestamp, buffer, offset, length);
    }

    /** What was acknowledged when that was last asked. */
    public long acknowledged() {
        return acknowledged;
    }

    /** Whether a record of this sequence has been acknowledged by now. */
    public boolean isAcknowledged(long sequence) {
        if (sequence > acknowledged) {
            try {
                acknowledged = Acknowledged.of(journal).sequence();
            } catch (IOException e) {
                throw new UncheckedIOException(journal + " could not be read", e);
            }
        }
        return sequence <= acknowledged;
    }

    /** Hands over one record that was read before; answers whether it was found. */
    public boolean read(long sequence, RecordConsumer reading) {
        Map.Entry<Long, BatchPlace> near = places.floorEntry(sequence);
        try {
            return (near != null && read(near.getValue(), sequence, reading)) || search(sequence, reading);
        } catch (IOException e) {
            throw new UncheckedIOException(journal + " could not be read", e);
        }
    }

    private static boolean read(BatchPlace from, long sequence, RecordConsumer reading) throws IOException {
        try (SegmentScan scan = SegmentScan.openAt(from.file(), from.position())) {
            boolean found = scan.nextFrom(sequence) == SegmentScan.Step.BATCH
                    && scan.batch().firstSequence() <= sequence;
            if (found) {
                scan.batch().forEach((number, timestamp, buffer, offset, length) -> {
                    if (number == sequence) {
                        reading.onRecord(number, timestamp, buffer, offset, length);
                    }
                });
            }
            return found;
        }
    }

    private boolean search(long sequence, RecordConsumer reading) throws IOException {
        try (EnvelopeLogReader whole = reading(sequence)) {
            return whole.poll(reading, 1) == 1;
        }
    }

    /** Makes what was read survive a loss of power, where the journal's own writer does not. */
    public void force() {
        try {
            List<Generation> generations = JournalLayout.generations(journal);
            Generation newest = generations.get(generations.size() - 1);
            for (Path file : newest.files()) {
                force(file);
            }
            force(JournalLayout.watermark(journal));
            Force.DISK.directory(newest.directory());
            Force.DISK.directory(journal);
        } catch (IOException e) {
            throw new UncheckedIOException(journal + " could not be forced", e);
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Force.DISK.file(channel);
        }
    }

    @Override
    public void close() {
        try {
            if (reader.isPresent()) {
                reader.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(journal + " could not be closed", e);
        }
    }
}
