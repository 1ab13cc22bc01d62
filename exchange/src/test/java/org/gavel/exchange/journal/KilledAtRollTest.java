package org.gavel.exchange.journal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.gavel.exchange.kit.ChildJvm;
import org.gavel.exchange.kit.Effort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RT-02: a process that rolls all the time is killed again and again; nothing it acknowledged is lost. */
final class KilledAtRollTest {
    private static final int KILLS = 5;
    private static final int MOST_DELAY_MILLIS = 300;

    @TempDir
    private Path directory;

    @Test
    void keepsEveryAcknowledgedRecordHoweverOftenItIsKilledBetweenFiles() {
        Effort.forSeeds("KilledAtRollTest", 1, this::killAgainAndAgain);
    }

    private void killAgainAndAgain(SplittableRandom random) {
        Path data = directory.resolve("data-" + random.nextLong());
        Path acks = directory.resolve(data.getFileName() + ".acks");
        int rolls = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            run(data, acks, random, kill);
            long acknowledged = last(acks);
            JournalOnDisk disk = new JournalOnDisk(data);
            List<JournalOnDisk.Entry> entries = disk.entries();
            assertTrue(entries.size() >= acknowledged, entries.size() + " of " + acknowledged);
            assertTrue(disk.read().watermarkSequence() >= acknowledged);
            for (int index = 0; index < entries.size(); index++) {
                assertEquals(index + 1, entries.get(index).sequence());
                assertTrue(entries.get(index).body().startsWith("body of " + (index + 1)));
            }
            rolls += disk.files(kill + 1).size() - 1;
        }
        System.out.println(KILLS + " kills, " + last(acks) + " records, " + rolls + " rolls");
        assertTrue(rolls > KILLS, "there was something to be killed at");
    }

    private void run(Path data, Path acks, SplittableRandom random, int kill) {
        long before = last(acks);
        long hour = 3_600L * (kill + 1);
        List<String> command = ChildJvm.command(
                List.of("-XX:TieredStopAtLevel=1"), RollingNode.class, data, acks, random.nextLong(), hour);
        Process process = ChildJvm.start(command, directory.resolve("output"));
        await().atMost(Duration.ofSeconds(60)).until(() -> last(acks) > before + 20 || !process.isAlive());
        assertTrue(process.isAlive(), () -> output());
        long until = System.nanoTime()
                + Duration.ofMillis(random.nextInt(MOST_DELAY_MILLIS)).toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
        process.destroyForcibly();
        ChildJvm.await(process);
    }

    private String output() {
        try {
            return Files.readString(directory.resolve("output"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last whole line. */
    private static long last(Path acks) {
        try {
            String text = Files.exists(acks) ? Files.readString(acks) : "";
            int end = text.lastIndexOf('\n');
            return end < 0 ? 0 : Long.parseLong(text.substring(text.lastIndexOf('\n', end - 1) + 1, end));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
