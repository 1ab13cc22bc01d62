package org.gavel.exchange.transparency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.ExpandableArrayBuffer;
import org.gavel.exchange.api.PublicLog.ProofAnswer;
import org.gavel.exchange.api.PublicLog.ProofRequest;
import org.gavel.exchange.journal.ChronicleJournal;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.JournalReader;
import org.gavel.exchange.journal.envelope.BatchBuffer;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandEncoder;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.proof.NoteVerifier;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Role;

/** The test kit: a journal with bids on a real disk, and the log over it. */
final class LogKit {
    static final String ORIGIN = "gavel.example/hall";
    static final int LOT = 7;
    static final Instant NOW = Instant.ofEpochSecond(1_900_000_000L);

    private final Path directory;
    private final CommandEncoder encoder = new CommandEncoder(Sealer.NONE);
    private long time = 1_900_000_000_000_000L;

    LogKit(Path directory) {
        this.directory = directory;
        try {
            if (!LogSigners.exist(keys())) {
                LogSalts.create(keys());
                LogSigners.create(keys(), ORIGIN);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path data() {
        return directory.resolve("data");
    }

    Path keys() {
        return directory.resolve("keys");
    }

    Path log() {
        return LogTerms.under(data());
    }

    /** The same keys over another directory of data, as a fork's would be. */
    LogKit twin(Path other) {
        copy(keys(), other.resolve("keys"));
        return new LogKit(other);
    }

    static void copy(Path from, Path to) {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.sorted().toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(path, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path tree) {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One start of a node that takes so many bids, of amounts from {@code fen} on, by participants 1, 2, 3, 1, … */
    LogKit bids(int count, long fen) {
        try (ChronicleJournal journal = ChronicleJournal.open(
                data(),
                JournalReader.read(data(), (sequence, timestamp, buffer, offset, length) -> {})
                        .end(),
                Durability.PROCESS,
                LogSettings.daily())) {
            BatchBuffer batch = new BatchBuffer();
            for (int i = 0; i < count; i++) {
                batch.begin();
                add(batch, journal.end().sequence() + 1, new PlaceBid(LOT, 0, new Money(fen + i)), 1 + i % 3);
                journal.append(batch);
            }
        }
        return this;
    }

    private void add(BatchBuffer batch, long sequence, Command command, long actor) {
        Origin origin =
                new Origin(actor, 0, ClientId.parse("c" + sequence % 1000), 5, time, 1, Role.BIDDER, Channel.ONLINE);
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(256);
        int length = encoder.encode(origin, command, buffer, 0);
        batch.add(sequence, time++, buffer, 0, length);
    }

    LogTerms terms(NoteVerifier... witnesses) {
        try {
            return new LogTerms(
                    data(), Durability.DISK, LogSalts.load(keys()), LogSigners.load(keys()), List.of(witnesses));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The log, grown to the journal's end and signed. */
    VenueLog signed(NoteVerifier... witnesses) {
        VenueLog log = VenueLog.open(terms(witnesses));
        grow(log);
        log.sign(NOW);
        log.older().ifPresent(older -> prove(log, older));
        return log;
    }

    private static void prove(VenueLog log, OlderLog older) {
        try (older) {
            while (older.step(100)) {
                Thread.onSpinWait();
            }
            log.learn(older);
        }
    }

    static void grow(VenueLog log) {
        while (log.grow(100) > 0) {
            Thread.onSpinWait();
        }
    }

    String checkpoint() {
        return text("checkpoint");
    }

    String text(String name) {
        try {
            return Files.readString(log().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String proof(VenueLog log, long sequence, long asker, long from) {
        ProofAnswer answer = log.proofs().prove(new ProofRequest(sequence, from, asker));
        if (answer.proof().isEmpty()) {
            throw new AssertionError("no proof: " + answer);
        }
        return answer.proof();
    }

    /** Every file of the log with its bytes, but for those that hold a note. */
    List<String> tiles() {
        List<String> tiles = new ArrayList<>();
        try (Stream<Path> files = Files.walk(log().resolve("tile"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                tiles.add(log().relativize(file) + " "
                        + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tiles;
    }
}
