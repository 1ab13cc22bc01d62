package org.gavel.ops.cli;

import static org.gavel.ops.cli.Console.gavel;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.Reply;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.JournalDamage;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.exchange.pipeline.Exchange;
import org.gavel.exchange.pipeline.ExchangeSettings;
import org.gavel.exchange.snapshot.SnapshotRule;
import org.gavel.ops.cli.Console.Run;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Journals that nobody may rely on, each shown to every tool and to a node: refused with the file and byte that {@code
 * audit verify} names and with what to do, and no byte of them is written.
 */
class BadJournalTest {
    private static final int LONGEST = 1 << 20;
    private static final int BATCH_HEADER_BYTES = 64;

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void threeStarts() throws IOException {
        data = venue("HALL", 3);
    }

    private Path venue(String name, int starts) throws IOException {
        Path directory = folder.resolve(name);
        int participants = 0;
        for (int start = 0; start < starts; start++) {
            try (Exchange exchange = open(name, directory)) {
                for (int i = 0; i < 4; i++) {
                    register(exchange, ++participants);
                }
            }
        }
        for (int generation = 1; generation <= starts; generation++) {
            truncate(file(directory, generation), LONGEST);
        }
        return directory;
    }

    private static Exchange open(String name, Path directory) {
        return Exchange.open(
                new ExchangeSettings(
                        name,
                        directory,
                        Durability.PROCESS,
                        LogSettings.daily(),
                        Sealer.NONE,
                        8,
                        1,
                        "test",
                        ExchangeSettings.DEFAULT_LEAST_FREE_BYTES,
                        SnapshotRule.NONE),
                fault -> {});
    }

    private static void register(Exchange exchange, int participant) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Origin origin = new Origin(9001, 0, ClientId.NONE, 0, 0, 0, Role.OPERATOR, Channel.CONSOLE);
        exchange.submit(origin, new RegisterParticipant(participant, ""), Reply.keeping(answer::complete));
        assertTrue(answer.join().accepted());
    }

    private static Path file(Path directory, int generation) throws IOException {
        try (Stream<Path> files = Files.list(generation(directory, generation))) {
            return files.filter(path -> path.toString().endsWith(".cq4"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Path generation(Path directory, int number) {
        return directory.resolve("journal/gen-00000" + number);
    }

    private static List<Integer> batches(Path file) throws IOException {
        List<Integer> places = new ArrayList<>();
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at + 4 <= bytes.length; at += 4) {
            if (bytes[at] == 'G' && bytes[at + 1] == 'V' && bytes[at + 2] == 'L' && bytes[at + 3] == '1') {
                places.add(at);
            }
        }
        return places;
    }

    private static void truncate(Path file, long length) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(length);
        }
    }

    private static void overwrite(Path file, long offset, byte... bytes) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(offset);
            access.write(bytes);
        }
    }

    private static Map<String, String> contents(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                contents.put(
                        path.toString(),
                        Files.getLastModifiedTime(path) + " " + Arrays.hashCode(Files.readAllBytes(path)));
            }
        }
        return contents;
    }

    /** All say the same, nothing is written, and a node does not start. */
    private void refused(String where, String advice) throws IOException {
        Map<String, String> before = contents(data);
        Run verify = gavel("audit", "verify", data.toString()).expect(ExitCodes.VERIFICATION_FAILED);
        assertTrue(verify.err().contains(where), verify.err());
        assertTrue(verify.err().contains(advice), verify.err());
        String place = verify.err().replaceFirst("(?s)^REFUSED: ", "").replaceFirst("(?s), sequence .*", "");
        assertTrue(place.matches("(?s).*, byte \\d+"), place);
        for (String tool : new String[] {"replay", "timeline", "screen"}) {
            Run run = gavel("audit", tool, data.toString()).expect(ExitCodes.VERIFICATION_FAILED);
            assertTrue(run.err().contains(place), tool + ": " + run.err());
        }
        Run repair = gavel("journal", "repair", data.toString()).expect(ExitCodes.VERIFICATION_FAILED);
        assertTrue(repair.out().contains(place), repair.out());
        Run inspect = gavel("journal", "inspect", data.toString()).expect(ExitCodes.VERIFICATION_FAILED);
        assertTrue(inspect.out().contains("NOTE "), inspect.out());
        assertTrue(inspect.err().contains("gavel audit verify"), inspect.err());
        JournalDamage damage = assertThrows(JournalDamage.class, () -> open("HALL", data));
        assertTrue(damage.getMessage().contains(place), damage.getMessage());
        Map<String, String> after = contents(data);
        after.keySet().removeIf(path -> path.endsWith("/lock"));
        before.keySet().removeIf(path -> path.endsWith("/lock"));
        assertEquals(before, after);
    }

    @Test
    void anotherVersionsBatch() throws IOException {
        Path file = file(data, 2);
        int batch = batches(file).get(1);
        ByteBuffer header = ByteBuffer.wrap(Arrays.copyOfRange(Files.readAllBytes(file), batch, batch + 32))
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(4, (short) 7);
        CRC32C crc = new CRC32C();
        crc.update(header.array(), 0, 28);
        overwrite(file, batch, header.putInt(28, (int) crc.getValue()).array());

        refused(file + ", byte " + (batch + 4), "Open it with the version of Gavel that wrote it");
    }

    @Test
    void anotherVenuesGeneration() throws IOException {
        Path other = file(venue("OTHER", 2), 2);
        Files.copy(other, file(data, 2), StandardCopyOption.REPLACE_EXISTING);

        refused(file(data, 2) + " at byte " + (batches(file(data, 2)).get(0) - 4), "Restore");
    }

    @Test
    void cutShortInItsLastBatch() throws IOException {
        Path file = file(data, 3);
        List<Integer> batches = batches(file);
        int last = batches.get(batches.size() - 1);
        truncate(file, last + BATCH_HEADER_BYTES);

        refused(file + ", byte " + (last - 4), "was acknowledged");
    }

    @Test
    void cutShortInTheMiddle() throws IOException {
        Path file = file(data, 2);
        int batch = batches(file).get(2);
        truncate(file, batch + BATCH_HEADER_BYTES);

        refused(file + ", byte " + (batch - 4), "Restore");
    }

    @Test
    void generationsInAnotherOrder() throws IOException {
        Path aside = folder.resolve("aside");
        Files.move(generation(data, 2), aside);
        Files.move(generation(data, 3), generation(data, 2));
        Files.move(aside, generation(data, 3));

        refused("a batch of generation 3 lies in " + file(data, 2), "Restore");
    }

    @Test
    void aGenerationTwice() throws IOException {
        Files.createDirectory(generation(data, 4));
        Files.copy(file(data, 2), generation(data, 4).resolve("20260302L.cq4"));

        refused("a batch of generation 2 lies in " + file(data, 4), "Restore");
    }

    @Test
    void aFlippedBit() throws IOException {
        Path file = file(data, 2);
        int record = batches(file).get(1) + BATCH_HEADER_BYTES;
        overwrite(file, record + 30L, (byte) ~Files.readAllBytes(file)[record + 30]);

        refused(file + ", byte " + record, "Restore");
    }

    /** Two starts after the same backup: each is whole, and the first record they do not share is named in both. */
    @Test
    void aForkedHistory() throws IOException {
        Path fork = folder.resolve("fork");
        copy(data, fork);
        for (Path one : List.of(data, fork)) {
            try (Exchange exchange = open("HALL", one)) {
                register(exchange, one.equals(fork) ? 90 : 80);
            }
        }
        gavel("audit", "verify", fork.toString()).expect(ExitCodes.OK);

        Run diff = gavel("audit", "diff", data.toString(), fork.toString()).expect(ExitCodes.VERIFICATION_FAILED);

        assertTrue(diff.out().contains(file(data, 4) + ", batch at byte"), diff.out());
        assertTrue(diff.out().contains(file(fork, 4) + ", batch at byte"), diff.out());
        Files.copy(
                fork.resolve("journal/watermark"),
                data.resolve("journal/watermark"),
                StandardCopyOption.REPLACE_EXISTING);
        Run verify = gavel("audit", "verify", data.toString()).expect(ExitCodes.VERIFICATION_FAILED);
        assertTrue(verify.err().contains("this is not what was acknowledged"), verify.err());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
