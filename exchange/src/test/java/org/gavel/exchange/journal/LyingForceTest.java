package org.gavel.exchange.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that says it has forced what it has not, until it loses power: of the journal there is what the last true
 * force left, of the watermark all. The next start is refused where the first lost batch should begin (F1, RT-03).
 */
final class LyingForceTest {
    @TempDir
    private Path directory;

    /** What is on the platter: every file as the last true force left it. */
    private final Map<Path, byte[]> kept = new HashMap<>();

    private JournalOnDisk disk;

    @BeforeEach
    void newJournal() {
        disk = new JournalOnDisk(directory);
    }

    @Test
    void isFoundOutInTheFileThatWentOn() throws IOException {
        try (ChronicleJournal journal = disk.start(Durability.DISK)) {
            disk.append(journal, 2);
            disk.append(journal, 1);
            forced();
            disk.append(journal, 4);
            disk.append(journal, 1);
        }
        long lost = JournalOnDisk.batches(disk.file(1)).get(2) - Integer.BYTES;
        losePower();

        refusedAt(disk.file(1), lost, 4, 8);
    }

    @Test
    void isFoundOutWhereAWholeFileAndItsNameAreLost() throws IOException {
        long lost;
        try (ChronicleJournal journal = disk.start(Durability.DISK)) {
            disk.append(journal, 3);
            forced();
            lost = (JournalOnDisk.end(disk.file(1)) + Integer.BYTES - 1) & -Integer.BYTES;
            disk.pass(JournalOnDisk.SECOND);
            disk.append(journal, 2);
        }
        losePower();
        assertEquals(1, disk.files(1).size());

        refusedAt(disk.file(1), lost, 4, 5);
    }

    @Test
    void isFoundOutWhereAWholeStartIsLost() throws IOException {
        disk.written(2, 1);
        forced();
        disk.written(1, 1);
        Path lostFile = disk.file(2);
        losePower();

        JournalDamage damage = assertThrows(JournalDamage.class, disk::read);
        assertEquals(4, damage.sequence(), damage.getMessage());
        assertTrue(Files.notExists(lostFile));
        assertTrue(damage.getMessage().contains("sequence 5 was acknowledged"), damage.getMessage());
    }

    private void refusedAt(Path file, long offset, long sequence, long acknowledged) throws IOException {
        JournalDamage damage = assertThrows(JournalDamage.class, disk::start);
        assertEquals(file, damage.file(), damage.getMessage());
        assertEquals(offset, damage.offset(), damage.getMessage());
        assertEquals(sequence, damage.sequence(), damage.getMessage());
        assertTrue(damage.getMessage().contains("sequence " + acknowledged + " was acknowledged"), damage.getMessage());
        assertTrue(damage.getMessage().endsWith(JournalDamage.RESTORE), damage.getMessage());
        for (Map.Entry<Path, byte[]> one : kept.entrySet()) {
            assertEquals(-1, Arrays.mismatch(one.getValue(), Files.readAllBytes(one.getKey())));
        }
    }

    private void forced() throws IOException {
        for (Path file : logFiles()) {
            kept.put(file, Files.readAllBytes(file));
        }
    }

    private List<Path> logFiles() throws IOException {
        try (Stream<Path> paths = Files.walk(disk.journal())) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> path.toString().endsWith(".cq4"))
                    .toList();
        }
    }

    private void losePower() throws IOException {
        for (Path file : logFiles()) {
            if (kept.containsKey(file)) {
                Files.write(file, kept.get(file));
            } else {
                Files.delete(file);
            }
        }
    }
}
