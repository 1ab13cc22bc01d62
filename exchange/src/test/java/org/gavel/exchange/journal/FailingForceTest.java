package org.gavel.exchange.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A force that fails once stops the journal for good and is never tried again (RT-05, F6, F9). */
final class FailingForceTest {
    @TempDir
    private Path directory;

    private JournalOnDisk disk;
    private final CountingForce force = new CountingForce();

    @BeforeEach
    void newJournal() {
        disk = new JournalOnDisk(directory);
    }

    @Test
    void acknowledgesNothingFromTheFirstFailureOnWhicheverForceFails() {
        for (int failing = 0; failing < 3; failing++) {
            try (ChronicleJournal journal = disk.start(force)) {
                disk.append(journal, 1);
                JournalPosition acknowledged = journal.end();
                force.failAfter(failing);
                appendUntilItFails(journal);
                int calls = force.calls;
                JournalPosition end = journal.end();

                assertThrows(JournalFault.class, () -> disk.append(journal, 1));
                assertEquals(calls, force.calls, "no force is tried again");
                assertEquals(end, journal.end());
                assertTrue(end.sequence() >= acknowledged.sequence());
            }
            keepsWhatWasAcknowledged();
        }
    }

    @Test
    void takesNothingMoreAfterAnErrorOfTheMachineEither() {
        try (ChronicleJournal journal = disk.start(force)) {
            disk.append(journal, 1);
            force.failsWithAnError = true;
            force.failAfter(0);
            JournalFault fault = assertThrows(JournalFault.class, () -> disk.append(journal, 1));

            assertSame(InternalError.class, fault.getCause().getClass());
            int calls = force.calls;
            assertThrows(JournalFault.class, () -> disk.append(journal, 1));
            assertEquals(calls, force.calls, "no force is tried again");
        }
        keepsWhatWasAcknowledged();
    }

    @Test
    void doesNotWaitForZerosOfAThreadThatMetAnErrorOfTheMachine() {
        try (ChronicleJournal journal = disk.start(force)) {
            disk.append(journal, 1);
            force.failsWithAnError = true;
            force.failAhead();
            JournalFault fault = assertThrows(JournalFault.class, () -> rollOnAndOn(journal));

            assertTrue(
                    fault.getCause().getMessage().contains("written ahead"),
                    fault.getCause().toString());
        }
    }

    private void appendUntilItFails(ChronicleJournal journal) {
        assertThrows(JournalFault.class, () -> {
            for (int batch = 0; batch < 5; batch++) {
                disk.append(journal, 1);
            }
        });
    }

    private void keepsWhatWasAcknowledged() {
        force.failAfter(Integer.MAX_VALUE);
        long acknowledged = disk.appended().size();
        assertTrue(disk.entries().size() >= acknowledged);
        assertEquals(disk.appended(), disk.entries().subList(0, disk.appended().size()));
        // A whole batch beyond the watermark stays; the kit takes it as appended from here on.
        disk.appended().clear();
        disk.appended().addAll(disk.entries());
    }

    @Test
    void doesNotOpenWhenAnyForceOfOpeningFails() throws IOException {
        disk.written(1).written(1);
        int calls = callsOfOpening();
        for (int failing = 0; failing < calls; failing++) {
            force.failAfter(failing);
            assertThrows(JournalFault.class, () -> disk.start(force), "call " + failing);
        }
        force.failAfter(Integer.MAX_VALUE);
        disk.written(1);
        assertEquals(disk.appended(), disk.entries());
    }

    private int callsOfOpening() {
        force.failAfter(Integer.MAX_VALUE);
        int before = force.calls;
        disk.start(force).close();
        return force.calls - before;
    }

    @Test
    void forcesTheJournalAndThenTheWatermarkBeforeEachReturn() {
        try (ChronicleJournal journal = disk.start(force)) {
            disk.append(journal, 1);
            disk.append(journal, 1);
            force.told.setLength(0);
            disk.append(journal, 1);

            assertEquals("journal watermark ", force.told.toString());
        }
    }

    @Test
    void forcesBothFilesAndTheirDirectoriesAtARoll() {
        try (ChronicleJournal journal = disk.start(force)) {
            disk.append(journal, 1);
            disk.append(journal, 1);
            force.told.setLength(0);
            disk.pass(2 * JournalOnDisk.SECOND);
            disk.append(journal, 1);

            assertEquals("journal directory directory journal watermark ", force.told.toString());
        }
    }

    @Test
    void forcesWhatAKilledStartLeftBeforeGoingOnBehindIt() {
        disk.written(1);
        force.told.setLength(0);
        disk.start(force).close();

        String prepared = "journal ".repeat(JournalOnDisk.SECONDLY.preparedBytes() / Zeros.PIECE_BYTES);
        assertEquals(
                "journal directory watermark directory directory " + prepared + "directory ", force.told.toString());
    }

    @Test
    void stopsAtTheNextAppendWhenTheForceOfZerosWrittenAheadFails() {
        try (ChronicleJournal journal = disk.start(force)) {
            disk.append(journal, 1);
            force.failAhead();
            JournalFault fault = assertThrows(JournalFault.class, () -> rollOnAndOn(journal));

            assertTrue(
                    fault.getCause().getMessage().contains("written ahead"),
                    fault.getCause().toString());
            assertThrows(JournalFault.class, () -> disk.append(journal, 1));
            assertEquals(1, force.failedAhead.get(), "no force is tried again");
        }
        assertEquals(disk.appended(), disk.entries().subList(0, disk.appended().size()));
    }

    private void rollOnAndOn(ChronicleJournal journal) {
        for (int roll = 0; roll < 3; roll++) {
            disk.pass(2 * JournalOnDisk.SECOND);
            disk.append(journal, 1);
        }
    }

    @Test
    void forcesNothingInAnyOtherClass() {
        JournalOnDisk process = new JournalOnDisk(directory.resolve("process"));
        try (ChronicleJournal journal = process.start(Durability.PROCESS)) {
            process.append(journal, 1);

            assertEquals(1, process.read().watermarkSequence());
            assertEquals(Durability.PROCESS, journal.durability());
        }
    }

    /** Forces for real, tells what the appending thread forces, and fails from a chosen call on. */
    private static final class CountingForce implements Force {
        private final Thread appender = Thread.currentThread();
        private final StringBuilder told = new StringBuilder();
        private int calls;
        private int left = Integer.MAX_VALUE;
        private volatile boolean failsAhead;
        private volatile boolean failsWithAnError;
        private final AtomicInteger failedAhead = new AtomicInteger();

        void failAhead() {
            failsAhead = true;
        }

        void failAfter(int succeeding) {
            left = succeeding;
        }

        @Override
        public void file(FileChannel channel) throws IOException {
            count();
            tell(
                    channel.size() == Watermark.FILE_BYTES || channel.size() == Watermark.SLOT_BYTES
                            ? "watermark "
                            : "journal ");
            Force.DISK.file(channel);
        }

        @Override
        public void directory(Path directory) throws IOException {
            count();
            tell("directory ");
            Force.DISK.directory(directory);
        }

        private void tell(String what) {
            if (isAppender()) {
                told.append(what);
            }
        }

        private boolean isAppender() {
            return Thread.currentThread().equals(appender);
        }

        private void count() throws IOException {
            if (!isAppender()) {
                countAhead();
                return;
            }
            calls++;
            if (left-- <= 0) {
                fail();
            }
        }

        private void countAhead() throws IOException {
            if (failsAhead) {
                failedAhead.incrementAndGet();
                fail();
            }
        }

        private void fail() throws IOException {
            if (failsWithAnError) {
                throw new InternalError("injected: a fault of the machine");
            }
            throw new IOException("injected: Input/output error");
        }
    }
}
