package org.gavel.exchange.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.gavel.exchange.kit.Effort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bits and pages anywhere in copies of real files: either all that was acknowledged is read as it was, because the
 * bytes say nothing, or the journal is refused with the file and a place not behind the damage (RT-07, F3, F8).
 */
final class BitRotTest {
    private static final int PAGE = JournalOnDisk.PAGE_BYTES;

    /** Of a document and of a batch: how far behind a damaged length the next sure place may be. */
    private static final int HEADERS = 4 + 64;

    @TempDir
    private Path directory;

    private JournalOnDisk disk;
    private int harmless;

    @BeforeEach
    void writeThreeFilesInTwoGenerations() {
        disk = new JournalOnDisk(directory);
        for (int start = 0; start < 2; start++) {
            try (ChronicleJournal journal = disk.start()) {
                for (int batch = 0; batch < 30; batch++) {
                    disk.append(journal, 1 + batch % 5, "x".repeat(batch * 37 % 700));
                    disk.pass(batch == 20 && start == 0 ? JournalOnDisk.SECOND : 0);
                }
            }
        }
        disk.trimmed();
    }

    @Test
    void aFlippedBitAnywhereIsRefusedOrSaysNothing() {
        sample("flipped bits", 600, (file, random) -> {
            long offset = random.nextLong(JournalOnDisk.end(file) + PAGE);
            int bit = 1 << random.nextInt(Byte.SIZE);
            JournalOnDisk.flip(file, offset, bit);
            judge(file, offset, 1);
            JournalOnDisk.flip(file, offset, bit);
        });
    }

    @Test
    void aZeroedPageAnywhereIsRefusedOrSaysNothing() {
        sample("zeroed pages", 60, (file, random) -> overwritePage(file, random, new byte[PAGE]));
    }

    @Test
    void aPageOfNoiseAnywhereIsRefusedOrSaysNothing() {
        sample("pages of noise", 60, (file, random) -> {
            byte[] noise = new byte[PAGE];
            random.nextBytes(noise);
            overwritePage(file, random, noise);
        });
    }

    @Test
    void aPageOfAnotherPlaceIsRefusedOrSaysNothing() {
        sample("misdirected pages", 60, (file, random) -> {
            byte[] bytes = JournalOnDisk.bytes(file);
            int from = random.nextInt(bytes.length / PAGE) * PAGE;
            overwritePage(file, random, Arrays.copyOfRange(bytes, from, from + PAGE));
        });
    }

    private void overwritePage(Path file, SplittableRandom random, byte[] page) {
        byte[] before = JournalOnDisk.bytes(file);
        int offset = random.nextInt(before.length / PAGE) * PAGE;
        JournalOnDisk.overwrite(file, offset, page);
        judge(file, offset, PAGE);
        JournalOnDisk.overwrite(file, 0, before);
    }

    private void sample(String what, int runs, BiConsumer<Path, SplittableRandom> damage) {
        List<Path> files = List.of(disk.files(1).get(0), disk.files(1).get(1), disk.file(2));
        Effort.forSeeds(what, runs, random -> damage.accept(files.get(random.nextInt(files.size())), random));
        System.out.println(what + ": " + harmless + " said nothing");
    }

    private void judge(Path file, long offset, int length) {
        try {
            assertEquals(disk.appended(), disk.entries(), file + " byte " + offset);
            harmless++;
        } catch (JournalDamage damage) {
            assertEquals(file, damage.file(), damage.getMessage());
            assertTrue(damage.offset() < offset + length + HEADERS, damage.getMessage() + ", damaged at " + offset);
            assertTrue(damage.getMessage().contains("byte " + damage.offset()), damage.getMessage());
        }
    }
}
