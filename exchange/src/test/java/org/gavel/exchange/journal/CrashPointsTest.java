package org.gavel.exchange.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.gavel.exchange.journal.JournalOnDisk.Entry;
import org.gavel.exchange.kit.Effort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A crash at each force of opening, appending and rolling: what was acknowledged is read, nothing else than what was
 * appended is, and the next start goes on behind it (RT-01, RT-03).
 */
final class CrashPointsTest {
    private static final int BATCHES = 9;
    private static final int STARTS = 2;

    @TempDir
    private Path directory;

    private int images;

    @Test
    void aKillAtAnyForceLosesNothing() {
        Effort.forSeeds("kills", 1, random -> crashEverywhere(random, (disk, copy) -> disk.killed(copy)));
    }

    @Test
    void aLossOfPowerAtAnyForceLosesNothingThatWasAcknowledged() {
        Effort.forSeeds(
                "power losses", 2, random -> crashEverywhere(random, (disk, copy) -> disk.unpowered(copy, random)));
    }

    private void crashEverywhere(SplittableRandom random, BiConsumer<CrashImages, Path> crash) {
        JournalOnDisk disk = new JournalOnDisk(directory.resolve("data-" + random.nextLong()));
        CrashImages force = new CrashImages(disk.journal());
        int before = images;
        force.atForce(() -> {
            Path image = directory.resolve("image-" + ++images);
            crash.accept(force, JournalLayout.journal(image));
            judge(disk, image);
        });
        for (int start = 0; start < STARTS; start++) {
            try (ChronicleJournal journal = disk.start(force)) {
                for (int batch = 0; batch < BATCHES; batch++) {
                    disk.append(journal, 1 + random.nextInt(3), "x".repeat(random.nextInt(3_000)));
                    disk.pass(random.nextInt(4) == 0 ? JournalOnDisk.SECOND : 0);
                }
            }
        }
        assertEquals(disk.appended(), disk.entries());
        System.out.println(images - before + " crashes");
    }

    private static void judge(JournalOnDisk live, Path image) {
        JournalOnDisk crashed = new JournalOnDisk(image);
        List<Entry> acknowledged = List.copyOf(live.appended());
        List<Entry> read = crashed.entries();
        assertTrue(read.size() >= acknowledged.size(), "acknowledged " + acknowledged.size() + ", " + read.size());
        assertEquals(acknowledged, read.subList(0, acknowledged.size()));
        crashed.pass(60 * JournalOnDisk.SECOND);
        List<Entry> expected = new ArrayList<>(read);
        crashed.written(1, 1);
        expected.addAll(crashed.appended());
        assertEquals(expected, crashed.entries());
    }
}
