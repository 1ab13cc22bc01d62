package org.gavel.exchange.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gavel.protocol.proof.Checkpoint;
import org.gavel.protocol.proof.SignedNote;
import org.gavel.protocol.proof.TileHashes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes the log is killed with SIGKILL wherever it is, again and again. */
final class KilledLogTest {
    private static final int RECORDS = 800;
    private static final int KILLS = 3;

    @TempDir
    private Path directory;

    @Test
    @Timeout(180)
    void neverContradictsWhatItSignedBefore() throws IOException, InterruptedException {
        long seed = System.nanoTime();
        Random chance = new Random(seed);
        LogKit kit = new LogKit(directory).bids(RECORDS, 1000);
        List<Checkpoint> signed = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            Process writer = start();
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8));
            assertEquals("writing", said.readLine(), () -> "seed " + seed);
            long before = signed.isEmpty() ? 0 : signed.get(signed.size() - 1).size();
            awaitMore(kit, writer, before + 1 + chance.nextInt(100));
            writer.destroyForcibly().waitFor();
            head(kit).ifPresent(signed::add);
        }
        assertTrue(signed.size() > 1, "seed " + seed + ": it was killed too early each time");
        try (VenueLog log = kit.signed()) {
            for (Checkpoint head : signed) {
                assertEquals(
                        head.root(),
                        new TileHashes(tile -> log.proofs().page(tile.path()).bytes(), head.size())
                                .tree()
                                .root(),
                        "seed " + seed);
            }
            assertEquals(RECORDS, head(kit).orElseThrow().size());
        }
    }

    private static void awaitMore(LogKit kit, Process writer, long size) throws IOException {
        while (writer.isAlive() && head(kit).map(Checkpoint::size).orElse(0L) < size) {
            Thread.onSpinWait();
        }
    }

    private static Optional<Checkpoint> head(LogKit kit) throws IOException {
        Path file = kit.log().resolve("checkpoint");
        return Files.exists(file)
                ? Optional.of(Checkpoint.parse(
                        SignedNote.parse(Files.readString(file)).text()))
                : Optional.empty();
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-"))
                .forEach(command::add);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), LogWriter.class.getName(), directory.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
