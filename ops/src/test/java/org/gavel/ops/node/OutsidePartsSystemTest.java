package org.gavel.ops.node;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.Reply;
import org.gavel.exchange.journal.JournalFault;
import org.gavel.exchange.journal.JournalInventory;
import org.gavel.exchange.journal.JournalReader;
import org.gavel.exchange.journal.JournalRepair;
import org.gavel.exchange.settlement.LedgerMismatch;
import org.gavel.exchange.transparency.LogFault;
import org.gavel.exchange.transparency.LogSalts;
import org.gavel.exchange.transparency.LogSigners;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.ops.config.NodeConfig;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.proof.Checkpoint;
import org.gavel.protocol.proof.SignedNote;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node whose ledger or log is not its journal's, or whose journal has lost what its log has signed: it does not start,
 * says what it found, and has changed no byte of journal, event log, log, ledger or keys.
 */
class OutsidePartsSystemTest {
    @TempDir
    private Path folder;

    private Path hall;
    private int participants;

    @BeforeEach
    void aVenue() throws Exception {
        hall = venue("hall");
        try (GavelNode node = start(hall, "")) {
            register(node, 3);
        }
    }

    private Path venue(String name) throws Exception {
        Path home = Files.createDirectories(folder.resolve(name));
        Path keys = Files.createDirectories(home.resolve("keys"));
        TokenKeys.create(keys);
        SealingKey.create(keys);
        logKeys(home, "gavel.example/" + name);
        return home;
    }

    private static void logKeys(Path home, String origin) throws IOException {
        LogSalts.create(home.resolve("keys"));
        LogSigners.create(home.resolve("keys"), origin);
        Files.writeString(home.resolve("origin"), origin);
    }

    private static GavelNode start(Path home, String more) throws Exception {
        Path file = home.resolve("node.yaml");
        Files.writeString(
                file,
                "venue: " + home.getFileName() + "\ndata: data\nkeys: keys\ndurability: process\n"
                        + "listen: {host: 127.0.0.1, port: 0}\nlog: {origin: "
                        + Files.readString(home.resolve("origin"))
                        + "}\n" + more);
        return GavelNode.start(NodePlan.of(NodeConfig.readWithKeys(file)), fault -> {});
    }

    private void register(GavelNode node, int count) {
        for (int i = 0; i < count; i++) {
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            Origin origin = new Origin(9001, 0, ClientId.NONE, 0, 0, 0, Role.OPERATOR, Channel.CONSOLE);
            node.exchange()
                    .submit(origin, new RegisterParticipant(++participants, ""), Reply.keeping(answer::complete));
            assertTrue(answer.join().accepted());
        }
    }

    private static Checkpoint head(Path home) throws IOException {
        String note = Files.readString(home.resolve("data/log/checkpoint"), StandardCharsets.UTF_8);
        return Checkpoint.parse(SignedNote.parse(note).text());
    }

    private static long end(Path home) {
        return JournalReader.read(home.resolve("data"), (sequence, at, buffer, offset, length) -> {})
                .end()
                .sequence();
    }

    private Map<String, String> everything() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(path -> !path.endsWith("node.yaml")).toList()) {
                boolean isFile = Files.isRegularFile(path);
                String bytes = isFile ? Files.getLastModifiedTime(path) + " " + Arrays.hashCode(bytes(path)) : "";
                contents.put(path.toString(), bytes);
            }
        }
        return contents;
    }

    private static byte[] bytes(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    private static Map<String, String> without(Map<String, String> contents, Map<String, String> others) {
        Map<String, String> left = new TreeMap<>(contents);
        left.entrySet().removeAll(others.entrySet());
        return left;
    }

    private <T extends Throwable> void refused(Class<T> kind, Path home, String more, String... words)
            throws Exception {
        Map<String, String> before = everything();
        T refusal = assertThrows(kind, () -> start(home, more));
        for (String word : words) {
            assertTrue(refusal.getMessage().contains(word), refusal.getMessage());
        }
        Map<String, String> after = everything();
        assertEquals(without(before, after), without(after, before));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }

    @Test
    void anotherVenuesLedger() throws Exception {
        Path other = venue("other");
        start(other, "").close();
        String ledger = "ledger: {url: 'jdbc:sqlite:" + other.resolve("data/ledger.db") + "'}\n";

        refused(LedgerMismatch.class, hall, ledger, "venue \"hall\"", "venue \"other\"", "nothing was changed");
    }

    /** A new venue, too: its journal has no record yet. */
    @Test
    void anotherVenuesLedgerBeforeTheFirstRecord() throws Exception {
        Path fresh = venue("fresh");
        String ledger = "ledger: {url: 'jdbc:sqlite:" + hall.resolve("data/ledger.db") + "'}\n";

        refused(LedgerMismatch.class, fresh, ledger, "venue \"fresh\"", "venue \"hall\"");
    }

    @Test
    void anotherVenuesLog() throws Exception {
        Path other = venue("other");
        start(other, "").close();
        Files.move(hall.resolve("data/log"), folder.resolve("hall/aside"));
        copy(other.resolve("data/log"), hall.resolve("data/log"));

        refused(
                LogFault.class,
                hall,
                "",
                hall.resolve("data/log") + "/",
                "of the log gavel.example/other, the key of gavel.example/hall");
    }

    /** Signed by the same keys, as long as this journal, and over another. */
    @Test
    void theLogOfAnotherJournalOfTheSameVenue() throws Exception {
        Path twin = folder.resolve("twin/hall");
        copy(hall.resolve("keys"), twin.resolve("keys"));
        Files.copy(hall.resolve("origin"), twin.resolve("origin"));
        start(twin, "").close();
        Files.move(hall.resolve("data/log"), folder.resolve("hall/aside"));
        copy(twin.resolve("data/log"), hall.resolve("data/log"));

        refused(
                LogFault.class,
                hall,
                "",
                "record " + head(twin).size() + " of the journal is not the one under the head",
                hall.resolve("data/log/checkpoint").toString());
    }

    @Test
    void aSecondNodeOverTheSameDataTouchesNothing() throws Exception {
        try (GavelNode node = start(hall, "")) {
            await().until(() -> head(hall).size() >= end(hall));
            Map<String, String> before = everything();
            JournalFault refusal = assertThrows(JournalFault.class, () -> start(hall, ""));
            assertTrue(refusal.getMessage().contains("another node writes this journal"), refusal.getMessage());
            Map<String, String> after = everything();
            assertEquals(generations(before), generations(after));
            register(node, 1);
        }
    }

    private static long generations(Map<String, String> contents) {
        return contents.keySet().stream()
                .filter(path -> path.matches(".*/gen-\\d+"))
                .count();
    }

    /** An older copy of the journal with its own watermark, whole in itself, under the log and the ledger that went on. */
    private long rolledBack() throws Exception {
        Path backup = folder.resolve("hall/backup");
        copy(hall.resolve("data/journal"), backup);
        long end = end(hall);
        try (GavelNode node = start(hall, "")) {
            register(node, 5);
        }
        Files.move(hall.resolve("data/journal"), folder.resolve("hall/lost"));
        Files.move(backup, hall.resolve("data/journal"));
        return end;
    }

    @Test
    void aJournalRolledBackUnderItsSignedHead() throws Exception {
        long end = rolledBack();
        long signed = head(hall).size();
        assertTrue(signed > end, "the lost records were signed");

        refused(
                LogFault.class,
                hall,
                "",
                hall.resolve("data/log/checkpoint") + " was signed over " + signed + " records",
                "the journal ends with record " + end + ": records " + (end + 1) + " to " + signed + " are missing",
                "Restore the journal of " + hall.resolve("data"));
    }

    @Test
    void aJournalThatIsShorterThanItsLedger() throws Exception {
        rolledBack();
        Files.move(hall.resolve("data/log"), folder.resolve("hall/aside"));

        refused(LedgerMismatch.class, hall, "", "The ledger is at sequence", "nothing was changed");
    }

    /** What two persons may do where no copy is left: it stands in the journal, and the log goes on under another name. */
    @Test
    void lostRecordsAreGivenUpByTwoPersonsAndTheirLogEnds() throws Exception {
        long end = rolledBack();
        long signed = head(hall).size();
        Path data = hall.resolve("data");
        JournalRepair.Finding finding = JournalRepair.examine(data);
        assertTrue(finding.damage().orElseThrow().getMessage().contains("signed over " + signed + " records"));
        assertEquals(end, finding.end().sequence());
        List<String> notes = JournalInventory.of(data).notes();
        assertTrue(notes.toString().contains("records, but the files end with " + end), notes::toString);
        JournalRepair.Act act = new JournalRepair.Act("Li Na", "Wang Wei", "The array is lost.");

        Path aside = JournalRepair.discard(data, end, act, 1);

        assertTrue(Files.exists(aside.resolve("log/checkpoint")), "the old log is kept");
        assertTrue(lastRecord(data).contains("signed in the public log, which ends: " + signed), lastRecord(data));
        Files.move(data.resolve("ledger.db"), hall.resolve("ledger.aside"));
        LogFault refusal = assertThrows(LogFault.class, () -> start(hall, ""));
        assertTrue(refusal.getMessage().contains("the log gavel.example/hall ended"), refusal.getMessage());
        assertEquals(end + 1, end(hall), "nothing follows the repair");

        Path old = Files.createDirectories(hall.resolve("old"));
        for (String key : new String[] {"log-1.key", LogSalts.FILE}) {
            Files.move(hall.resolve("keys").resolve(key), old.resolve(key));
        }
        logKeys(hall, "gavel.example/hall-2");
        start(hall, "").close();
        assertEquals("gavel.example/hall-2", head(hall).origin());
        assertEquals(end(hall), head(hall).size());
        assertTrue(JournalRepair.examine(data).damage().isEmpty());
        assertEquals(List.of(), JournalInventory.of(data).notes());
    }

    private static String lastRecord(Path data) {
        String[] last = {""};
        JournalReader.read(data, (sequence, at, buffer, offset, length) -> {
            byte[] bytes = new byte[length];
            buffer.getBytes(offset, bytes);
            last[0] = new String(bytes, StandardCharsets.UTF_8);
        });
        return last[0];
    }
}
