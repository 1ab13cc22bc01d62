package org.gavel.exchange.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.agrona.ExpandableArrayBuffer;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.journal.envelope.BatchBuffer;
import org.gavel.exchange.journal.envelope.BatchChain;
import org.gavel.exchange.journal.envelope.EnvelopeLogWriter;
import org.gavel.exchange.journal.envelope.Flaw;
import org.gavel.exchange.journal.envelope.Generation;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandEncoder;
import org.gavel.protocol.command.NodeStarted;
import org.gavel.protocol.command.Origin;

/**
 * Makes a damaged journal usable again where no copy of it is left: everything behind the last record that is right is
 * moved aside, nothing is deleted or rewritten, and the first record of the generation that goes on says who discarded
 * it and why. Works on a stopped node only, and only on the damage it has named before.
 */
public final class JournalRepair {
    static final String DISCARDED = "discarded";
    private static final String RELEASE = "gavel journal repair";

    private final Path dataDirectory;
    private final Path journal;

    private JournalRepair(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
        this.journal = JournalLayout.journal(dataDirectory);
    }

    /**
     * What is wrong with a journal and what of it could go on.
     *
     * @param damage the first, empty where nothing is wrong
     * @param end of what is right before it
     * @param watermark what was acknowledged at least, 0 where the watermark itself is lost
     * @param lastFile that holds the end
     */
    public record Finding(
            Optional<JournalDamage> damage, JournalPosition end, long watermark, Optional<Path> lastFile) {}

    /** Who repairs, who else agreed, and why. Both must be named and be two. */
    public record Act(String by, String second, String reason) {
        private static final int MAX_NAME = 60;
        private static final int MAX_REASON = 200;

        public Act {
            boolean areTwo = !by.isBlank() && !second.isBlank() && !by.strip().equalsIgnoreCase(second.strip());
            if (!areTwo || by.length() > MAX_NAME || second.length() > MAX_NAME) {
                throw new JournalFault(
                        "a repair needs two different persons, each named in at most " + MAX_NAME + " characters");
            }
            if (reason.isBlank() || reason.length() > MAX_REASON) {
                throw new JournalFault("a repair needs a reason of at most " + MAX_REASON + " characters");
            }
        }
    }

    /** Looks at a journal without changing anything; the node may be running. */
    public static Finding examine(Path dataDirectory) {
        JournalRepair repair = new JournalRepair(dataDirectory);
        try {
            return repair.examine();
        } catch (IOException e) {
            throw new UncheckedIOException(repair.journal + " could not be read", e);
        }
    }

    private Finding examine() throws IOException {
        Acknowledged acknowledged = Acknowledged.of(journal);
        Finding finding = read(acknowledged, JournalLayout.unbroken(journal));
        boolean isWatermark = finding.damage
                .filter(damage -> damage.file().equals(JournalLayout.watermark(journal)))
                .isPresent();
        if (!isWatermark) {
            return finding.damage.isPresent() ? finding : againstLog(finding);
        }
        Finding rest = read(Acknowledged.unknown(journal), JournalLayout.unbroken(journal));
        return new Finding(finding.damage, rest.end, 0, rest.lastFile);
    }

    /** A journal that is whole but shorter than what was signed has lost its end, watermark and all. */
    private Finding againstLog(Finding finding) throws IOException {
        long signed = SignedLog.size(dataDirectory);
        long end = finding.end.sequence();
        if (signed <= end) {
            return finding;
        }
        Flaw flaw = new Flaw(
                SignedLog.head(dataDirectory),
                0,
                end + 1,
                "the public log was signed over " + signed + " records, and the journal ends with record " + end);
        JournalDamage lost = new JournalDamage(flaw, "Restore the journal from a replica or a newer backup.");
        return new Finding(Optional.of(lost), finding.end, finding.watermark, finding.lastFile);
    }

    private Finding read(Acknowledged acknowledged, List<Generation> generations) throws IOException {
        Verification verification =
                new Verification(journal, acknowledged, (sequence, time, buffer, offset, length) -> {});
        Optional<JournalDamage> damage = Optional.empty();
        try {
            for (Generation generation : generations) {
                verification.read(generation);
            }
            verification.finish(generations.size());
            JournalLayout.generations(journal);
        } catch (JournalDamage found) {
            damage = Optional.of(found);
        }
        return new Finding(damage, verification.end(), acknowledged.sequence(), verification.lastFile());
    }

    /**
     * Discards everything behind a sequence, which must be the last one that is right; answers where it lies now.
     *
     * @param now microseconds since 1970, for the record of it
     * @throws JournalFault where a node holds the journal, nothing is wrong, or another sequence is the last
     */
    public static Path discard(Path dataDirectory, long after, Act act, long now) {
        JournalRepair repair = new JournalRepair(dataDirectory);
        try {
            JournalLock lock = JournalLock.take(JournalLayout.lock(repair.journal));
            try {
                return repair.discard(after, act, now);
            } finally {
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(repair.journal + " could not be repaired", e);
        }
    }

    private Path discard(long after, Act act, long now) throws IOException {
        Finding finding = examine();
        if (finding.damage.isEmpty()) {
            throw new JournalFault(journal + " is not damaged: there is nothing to repair");
        }
        if (finding.end.sequence() != after || finding.lastFile.isEmpty()) {
            throw new JournalFault("the last sequence that is right is " + finding.end.sequence() + ", not " + after
                    + (finding.lastFile.isEmpty() ? ": nothing can be kept, restore a backup" : "; look again"));
        }
        long signed = SignedLog.size(dataDirectory);
        Path aside = aside(after);
        Files.copy(JournalLayout.watermark(journal), present(aside.resolve("watermark")));
        moveAside(finding, aside);
        JournalPosition end = append(finding, act, signed, Math.max(now, finding.end.timestamp()));
        byte[] slots = new byte[Watermark.FILE_BYTES];
        Watermark.encode(slots, 0, end);
        DurableFile.replace(JournalLayout.watermark(journal), slots, Force.DISK);
        JournalReader.read(dataDirectory, (sequence, time, buffer, offset, length) -> {});
        if (signed > after) {
            SignedLog.giveUp(dataDirectory, aside);
        }
        return aside;
    }

    private Path present(Path copy) throws IOException {
        if (Files.notExists(JournalLayout.watermark(journal))) {
            Files.createFile(JournalLayout.watermark(journal));
        }
        return copy;
    }

    private Path aside(long after) throws IOException {
        Path root = Files.createDirectories(dataDirectory.resolve(DISCARDED));
        int number = 1;
        while (Files.exists(root.resolve("after-" + after + "-" + number))) {
            number++;
        }
        return Files.createDirectory(root.resolve("after-" + after + "-" + number));
    }

    private void moveAside(Finding finding, Path aside) throws IOException {
        Path last = finding.lastFile.orElseThrow();
        for (Generation generation : Generation.list(journal)) {
            if (generation.number() > finding.end.generation()) {
                move(
                        generation.directory(),
                        aside.resolve(generation.directory().getFileName()));
            } else if (generation.directory().equals(last.getParent())) {
                moveLaterFiles(generation, last, aside);
            }
        }
        Force.DISK.directory(aside);
        Force.DISK.directory(aside.getParent());
        Force.DISK.directory(dataDirectory);
        Force.DISK.directory(journal);
    }

    private static void moveLaterFiles(Generation generation, Path last, Path aside) throws IOException {
        List<Path> later = new ArrayList<>(generation.files());
        later.removeIf(file -> file.compareTo(last) <= 0);
        Path target = aside.resolve(generation.directory().getFileName());
        for (Path file : later) {
            Files.createDirectories(target);
            move(file, target.resolve(file.getFileName()));
        }
        Force.DISK.directory(generation.directory());
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The act, as the first record of a new generation, durable. */
    private JournalPosition append(Finding finding, Act act, long signed, long now) throws IOException {
        JournalPosition end = finding.end;
        String repair = "everything after sequence " + end.sequence() + " was discarded (acknowledged: "
                + (finding.watermark == 0 ? "unknown" : finding.watermark)
                + (signed > end.sequence() ? ", signed in the public log, which ends: " + signed : "") + ") by "
                + act.by + " and " + act.second
                + ": " + act.reason;
        BatchChain chain = BatchChain.after(end.chainHash());
        try (EnvelopeLogWriter log =
                EnvelopeLogWriter.open(journal, end.sequence(), end.timestamp(), chain, LogSettings.daily())) {
            int generation = log.generation().number();
            NodeStarted started = new NodeStarted(
                    end.timestamp(),
                    end.sequence(),
                    end.chainHash().toString(),
                    0,
                    generation,
                    RELEASE,
                    Durability.DISK.name(),
                    repair,
                    "",
                    Behaviour.NEWEST);
            ExpandableArrayBuffer body = new ExpandableArrayBuffer();
            int length = new CommandEncoder(Sealer.NONE).encode(Origin.VENUE, started, body, 0);
            BatchBuffer batch = new BatchBuffer();
            batch.add(end.sequence() + 1, now, body, 0, length);
            log.append(batch);
            try (FileChannel file = FileChannel.open(log.currentFile(), StandardOpenOption.WRITE)) {
                Force.DISK.file(file);
            }
            Force.DISK.directory(log.generation().directory());
            Force.DISK.directory(journal);
            return new JournalPosition(log.lastSequence(), log.lastTimestamp(), generation, log.chainHash());
        }
    }
}
