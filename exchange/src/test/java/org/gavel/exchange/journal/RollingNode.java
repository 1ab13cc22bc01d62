package org.gavel.exchange.journal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** A journal in a process of its own that rolls every few batches and tells each acknowledged sequence. */
final class RollingNode {
    private static final int LONGEST_BODY = 1_000;

    private RollingNode() {}

    /** Data directory, file of acknowledgements, seed, batches. */
    public static void main(String[] arguments) throws IOException {
        SplittableRandom random = new SplittableRandom(Long.parseLong(arguments[2]));
        JournalOnDisk disk = new JournalOnDisk(Path.of(arguments[0]));
        disk.pass(Long.parseLong(arguments[3]) * JournalOnDisk.SECOND);
        try (FileOutputStream acks = new FileOutputStream(arguments[1], true);
                ChronicleJournal journal = disk.start(Durability.DISK)) {
            while (true) {
                disk.append(journal, 1 + random.nextInt(4), "x".repeat(random.nextInt(LONGEST_BODY)));
                acks.write((journal.end().sequence() + "\n").getBytes(StandardCharsets.US_ASCII));
                disk.appended().clear();
                disk.pass(random.nextInt(3) == 0 ? JournalOnDisk.SECOND : 0);
            }
        }
    }
}
