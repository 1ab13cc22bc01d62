package org.gavel.exchange.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalReaderTest {
    private static final int READINGS = 25;
    private static final long PACE_NANOS = 50_000;

    @TempDir
    private Path directory;

    @Test
    void neverWritesNorTouchesAnything() throws IOException {
        JournalOnDisk disk = new JournalOnDisk(directory).written(2, 1).written(3);
        Map<Path, String> before = contents();

        disk.entries();
        JournalOnDisk.flip(disk.file(2), JournalOnDisk.batches(disk.file(2)).get(0) + 70, 1);
        Map<Path, String> damaged = contents();
        assertThrows(JournalDamage.class, disk::read);

        assertEquals(damaged, contents());
        assertEquals(before.keySet(), damaged.keySet());
    }

    private Map<Path, String> contents() throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.toList()) {
                int hash = Files.isDirectory(path) ? 0 : Arrays.hashCode(JournalOnDisk.bytes(path));
                contents.put(path, Files.getLastModifiedTime(path) + " " + Files.exists(path) + " " + hash);
            }
        }
        return contents;
    }

    @Test
    void readsAConsistentPrefixWhileANodeIsWritingAndRolling() throws InterruptedException {
        JournalOnDisk disk = new JournalOnDisk(directory);
        JournalOnDisk reader = new JournalOnDisk(directory);
        AtomicBoolean running = new AtomicBoolean(true);
        try (ChronicleJournal journal = disk.start()) {
            disk.append(journal, 1);
            Thread node = new Thread(() -> appendWhile(running, disk, journal));
            node.start();
            long last = 0;
            for (int reading = 0; reading < READINGS; reading++) {
                JournalReport report = reader.read();
                assertTrue(report.end().sequence() >= report.watermarkSequence());
                assertTrue(report.end().sequence() >= last);
                last = report.end().sequence();
            }
            running.set(false);
            node.join();
            assertTrue(last > 1, "something was appended meanwhile");
        }
        assertEquals(disk.appended(), reader.entries());
    }

    private static void appendWhile(AtomicBoolean running, JournalOnDisk disk, ChronicleJournal journal) {
        for (int batch = 0; running.get() && batch < 100_000; batch++) {
            disk.append(journal, 1 + batch % 3, "x".repeat(batch % 500));
            disk.pass(batch % 500 == 499 ? JournalOnDisk.SECOND : 0);
            LockSupport.parkNanos(PACE_NANOS);
        }
    }

    /** RT-07: random damage of any kind to a journal of many files is refused or harmless, never served. */
    @Test
    void servesNothingAlteredWhateverIsOverwritten() {
        JournalOnDisk disk = new JournalOnDisk(directory);
        for (int generation = 0; generation < 2; generation++) {
            try (ChronicleJournal journal = disk.start()) {
                for (int batch = 0; batch < 30; batch++) {
                    disk.append(journal, 1 + batch % 4, "y".repeat(37 * batch));
                }
            }
        }
        disk.trimmed();
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 150; round++) {
            Path file = disk.file(1 + random.nextInt(2));
            int start = Math.toIntExact(JournalOnDisk.batches(file).get(0)) - 4;
            int end = (int) JournalOnDisk.end(file);
            int offset = start + random.nextInt(end - start);
            byte[] old = Arrays.copyOfRange(JournalOnDisk.bytes(file), offset, offset + 1 + random.nextInt(5000));
            byte[] now = new byte[old.length];
            if (random.nextBoolean()) {
                random.nextBytes(now);
            }
            JournalOnDisk.overwrite(file, offset, now);
            servesAllOrRefuses(disk, "seed " + seed + " round " + round);
            JournalOnDisk.overwrite(file, offset, old);
        }
    }

    private static void servesAllOrRefuses(JournalOnDisk disk, String which) {
        try {
            assertEquals(disk.appended(), disk.entries(), which);
        } catch (JournalDamage damage) {
            assertTrue(damage.sequence() > 0, which);
        }
    }
}
