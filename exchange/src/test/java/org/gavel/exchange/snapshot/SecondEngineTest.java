package org.gavel.exchange.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.agrona.ExpandableArrayBuffer;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.eventlog.EventRecorder;
import org.gavel.exchange.host.DigestMismatch;
import org.gavel.exchange.host.EngineHost;
import org.gavel.exchange.host.GenesisTerms;
import org.gavel.exchange.journal.ChronicleJournal;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.JournalPosition;
import org.gavel.exchange.journal.JournalTail;
import org.gavel.exchange.journal.envelope.BatchBuffer;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandEncoder;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.StateDigest;
import org.gavel.protocol.command.Tick;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second engine proves the first, and a snapshot counts only when the first engine's digest has confirmed it. */
final class SecondEngineTest {
    private static final int DIGEST_EVERY = 4;

    @TempDir
    private Path directory;

    private final EngineHost first =
            new EngineHost(new Market(), Sealer.NONE, new EventRecorder((ordinal, time, body, offset, length) -> {}));
    private final BatchBuffer batch = new BatchBuffer();
    private final ExpandableArrayBuffer body = new ExpandableArrayBuffer();
    private ChronicleJournal journal;
    private SecondEngine second;

    @BeforeEach
    void open() throws IOException {
        journal = ChronicleJournal.open(directory, JournalPosition.START, Durability.PROCESS, LogSettings.daily());
        second = SecondEngine.beside(
                first,
                Sealer.NONE,
                JournalTail.behind(directory, JournalPosition.START),
                Snapshots.of(directory),
                new SnapshotRule(DIGEST_EVERY, 2),
                0);
    }

    @AfterEach
    void close() throws IOException {
        second.close();
        journal.close();
    }

    private void live(Command... commands) {
        batch.begin();
        long sequence = journal.end().sequence();
        for (Command command : commands) {
            int length = new CommandEncoder(Sealer.NONE).encode(Origin.VENUE, command, body, 0);
            batch.add(++sequence, 1_900_000_000_000_000L + sequence, body, 0, length);
        }
        journal.append(batch);
        batch.forEach(first);
    }

    private void follow() throws IOException {
        while (second.follow(journal.end().sequence())) {
            assertTrue(second.sequence() <= journal.end().sequence());
        }
    }

    @Test
    void publishesASnapshotOnlyWhenTheFirstEnginesDigestHasConfirmedIt() throws IOException {
        live(GenesisTerms.of("TEST", DIGEST_EVERY), new Tick(0));
        live(new Tick(0), new Tick(0), new Tick(0));
        follow();
        assertTrue(Snapshots.of(directory).newestFirst().isEmpty());
        assertEquals(1, Snapshots.of(directory).unfinished().size());

        live(first.digestToJournal().orElseThrow());
        follow();

        assertEquals(1, Snapshots.of(directory).newestFirst().size());
        assertTrue(Snapshots.of(directory).unfinished().isEmpty());
    }

    @Test
    void throwsWhereTheFirstEngineSaysItHadAnotherState() throws IOException {
        live(GenesisTerms.of("TEST", DIGEST_EVERY), new Tick(0), new Tick(0), new Tick(0));
        StateDigest own = first.digestToJournal().orElseThrow();
        StateDigest other = new StateDigest(own.sequence(), "0".repeat(64), own.eventsHash());
        batch.begin();
        int length = new CommandEncoder(Sealer.NONE).encode(Origin.VENUE, other, body, 0);
        batch.add(5, 1_900_000_000_000_005L, body, 0, length);
        journal.append(batch);

        DigestMismatch difference = assertThrows(DigestMismatch.class, this::follow);

        assertTrue(difference.getMessage().contains("state"), difference.getMessage());
        assertTrue(Snapshots.of(directory).newestFirst().isEmpty());
    }

    @Test
    void leavesNothingUnconfirmedBehind() throws IOException {
        live(GenesisTerms.of("TEST", DIGEST_EVERY), new Tick(0), new Tick(0), new Tick(0));
        follow();
        second.close();

        assertTrue(Snapshots.of(directory).unfinished().isEmpty());
        assertEquals(
                Optional.empty(), Snapshots.of(directory).newestFirst().stream().findFirst());
    }

    @Test
    void readsNothingBeyondWhatItIsToldWasAcknowledged() throws IOException {
        live(GenesisTerms.of("TEST", DIGEST_EVERY));
        live(new Tick(0));
        assertTrue(second.follow(1));
        assertFalse(second.follow(1));
        assertEquals(1, second.sequence());
    }
}
