package org.gavel.exchange.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gavel.exchange.journal.JournalOnDisk.Entry;
import org.gavel.exchange.journal.JournalRepair.Act;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged journal goes on only by an act of two persons that stands in it; nothing is ever deleted. */
final class JournalRepairTest {
    private static final Act ACT = new Act("Li Na", "Wang Wei", "Disk sector lost, no replica.");
    private static final long NOW = 1_900_000_100L * JournalOnDisk.SECOND;

    @TempDir
    private Path directory;

    private JournalOnDisk disk;

    @BeforeEach
    void newJournal() {
        disk = new JournalOnDisk(directory);
    }

    private void damaged() {
        disk.written(2, 2, 2).written(3);
        JournalOnDisk.flip(disk.file(1), JournalOnDisk.batches(disk.file(1)).get(1) + 70, 1);
    }

    @Test
    void namesTheDamageAndWhatIsRightBeforeItAndChangesNothing() throws IOException {
        damaged();
        Map<String, String> before = tree(directory);

        JournalRepair.Finding finding = JournalRepair.examine(directory);

        assertEquals(3, finding.damage().orElseThrow().sequence());
        assertEquals(2, finding.end().sequence());
        assertEquals(9, finding.watermark());
        assertEquals(before, tree(directory));
    }

    @Test
    void findsNothingWrongInAWholeJournalAndRefusesToTouchIt() {
        disk.written(2).written(1);

        assertTrue(JournalRepair.examine(directory).damage().isEmpty());
        assertThrows(JournalFault.class, () -> JournalRepair.discard(directory, 3, ACT, NOW));
    }

    @Test
    void discardsBehindTheLastRightRecordByAnActThatStandsInTheJournal() throws IOException {
        damaged();
        List<Entry> right = disk.appended().subList(0, 2);

        Path aside = JournalRepair.discard(directory, 2, ACT, NOW);

        List<Entry> entries = disk.entries();
        assertEquals(right, entries.subList(0, 2));
        assertEquals(3, entries.size());
        String record = entries.get(2).body();
        assertTrue(record.contains("everything after sequence 2 was discarded (acknowledged: 9)"), record);
        assertTrue(record.contains("by Li Na and Wang Wei: Disk sector lost, no replica."), record);
        assertTrue(Files.exists(aside.resolve("watermark")));
        assertTrue(Files.exists(aside.resolve("gen-000002")));
        assertEquals(3, disk.read().watermarkSequence());
    }

    @Test
    void goesOnAfterTheRepairInAThirdGeneration() {
        damaged();
        JournalRepair.discard(directory, 2, ACT, NOW);
        disk.pass(1000 * JournalOnDisk.SECOND);

        disk.written(2).written(1);

        assertEquals(6, disk.read().end().sequence());
        assertEquals(4, disk.read().generations());
    }

    @Test
    void discardsOnlyBehindTheSequenceItHasNamed() {
        damaged();
        for (long other : new long[] {0, 1, 3, 8}) {
            JournalFault refusal =
                    assertThrows(JournalFault.class, () -> JournalRepair.discard(directory, other, ACT, NOW));
            assertTrue(refusal.getMessage().contains("the last sequence that is right is 2"), refusal.getMessage());
        }
        assertFalse(Files.exists(directory.resolve("discarded")));
    }

    @Test
    void asksForTwoPersonsAndAReason() {
        assertThrows(JournalFault.class, () -> new Act("Li Na", "li na ", "why"));
        assertThrows(JournalFault.class, () -> new Act("Li Na", "", "why"));
        assertThrows(JournalFault.class, () -> new Act("Li Na", "Wang Wei", " "));
    }

    @Test
    void refusesWhileANodeHoldsTheJournal() {
        damaged();
        JournalOnDisk other = new JournalOnDisk(directory.resolve("other"));
        other.written(1);
        try (ChronicleJournal running = other.start()) {
            other.append(running, 1);
            JournalFault refusal =
                    assertThrows(JournalFault.class, () -> JournalRepair.discard(other.directory(), 2, ACT, NOW));
            assertTrue(refusal.getMessage().contains("another node writes this journal"), refusal.getMessage());
        }
    }

    @Test
    void repairsAJournalWithALostGeneration() throws IOException {
        disk.written(2).written(2).written(2);
        Files.move(disk.file(2).getParent(), directory.resolve("lost"));

        JournalRepair.Finding finding = JournalRepair.examine(directory);
        assertEquals(2, finding.end().sequence());
        JournalRepair.discard(directory, 2, ACT, NOW);

        assertEquals(3, disk.read().end().sequence());
    }

    @Test
    void rebuildsALostWatermarkByTheSameActAndKeepsEveryRecord() throws IOException {
        disk.written(2).written(2);
        Files.delete(disk.watermark());

        JournalRepair.Finding finding = JournalRepair.examine(directory);
        assertEquals(disk.watermark(), finding.damage().orElseThrow().file());
        assertEquals(4, finding.end().sequence());
        JournalRepair.discard(directory, 4, ACT, NOW);

        assertEquals(disk.appended(), disk.entries().subList(0, 4));
        assertTrue(disk.entries().get(4).body().contains("acknowledged: unknown"));
    }

    @Test
    void anInterruptedRepairIsRefusedAtTheStartAndCanBeRepeated() throws IOException {
        damaged();
        Path aside = JournalRepair.discard(directory, 2, ACT, NOW);
        // As if power had failed before the watermark followed: the old one is back.
        Files.write(disk.watermark(), Files.readAllBytes(aside.resolve("watermark")));
        assertThrows(JournalDamage.class, disk::read);

        JournalRepair.discard(directory, 3, ACT, NOW);

        assertEquals(4, disk.read().end().sequence());
    }

    /** Every file with its size, its time and its content. */
    static Map<String, String> tree(Path root) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.toList()) {
                String content =
                        Files.isDirectory(path) ? "" : "" + java.util.Arrays.hashCode(Files.readAllBytes(path));
                tree.put(path.toString(), Files.getLastModifiedTime(path) + " " + content);
            }
        }
        return tree;
    }
}
