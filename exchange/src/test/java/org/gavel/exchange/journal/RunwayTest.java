package org.gavel.exchange.journal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Zeros lie on the disk before a batch needs them, and whatever a crash leaves of them is no damage (RT-01, RT-04). */
final class RunwayTest {
    private static final int PREPARED_BYTES = JournalOnDisk.SECONDLY.preparedBytes();

    @TempDir
    private Path directory;

    @Test
    void beginsEachFileAsTheOneThatWasPreparedForIt() throws IOException {
        JournalOnDisk disk = new JournalOnDisk(directory);
        try (ChronicleJournal journal = disk.start(Durability.DISK)) {
            for (int file = 0; file < 4; file++) {
                Object prepared = preparedInode(disk);
                disk.append(journal, 2);
                disk.pass(2 * JournalOnDisk.SECOND);

                assertEquals(prepared, Files.getAttribute(disk.files(1).get(file), "unix:ino"));
            }
        }
        assertEquals(disk.appended(), disk.entries());
    }

    private static Object preparedInode(JournalOnDisk disk) throws IOException {
        Path prepared = JournalLayout.prepared(disk.journal());
        await().until(() -> Files.exists(prepared) && Files.size(prepared) == PREPARED_BYTES);
        assertArrayEquals(new byte[PREPARED_BYTES], Files.readAllBytes(prepared));
        return Files.getAttribute(prepared, "unix:ino");
    }

    @Test
    void givesThePreparedFileBackAtACleanStop() {
        JournalOnDisk disk = new JournalOnDisk(directory).written(1);

        assertFalse(Files.exists(JournalLayout.prepared(disk.journal())));
    }

    @Test
    void staysAheadOfALongFile() {
        JournalOnDisk disk = new JournalOnDisk(directory);
        String filling = "x".repeat(200_000);
        try (ChronicleJournal journal = disk.start()) {
            for (int batch = 0; batch < 60; batch++) {
                disk.append(journal, 15, filling);
            }
        }

        assertEquals(1, disk.files(1).size());
        assertTrue(disk.appended().equals(disk.entries()), "180 MB over several blocks come back as they were");
    }

    @Test
    void takesWhateverACrashLeftOfAPreparedFileForNoPartOfTheJournal() throws IOException {
        JournalOnDisk disk = new JournalOnDisk(directory).written(2);
        Path prepared = JournalLayout.prepared(disk.journal());
        for (int length : new int[] {0, 1, 4096, PREPARED_BYTES / 2, PREPARED_BYTES}) {
            Files.write(prepared, new byte[length]);
            assertEquals(disk.appended(), disk.entries());
            disk.written(1);
        }
        assertEquals(disk.appended(), disk.entries());
    }

    @Test
    void neverOverwritesALeftoverWhoseFileMayBeTheJournalsByNow() throws IOException {
        JournalOnDisk disk = new JournalOnDisk(directory).written(2);
        Path prepared = JournalLayout.prepared(disk.journal());
        Files.createLink(prepared, disk.file(1));

        disk.written(1);

        assertEquals(disk.appended(), disk.entries());
    }

    @Test
    void takesAFileThatWasMovedIntoItsPlaceAndNeverBegunForTheEnd() throws IOException {
        JournalOnDisk disk = new JournalOnDisk(directory).written(2);
        moveZerosBehind(disk.file(1));

        assertEquals(disk.appended(), disk.entries());
        assertEquals(0, disk.read().droppedBytes());
        assertEquals(disk.appended(), disk.written(1, 1).entries());
    }

    @Test
    void refusesZerosWhereSomethingWasAcknowledged() throws IOException {
        JournalOnDisk disk = new JournalOnDisk(directory);
        try (ChronicleJournal journal = disk.start()) {
            disk.append(journal, 2);
            disk.pass(2 * JournalOnDisk.SECOND);
            disk.append(journal, 1);
        }
        Path second = disk.files(1).get(1);
        Files.write(second, new byte[PREPARED_BYTES]);

        assertEquals(3, assertThrows(JournalDamage.class, disk::read).sequence());
    }

    private static void moveZerosBehind(Path file) throws IOException {
        String name = file.getFileName().toString();
        Path later = file.resolveSibling("9" + name.substring(1));
        Files.write(later, new byte[PREPARED_BYTES]);
    }
}
