package org.gavel.ops.cli;

import static org.awaitility.Awaitility.await;
import static org.gavel.ops.cli.Console.gavel;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.Reply;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.exchange.pipeline.Exchange;
import org.gavel.exchange.pipeline.ExchangeSettings;
import org.gavel.exchange.snapshot.SnapshotRule;
import org.gavel.exchange.snapshot.Snapshots;
import org.gavel.ops.cli.Console.Run;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal's tools on real data directories, of stopped and of running nodes. */
class JournalCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path data;

    private final AtomicReference<Throwable> fault = new AtomicReference<>();
    private int participants;

    private Exchange open() {
        return Exchange.open(
                new ExchangeSettings(
                        "HALL",
                        data,
                        Durability.PROCESS,
                        LogSettings.daily(),
                        Sealer.NONE,
                        8,
                        1,
                        "test",
                        ExchangeSettings.DEFAULT_LEAST_FREE_BYTES,
                        new SnapshotRule(8, 1)),
                fault::set);
    }

    private void register(Exchange exchange, int count) {
        for (int i = 0; i < count; i++) {
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            Origin origin = new Origin(9001, 0, ClientId.NONE, 0, 0, 0, Role.OPERATOR, Channel.CONSOLE);
            exchange.submit(origin, new RegisterParticipant(++participants, ""), Reply.keeping(answer::complete));
            assertTrue(answer.join().accepted());
        }
    }

    /** Three starts; the only snapshot that is kept lies in the third generation. */
    private void threeStarts() throws IOException {
        for (int start = 0; start < 3; start++) {
            try (Exchange exchange = open()) {
                long before = exchange.recoveredSequence();
                register(exchange, 30);
                await().until(() ->
                        Snapshots.of(data).newestFirst().stream().anyMatch(file -> sequence(file) > before));
            }
        }
    }

    private static long sequence(Path snapshot) {
        return Long.parseLong(snapshot.getFileName().toString().replaceAll("\\D", ""));
    }

    private JsonNode inspect() throws IOException {
        return inspect(ExitCodes.OK);
    }

    private JsonNode inspect(int exitCode) throws IOException {
        return JSON.readTree(gavel("journal", "inspect", data.toString(), "--json")
                .expect(exitCode)
                .out());
    }

    private static Map<String, String> tree(Path root) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.toList()) {
                String content = Files.isDirectory(path) ? "" : "" + Arrays.hashCode(Files.readAllBytes(path));
                tree.put(path.toString(), Files.getLastModifiedTime(path) + " " + content);
            }
        }
        return tree;
    }

    @Test
    void inspectShowsFilesWatermarkAndSnapshotsAndWritesNothing() throws IOException {
        threeStarts();
        Map<String, String> before = tree(data);

        JsonNode shown = inspect();
        gavel("journal", "inspect", data.toString()).expect(ExitCodes.OK);
        gavel("journal", "repair", data.toString()).expect(ExitCodes.OK);

        assertEquals(before, tree(data));
        assertEquals(3, shown.get("files").size());
        JsonNode last = shown.get("files").get(2);
        assertEquals(shown.get("watermark").asLong(), last.get("lastSequence").asLong());
        assertTrue(last.get("firstTime").asText().startsWith("20"));
        assertEquals("HALL", shown.get("snapshots").get(0).get("venue").asText());
        assertTrue(shown.get("snapshots").get(0).get("thisBuild").asBoolean());
        assertEquals(0, shown.get("notes").size(), shown.toString());
    }

    @Test
    void aRunningNodeCanBeInspectedButNeitherArchivedNorRepaired() throws IOException {
        threeStarts();
        try (Exchange exchange = open()) {
            register(exchange, 3);
            assertTrue(inspect().get("watermark").asLong() > 0);
            Run archive = gavel("journal", "archive", data.toString()).expect(ExitCodes.FAILED);
            assertTrue(archive.err().contains("another node writes this journal"), archive.err());
            Run repair = gavel(
                            "journal",
                            "repair",
                            data.toString(),
                            "--discard-after",
                            "5",
                            "--by",
                            "A",
                            "--second",
                            "B",
                            "--reason",
                            "why")
                    .expect(ExitCodes.FAILED);
            assertTrue(repair.err().contains("another node writes this journal"), repair.err());
        }
    }

    @Test
    void whatWasArchivedIsStillReadAndANodeStartsWithoutIt() throws IOException {
        threeStarts();
        gavel("journal", "archive", data.toString()).expect(ExitCodes.OK);
        assertFalse(Files.exists(data.resolve("journal/gen-000001")));
        gavel("audit", "verify", data.toString()).expect(ExitCodes.OK);
        assertTrue(inspect().get("files").get(0).get("archived").asBoolean());

        Files.move(data.resolve("archive"), data.resolve("elsewhere"));
        Run missing = gavel("audit", "verify", data.toString()).expect(ExitCodes.VERIFICATION_FAILED);
        assertTrue(missing.err().contains("mount the archive again, or copy it to DATA/archive"), missing.err());
        JsonNode notes = inspect(ExitCodes.VERIFICATION_FAILED).get("notes");
        assertTrue(notes.get(0).asText().contains("was archived here and is not there"), notes::toString);
        try (Exchange exchange = open()) {
            assertTrue(exchange.recoveryReport().startsWith("went on from the snapshot"), exchange.recoveryReport());
            register(exchange, 40);
            await().until(() -> Snapshots.of(data).newestFirst().stream().anyMatch(file -> sequence(file) > 120));
        }
        assertNull(fault.get());
        Files.move(data.resolve("elsewhere"), data.resolve("archive"));
        gavel("audit", "verify", data.toString()).expect(ExitCodes.OK);
    }

    @Test
    void withoutASnapshotNothingIsArchived() throws IOException {
        threeStarts();
        for (Path file : Snapshots.of(data).newestFirst()) {
            Files.delete(file);
        }
        Run refused = gavel("journal", "archive", data.toString()).expect(ExitCodes.FAILED);
        assertTrue(refused.err().contains("nothing was moved"), refused.err());
        assertTrue(Files.exists(data.resolve("journal/gen-000001")));
    }

    @Test
    void aDamagedJournalIsRepairedOnlyByTwoPersonsWhoNameTheSequence() throws IOException {
        threeStarts();
        JsonNode second = inspect().get("files").get(1);
        long lost = second.get("firstSequence").asLong();
        flip(Path.of(second.get("file").asText()));
        Run named = gavel("journal", "repair", data.toString(), "--json").expect(ExitCodes.VERIFICATION_FAILED);
        JsonNode finding = JSON.readTree(named.out());
        assertEquals("DAMAGED", finding.get("result").asText());
        String after = finding.get("lastRightSequence").asText();
        assertTrue(finding.get("lastRightSequence").asLong() >= lost - 1, named.out());

        Run alone = gavel(
                        "journal",
                        "repair",
                        data.toString(),
                        "--discard-after",
                        after,
                        "--by",
                        "A",
                        "--second",
                        "a",
                        "--reason",
                        "why")
                .expect(ExitCodes.FAILED);
        assertTrue(alone.err().contains("two different persons"), alone.err());
        gavel(
                        "journal",
                        "repair",
                        data.toString(),
                        "--discard-after",
                        after,
                        "--by",
                        "Li Na",
                        "--second",
                        "Wang Wei",
                        "--reason",
                        "No replica.")
                .expect(ExitCodes.OK);

        gavel("audit", "verify", data.toString(), "--chain-only").expect(ExitCodes.OK);
        try (Exchange exchange = open()) {
            assertTrue(exchange.recoveryReport().contains("SNAPSHOT NOT USED"), exchange.recoveryReport());
            participants += 1000;
            register(exchange, 1);
        }
    }

    private static void flip(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] all = new byte[(int) Math.min(bytes.length(), 4 << 20)];
            bytes.readFully(all);
            int found = 0;
            for (int at = 0; at < all.length - 4; at += 4) {
                boolean isBatch = all[at] == 'G' && all[at + 1] == 'V' && all[at + 2] == 'L' && all[at + 3] == '1';
                if (isBatch && ++found == 3) {
                    bytes.seek(at + 70L);
                    bytes.write(all[at + 70] ^ 1);
                    return;
                }
            }
        }
    }

    @Test
    void aDirectoryWithoutAJournalIsNamed() {
        for (String tool : new String[] {"inspect", "archive", "repair"}) {
            Run run = gavel("journal", tool, data.toString()).expect(ExitCodes.FAILED);
            assertTrue(run.err().contains("holds no journal"), run.err());
        }
    }
}
