package org.gavel.exchange.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.gavel.exchange.journal.envelope.BatchBuffer;
import org.gavel.exchange.journal.envelope.BatchChain;
import org.gavel.exchange.journal.envelope.EnvelopeLogWriter;
import org.gavel.exchange.journal.envelope.Generation;
import org.gavel.exchange.journal.envelope.LogSettings;

/**
 * The journal on disk: one Chronicle queue for each start, forced by our own call, with a watermark of what was
 * acknowledged. Never appends to what an earlier start wrote. The appending thread must not be interrupted: an
 * interrupt closes the forced file and is a fault.
 */
public final class ChronicleJournal implements Journal {
    private final Durability durability;
    private final Force force;
    private final JournalLock lock;
    private final WatermarkFile watermark;
    private final EnvelopeLogWriter log;
    private final ForcedFile forcedFile;
    private JournalPosition end;
    private Optional<JournalFault> fault = Optional.empty();

    private ChronicleJournal(
            JournalPosition end,
            Durability durability,
            Force force,
            JournalLock lock,
            WatermarkFile watermark,
            EnvelopeLogWriter log,
            ForcedFile forcedFile) {
        this.end = end;
        this.durability = durability;
        this.force = force;
        this.lock = lock;
        this.watermark = watermark;
        this.log = log;
        this.forcedFile = forcedFile;
    }

    /**
     * Starts a new generation after the end that {@link JournalReader} reported. What it reported is durable in the
     * given class and counts as acknowledged when this returns.
     */
    public static ChronicleJournal open(
            Path dataDirectory, JournalPosition end, Durability durability, LogSettings settings) {
        return open(dataDirectory, end, durability, settings, forceOf(durability));
    }

    /** Refuses a journal that another node writes now, before a start touches anything that is derived from it. */
    public static void requireUnheld(Path dataDirectory) {
        Path lock = JournalLayout.lock(JournalLayout.journal(dataDirectory));
        try {
            if (Files.exists(lock)) {
                JournalLock.take(lock).close();
            }
        } catch (IOException e) {
            throw new JournalFault(lock + " could not be opened", e);
        }
    }

    static ChronicleJournal open(
            Path dataDirectory, JournalPosition end, Durability durability, LogSettings settings, Force force) {
        Path journal = JournalLayout.journal(dataDirectory);
        try {
            Files.createDirectories(journal);
            JournalLock lock = JournalLock.take(JournalLayout.lock(journal));
            try {
                return open(journal, end, durability, settings, force, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new JournalFault(journal + " could not be opened for writing", e);
        }
    }

    private static ChronicleJournal open(
            Path journal,
            JournalPosition end,
            Durability durability,
            LogSettings settings,
            Force force,
            JournalLock lock)
            throws IOException {
        WatermarkFile watermark = WatermarkFile.open(JournalLayout.watermark(journal));
        requireUnchanged(journal, watermark, end);
        forceGenerations(journal, force);
        EnvelopeLogWriter log = EnvelopeLogWriter.open(
                journal, end.sequence(), end.timestamp(), BatchChain.after(end.chainHash()), settings);
        watermark.write(end);
        watermark.force(force);
        force.directory(journal);
        force.directory(journal.getParent());
        Runway runway = Runway.open(force, new PreparedFile(JournalLayout.prepared(journal), settings.preparedBytes()));
        ForcedFile forcedFile = new ForcedFile(force, runway, journal);
        return new ChronicleJournal(end, durability, force, lock, watermark, log, forcedFile);
    }

    private static Force forceOf(Durability durability) {
        return switch (durability) {
            case DISK -> Force.DISK;
            case PROCESS -> Force.NONE;
            case MEMORY -> throw new IllegalArgumentException("a journal on disk cannot be of class MEMORY");
        };
    }

    private static void requireUnchanged(Path journal, WatermarkFile watermark, JournalPosition end)
            throws IOException {
        JournalPosition acknowledged = watermark.position().orElse(JournalPosition.START);
        if (acknowledged.sequence() > end.sequence()) {
            throw new JournalFault(journal + " was acknowledged up to " + acknowledged.sequence()
                    + " and cannot go on after " + end.sequence() + "; read it again");
        }
    }

    // What a killed process left in the page cache was read as valid and must not vanish under the next generation.
    private static void forceGenerations(Path journal, Force force) throws IOException {
        for (Generation generation : Generation.list(journal)) {
            for (Path file : generation.files()) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                    force.file(channel);
                }
            }
            force.directory(generation.directory());
        }
    }

    @Override
    public void append(BatchBuffer batch) {
        if (fault.isPresent()) {
            throw new JournalFault("the journal has failed before and takes nothing more", fault.get());
        }
        if (batch.isEmpty()) {
            return;
        }
        try {
            prepare(batch);
            log.append(batch);
            makeDurable();
        } catch (IOException | RuntimeException | Error e) { // Whatever it was, nobody knows what is written.
            fault = Optional.of(new JournalFault(log.generation().directory() + " failed at an append", e));
            throw fault.get();
        }
    }

    // The prepared file lies where Chronicle is about to begin, so that it takes it for the one it would have made.
    private void prepare(BatchBuffer batch) throws IOException {
        if (log.beginsFile(batch.lastTimestamp())) {
            log.endFile();
            forcedFile.roll(log.fileAt(batch.lastTimestamp()), batch.length());
        } else {
            forcedFile.makeRoom(batch.length());
        }
    }

    private void makeDurable() throws IOException {
        JournalPosition appended = new JournalPosition(
                log.lastSequence(), log.lastTimestamp(), log.generation().number(), log.chainHash());
        if (forcedFile.isBegun()) {
            forcedFile.forceRoll(log.currentFile());
        }
        forcedFile.force(log.position());
        watermark.write(appended);
        watermark.force(force);
        end = appended;
    }

    @Override
    public JournalPosition end() {
        return end;
    }

    @Override
    public Durability durability() {
        return durability;
    }

    @Override
    public void close() {
        try (lock;
                watermark;
                forcedFile;
                log) {
            // Closed from the last to the first, each of them whatever becomes of the others.
        } catch (IOException e) {
            throw new JournalFault(log.generation().directory() + " could not be closed", e);
        }
    }
}
