package org.gavel.exchange.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.exchange.recovery.Audit;
import org.gavel.exchange.snapshot.SnapshotRule;
import org.gavel.exchange.snapshot.Snapshots;
import org.gavel.protocol.codec.json.Sealer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that takes a snapshot every few records is killed wherever it is, and starts again (RT-02, RT-08). */
class KilledVenueSystemTest {
    private static final int ROUNDS = 4;
    private static final int FIRST_SIZE_OF_BID = 1_000;

    @TempDir
    private Path directory;

    private static ExchangeSettings settings(Path data) {
        return new ExchangeSettings(
                "TEST",
                data,
                Durability.DISK,
                LogSettings.daily(),
                Sealer.NONE,
                4,
                1,
                "test",
                ExchangeSettings.DEFAULT_LEAST_FREE_BYTES,
                new SnapshotRule(4, 3));
    }

    /** Bids for ever, and tells every acknowledged sequence. */
    static final class Child {
        public static void main(String[] arguments) {
            Venue venue = new Venue(settings(Path.of(arguments[0])));
            int round = Integer.parseInt(arguments[1]);
            if (round == 0) {
                venue.withOpenLot(Duration.ofHours(2));
            }
            for (int i = 0; i < Integer.MAX_VALUE; i++) {
                long yuan = FIRST_SIZE_OF_BID + (round * 100_000L + i) * 100;
                long sequence = venue.bid(i % 2 == 0 ? Venue.ALICE : Venue.BOB, round + "-" + i, yuan)
                        .sequence();
                System.out.println("acknowledged " + sequence);
            }
        }
    }

    @Test
    void everyStartAfterAKillIsTheMarketThatWasAcknowledged() throws IOException, InterruptedException {
        long seed = Long.getLong("gavel.seed", System.nanoTime());
        Random random = new Random(seed);
        boolean fromSnapshot = false;
        for (int round = 0; round < ROUNDS; round++) {
            long acknowledged = runAndKill(round, 20 + random.nextInt(60));
            try (Venue venue = new Venue(settings(directory))) {
                String report = venue.exchange().recoveryReport();
                assertTrue(venue.exchange().recoveredSequence() >= acknowledged, "seed " + seed + ": " + report);
                assertTrue(!report.contains("NOT USED"), "seed " + seed + ": " + report);
                fromSnapshot |= report.startsWith("went on from the snapshot");
                assertNull(venue.fault());
            }
            assertEquals(0, Audit.of(directory, Sealer.NONE).eventsLacking(), "seed " + seed);
        }
        assertTrue(fromSnapshot, "seed " + seed);
        assertTrue(Snapshots.of(directory).unfinished().isEmpty());
    }

    private long runAndKill(int round, int answers) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-") || argument.startsWith("-Dchronicle"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Child.class.getName()));
        command.addAll(List.of(directory.toString(), Integer.toString(round)));
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long last = 0;
        try (BufferedReader lines = child.inputReader()) {
            int told = 0;
            for (String line = lines.readLine(); line != null && told < answers; line = lines.readLine()) {
                if (line.startsWith("acknowledged ")) {
                    last = Long.parseLong(line.substring("acknowledged ".length()));
                    told++;
                }
            }
        } finally {
            child.destroyForcibly();
        }
        assertTrue(child.waitFor(20, TimeUnit.SECONDS));
        assertTrue(last > 0, "the child bid");
        return last;
    }
}
