package org.gavel.exchange.transparency;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gavel.exchange.api.PublicLog.ProofAnswer;
import org.gavel.exchange.api.PublicLog.ProofRequest;
import org.gavel.protocol.proof.Checkpoint;
import org.gavel.protocol.proof.ConsistencyProof;
import org.gavel.protocol.proof.InvalidProof;
import org.gavel.protocol.proof.KeyList;
import org.gavel.protocol.proof.LogEntry;
import org.gavel.protocol.proof.NoteKind;
import org.gavel.protocol.proof.NoteSigner;
import org.gavel.protocol.proof.SignedNote;
import org.gavel.protocol.proof.TileHashes;
import org.gavel.protocol.proof.TilePath;
import org.gavel.protocol.reject.RejectReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log over real journals: what it signs, what it survives, what it refuses. */
final class VenueLogTest {
    @TempDir
    private Path directory;

    @TempDir
    private Path elsewhere;

    private LogKit kit;

    @BeforeEach
    void begin() {
        kit = new LogKit(directory);
    }

    private static Checkpoint head(String note) {
        return Checkpoint.parse(SignedNote.parse(note).text());
    }

    @Test
    void signsOneLeafForEachRecordOverGenerations() {
        kit.bids(300, 1000).bids(270, 2000);
        try (VenueLog log = kit.signed()) {
            Checkpoint head = head(kit.checkpoint());
            assertEquals(570, head.size());
            assertEquals(LogKit.ORIGIN, head.origin());
            assertEquals(head, kit.terms().signers().keys().require(SignedNote.parse(kit.checkpoint())));
            for (long sequence : new long[] {1, 256, 257, 300, 301, 512, 570}) {
                ProofFile proof = ProofFile.parse(LogKit.proof(log, sequence, ProofRequest.STAFF, 0));
                assertEquals(sequence, proof.entry().sequence());
                assertTrue(proof.inclusion().proves(proof.entry().leaf(), head.root()));
            }
        }
    }

    @Test
    void writesTilesAndEntriesAsC2spNamesThem() throws IOException {
        kit.bids(600, 1000);
        kit.signed().close();
        assertEquals(8192, Files.size(kit.log().resolve("tile/0/000")));
        assertEquals(8192, Files.size(kit.log().resolve("tile/0/001")));
        assertEquals(88 * 32, Files.size(kit.log().resolve("tile/0/002.p/88")));
        assertEquals(64, Files.size(kit.log().resolve("tile/1/000.p/2")));
        assertEquals(256 * 90, Files.size(kit.log().resolve("tile/entries/000")));
        byte[] entries = Files.readAllBytes(kit.log().resolve("tile/entries/002.p/88"));
        byte[] hashes = Files.readAllBytes(kit.log().resolve("tile/0/002.p/88"));
        for (int i = 0; i < 88; i++) {
            assertEquals(88, entries[i * 90 + 1], "length of the entry, big-endian");
            LogEntry entry = LogEntry.of(Arrays.copyOfRange(entries, i * 90 + 2, (i + 1) * 90));
            byte[] leaf = new byte[32];
            entry.leaf().putTo(leaf, 0);
            assertArrayEquals(Arrays.copyOfRange(hashes, i * 32, (i + 1) * 32), leaf);
            assertEquals(513 + i, entry.sequence());
        }
    }

    @Test
    void goesOnAfterARestartWithoutSigningAnythingElse() {
        kit.bids(200, 1000);
        kit.signed().close();
        String before = kit.checkpoint();
        try (VenueLog log = kit.signed()) {
            assertEquals(before, kit.checkpoint(), "nothing has grown, nothing is signed");
            assertFalse(log.sign(LogKit.NOW));
        }
        kit.bids(100, 5000);
        try (VenueLog log = kit.signed()) {
            Checkpoint last = head(before);
            Checkpoint now = head(kit.checkpoint());
            assertEquals(300, now.size());
            ProofFile.Earlier earlier = ProofFile.parse(LogKit.proof(log, 1, 0, last.size()))
                    .earlier()
                    .orElseThrow();
            assertEquals(last.root(), earlier.root());
            assertTrue(earlier.proof().proves(last.root(), now.root()));
        }
    }

    @Test
    void makesMissingAndDamagedTilesAgain() throws IOException {
        kit.bids(600, 1000);
        kit.signed().close();
        List<String> tiles = kit.tiles();
        String checkpoint = kit.checkpoint();
        Path torn = kit.log().resolve("tile/0/001");
        Files.write(torn, Arrays.copyOf(Files.readAllBytes(torn), 5000));
        Files.delete(kit.log().resolve("tile/entries/000"));
        Files.write(kit.log().resolve("tile/0/000.unfinished"), new byte[7]);
        try (VenueLog log = kit.signed()) {
            assertEquals(1, log.mendedTiles());
        }
        Files.delete(kit.log().resolve("tile/0/000.unfinished"));
        assertEquals(tiles, kit.tiles());
        assertEquals(checkpoint, kit.checkpoint());
        LogKit.delete(kit.log().resolve("tile"));
        kit.signed().close();
        assertEquals(tiles, kit.tiles());
    }

    @Test
    void recoversFromACrashAtAnyFileOfAStep() throws IOException {
        kit.bids(255, 1000);
        kit.signed().close();
        LogKit.copy(kit.log(), elsewhere.resolve("before"));
        kit.bids(3, 3000);
        kit.signed().close();
        List<String> tiles = kit.tiles();
        String checkpoint = kit.checkpoint();
        // Any of the files may have come to the disk, in any order; the head only after its tiles were written.
        List<String> written = List.of("tile/0/000", "tile/entries/000", "tile/0/001.p/2", "tile/entries/001.p/2");
        LogKit.copy(kit.log(), elsewhere.resolve("after"));
        for (int subset = 0; subset < 1 << written.size(); subset++) {
            LogKit.delete(kit.log());
            LogKit.copy(elsewhere.resolve("before"), kit.log());
            for (int file = 0; file < written.size(); file++) {
                if ((subset & (1 << file)) != 0) {
                    Path target = kit.log().resolve(written.get(file));
                    Files.createDirectories(target.getParent());
                    byte[] whole = Files.readAllBytes(elsewhere.resolve("after/" + written.get(file)));
                    Files.write(target, subset % 2 == 0 ? whole : Arrays.copyOf(whole, whole.length / 2));
                }
            }
            kit.signed().close();
            assertEquals(checkpoint, kit.checkpoint(), "subset " + subset);
            for (String file : written) {
                assertArrayEquals(
                        Files.readAllBytes(elsewhere.resolve("after/" + file)),
                        Files.readAllBytes(kit.log().resolve(file)),
                        file + " after subset " + subset);
            }
        }
        assertTrue(tiles.size() > written.size());
    }

    @Test
    void neverSignsAJournalThatIsNotTheOneItSigned() {
        kit.bids(50, 1000);
        kit.signed().close();
        LogKit forked = kit.twin(elsewhere).bids(60, 9000);
        LogKit.copy(kit.log(), forked.log());
        LogFault fault = assertThrows(LogFault.class, forked::signed);
        assertTrue(fault.getMessage().contains("record 50 of the journal is not the one"), fault.getMessage());
        assertEquals(kit.checkpoint(), forked.checkpoint());
    }

    @Test
    void goesOnAtTheSignedHeadAndSignsBeforeTheOlderPartIsMadeAgain() {
        for (int size : new int[] {255, 1, 256, 300}) {
            kit.bids(size, 1000);
            kit.signed().close();
            Checkpoint before = head(kit.checkpoint());
            kit.bids(3, 5000);
            try (VenueLog log = VenueLog.open(kit.terms())) {
                assertEquals(before.size(), log.size());
                assertTrue(log.grow(100) > 0);
                assertTrue(log.sign(LogKit.NOW));
                assertEquals(before.size() + 3, head(kit.checkpoint()).size());
                ProofFile proof = ProofFile.parse(LogKit.proof(log, 1, 0, before.size()));
                assertTrue(proof.inclusion()
                        .proves(proof.entry().leaf(), head(kit.checkpoint()).root()));
            }
        }
        try (VenueLog log = kit.signed()) {
            assertEquals(0, log.mendedTiles(), "the tiles of resumed trees are those of one made in one go");
        }
    }

    @Test
    void theOlderPartIsMadeAgainBesideALogThatGrows() throws Exception {
        kit.bids(3000, 1000);
        kit.signed().close();
        kit.bids(3000, 1000);
        ExecutorService beside = Executors.newSingleThreadExecutor();
        try (VenueLog log = VenueLog.open(kit.terms())) {
            OlderLog older = log.older().orElseThrow();
            CyclicBarrier together = new CyclicBarrier(2);
            Future<?> proved = beside.submit(() -> {
                try (older) {
                    together.await();
                    while (older.step(10)) {
                        Thread.onSpinWait();
                    }
                    return null;
                }
            });
            together.await();
            LogKit.grow(log);
            log.sign(LogKit.NOW);
            proved.get();
            log.learn(older);
            assertEquals(0, log.mendedTiles());
        } finally {
            beside.shutdown();
        }
        String checkpoint = kit.checkpoint();
        LogKit.delete(kit.log().resolve("tile"));
        kit.signed().close();
        assertEquals(checkpoint, kit.checkpoint());
    }

    /** While another thread makes salts with the very key the log was opened with, all the time. */
    @Test
    void theOlderPartMakesItsSaltsAlone() throws Exception {
        kit.bids(3000, 1000);
        kit.signed().close();
        LogTerms terms = kit.terms();
        AtomicBoolean isDone = new AtomicBoolean();
        ExecutorService beside = Executors.newSingleThreadExecutor();
        try {
            Future<?> salting = beside.submit(() -> {
                for (long sequence = 1; !isDone.get(); sequence++) {
                    terms.salts().put(sequence, new byte[LogSalts.BYTES]);
                }
            });
            for (int pass = 0; pass < 10; pass++) {
                try (VenueLog log = VenueLog.open(terms);
                        OlderLog older = log.older().orElseThrow()) {
                    while (older.step(100)) {
                        assertFalse(salting.isDone());
                    }
                    assertEquals(0, older.mended());
                }
            }
            isDone.set(true);
            salting.get();
        } finally {
            isDone.set(true);
            beside.shutdown();
        }
    }

    @Test
    void theOlderPartIsHeldAgainstTheSignedHead() {
        kit.bids(25, 1000).bids(25, 2000);
        kit.signed().close();
        LogKit forked = kit.twin(elsewhere).bids(25, 9000).bids(25, 2000);
        LogKit.copy(kit.log(), forked.log());
        LogFault fault = assertThrows(LogFault.class, forked::signed);
        assertTrue(fault.getMessage().contains("first 50 records have the root"), fault.getMessage());
    }

    @Test
    void anEdgeThatIsNotUnderTheSignedHeadIsNotGoneOnFrom() throws IOException {
        kit.bids(600, 1000);
        kit.signed().close();
        String checkpoint = kit.checkpoint();
        for (String tile : List.of("tile/0/002.p/88", "tile/1/000.p/2", "tile/entries/002.p/88")) {
            Path file = kit.log().resolve(tile);
            byte[] right = Files.readAllBytes(file);
            byte[] wrong = right.clone();
            wrong[40] ^= 1;
            Files.write(file, wrong);
            try (VenueLog log = VenueLog.open(kit.terms())) {
                assertEquals(0, log.size(), tile);
                assertFalse(log.sign(LogKit.NOW), "nothing is signed before the tree has come as far");
                LogKit.grow(log);
                assertTrue(log.isCaughtUp());
            }
            assertArrayEquals(right, Files.readAllBytes(file), tile);
        }
        assertEquals(checkpoint, kit.checkpoint());
    }

    @Test
    void neverSignsAShorterJournal() {
        kit.bids(50, 1000);
        kit.signed().close();
        LogKit shorter = kit.twin(elsewhere).bids(20, 1000);
        LogKit.copy(kit.log(), shorter.log());
        LogFault fault = assertThrows(LogFault.class, shorter::signed);
        assertTrue(fault.getMessage().contains("signed for 50 records"), fault.getMessage());
        assertTrue(fault.getMessage().contains("only 20"), fault.getMessage());
    }

    @Test
    void refusesAHeadThatAnotherKeyHasSigned() {
        kit.bids(10, 1000);
        kit.signed().close();
        LogKit stranger = new LogKit(elsewhere);
        stranger.bids(10, 1000);
        LogKit.copy(kit.log(), stranger.log());
        LogFault fault = assertThrows(LogFault.class, stranger::signed);
        assertTrue(fault.getMessage().contains("checkpoint is not a head of this log"), fault.getMessage());
        assertTrue(fault.getMessage().contains("nothing is signed"), fault.getMessage());
    }

    @Test
    void anotherSaltKeyIsToldAndNotSigned() throws IOException {
        kit.bids(10, 1000);
        kit.signed().close();
        Files.delete(kit.keys().resolve(LogSalts.FILE));
        LogSalts.create(kit.keys());
        assertThrows(LogFault.class, kit::signed);
    }

    @Test
    void hidesEqualRecordsBehindTheirSalts() throws IOException {
        kit.bids(1, 1000).bids(1, 1000);
        kit.signed().close();
        byte[] entries = Files.readAllBytes(kit.log().resolve("tile/entries/000.p/2"));
        byte[] first = Arrays.copyOfRange(entries, 2 + LogEntry.COMMAND_OFFSET, 90);
        byte[] second = Arrays.copyOfRange(entries, 92 + LogEntry.COMMAND_OFFSET, 180);
        assertNotEquals(Arrays.toString(first), Arrays.toString(second));
    }

    @Test
    void showsARecordToItsOwnBidderAndToStaffOnly() {
        kit.bids(3, 1000);
        try (VenueLog log = kit.signed()) {
            ProofFile own = ProofFile.parse(LogKit.proof(log, 2, 2, 0));
            assertTrue(own.origin().isPresent() && own.command().isPresent());
            assertEquals(own, ProofFile.parse(LogKit.proof(log, 2, ProofRequest.STAFF, 0)));
            ProofFile sealed = ProofFile.parse(LogKit.proof(log, 2, 0, 0));
            assertTrue(sealed.origin().isEmpty() && sealed.command().isEmpty());
            ProofAnswer others = log.proofs().prove(new ProofRequest(2, 0, 3));
            assertEquals(RejectReason.NOT_YOUR_ACCOUNT, others.reason());
        }
    }

    @Test
    void saysWhyThereIsNoProof() {
        kit.bids(3, 1000);
        try (VenueLog log = VenueLog.open(kit.terms())) {
            assertEquals(
                    RejectReason.PROOF_NOT_READY,
                    log.proofs().prove(new ProofRequest(3, 0, 0)).reason());
            LogKit.grow(log);
            log.sign(LogKit.NOW);
            assertEquals(
                    RejectReason.RECORD_UNKNOWN,
                    log.proofs().prove(new ProofRequest(4, 0, 0)).reason());
            assertEquals(
                    RejectReason.CHECKPOINT_UNKNOWN,
                    log.proofs().prove(new ProofRequest(3, 4, 0)).reason());
        }
    }

    @Test
    void servesOnlyWhatIsSigned() {
        kit.bids(300, 1000);
        try (VenueLog log = kit.signed()) {
            assertEquals(200, log.proofs().page("tile/0/000").status());
            assertEquals(200, log.proofs().page("tile/0/001.p/44").status());
            assertEquals(200, log.proofs().page("tile/0/000.p/7").status(), "a part of a whole tile");
            for (String path : List.of(
                    "tile/0/001.p/45",
                    "tile/0/001",
                    "tile/0/002",
                    "tile/0/000.p/0",
                    "tile/0/000.p/256",
                    "tile/0/0",
                    "tile/00/000",
                    "tile/0/x000/000",
                    "tile/8/000",
                    "tile/0/../../../keys/log-1.key",
                    "../checkpoint",
                    "/etc/passwd",
                    "tile/0/000/",
                    "")) {
                assertEquals(404, log.proofs().page(path).status(), path);
            }
        }
    }

    @Test
    void tilesProveGrowthToWhoBelievesNothing() {
        kit.bids(400, 1000);
        kit.signed().close();
        Checkpoint before = head(kit.checkpoint());
        kit.bids(400, 1000);
        try (VenueLog log = kit.signed()) {
            Checkpoint after = head(kit.checkpoint());
            TileHashes tiles =
                    new TileHashes(tile -> log.proofs().page(tile.path()).bytes(), after.size());
            assertEquals(after.root(), tiles.tree().root());
            ConsistencyProof growth = tiles.tree().consistencyWith(before.size());
            assertTrue(growth.proves(before.root(), after.root()));
        }
    }

    @Test
    void changesItsKeyByAStatementOfBoth() throws IOException {
        kit.bids(20, 1000);
        kit.signed().close();
        String old = kit.terms().signers().keys().toString().strip();
        long until = LogKit.NOW.getEpochSecond() + 100;
        LogSigners.rotate(kit.keys(), until);
        kit.bids(20, 1000);
        try (VenueLog log = kit.signed()) {
            SignedNote note = SignedNote.parse(kit.checkpoint());
            assertEquals(2, note.signatures().size(), "the old key signs beside the new one");
            String proof = LogKit.proof(log, 1, 0, 0);
            ProofCheck check = new ProofCheck(KeyList.parse(old), List.of());
            assertEquals(40, check.check(ProofFile.parse(proof)).head().size(), "who knows the old key only");
            kit.bids(1, 1000);
            LogKit.grow(log);
            log.sign(LogKit.NOW.plusSeconds(100));
            assertEquals(1, SignedNote.parse(kit.checkpoint()).signatures().size());
            ProofFile later = ProofFile.parse(LogKit.proof(log, 41, 0, 0));
            assertEquals(41, check.check(later).head().size());
            assertEquals(
                    old + " to 20",
                    kit.terms().signers().keys().toString().lines().findFirst().orElseThrow());
        }
        kit.signed().close();
    }

    @Test
    void takesCosignaturesOfItsOwnHeadsAndWitnessesOnly() {
        NoteSigner notary = NoteSigner.generate("notary.example/w1", NoteKind.COSIGNATURE);
        NoteSigner nobody = NoteSigner.generate("nobody.example", NoteKind.COSIGNATURE);
        kit.bids(20, 1000);
        try (VenueLog log = kit.signed(notary.verifier())) {
            SignedNote first = SignedNote.parse(kit.checkpoint());
            assertThrows(
                    InvalidProof.class, () -> log.offer(first.and(nobody, 5).write()));
            SignedNote forged = new SignedNote(first.text().replace("\n20\n", "\n21\n"), first.signatures());
            assertThrows(
                    InvalidProof.class, () -> log.offer(forged.and(notary, 5).write()));
            assertTrue(log.offer(first.and(notary, 5).write()));
            assertFalse(log.offer(first.and(notary, 6).write()), "one is enough");
            kit.bids(5, 1000);
            LogKit.grow(log);
            log.sign(LogKit.NOW);
            ProofFile proof = ProofFile.parse(LogKit.proof(log, 3, 0, 0));
            assertEquals(20, proof.inclusion().size(), "under the newest head that a witness has cosigned");
            assertEquals(5, proof.checkpoint().cosignedAt(notary.verifier()).orElseThrow());
            assertEquals(
                    25, ProofFile.parse(LogKit.proof(log, 22, 0, 0)).inclusion().size());
        }
        try (VenueLog log = kit.signed(notary.verifier())) {
            assertEquals(
                    20, ProofFile.parse(LogKit.proof(log, 3, 0, 0)).inclusion().size(), "also after a restart");
        }
    }

    @Test
    void namesTilesInTheOneWayTheyCanBe() {
        assertEquals("tile/1/x001/x234/067", new TilePath(1, 1_234_067, 256).path());
        assertEquals("tile/entries/005.p/3", new TilePath(TilePath.ENTRIES, 5, 3).path());
        for (String path : List.of("tile/1/x001/x234/067", "tile/entries/005.p/3", "tile/0/x001/000.p/255")) {
            assertEquals(path, TilePath.parse(path).orElseThrow().path());
        }
    }
}
