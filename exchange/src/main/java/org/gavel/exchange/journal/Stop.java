package org.gavel.exchange.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.gavel.exchange.journal.envelope.Flaw;
import org.gavel.exchange.journal.envelope.Generation;
import org.gavel.exchange.journal.envelope.Remainder;
import org.gavel.exchange.journal.envelope.SegmentScan;
import org.gavel.exchange.journal.envelope.SegmentScan.Step;

/**
 * Where the batches of one file end.
 *
 * @param generation that the file belongs to
 * @param file that was scanned
 * @param position of the document at which the scan stopped
 * @param step that was found there instead of a batch
 * @param expectedSequence of the batch that would go on from here
 * @param flaw that it would be if it were not the end
 */
record Stop(Generation generation, Path file, long position, Step step, long expectedSequence, Flaw flaw) {
    /** Whether a healthy appender leaves a file like this before it goes on in the next one. */
    boolean isClean() {
        return step == Step.END || step == Step.ROLLED;
    }

    /** How little speaks for this being the place where something is missing. */
    int innocence() {
        if (hasHole()) {
            return 0;
        }
        return !isClean() ? 1 : step == Step.END ? 2 : 3;
    }

    private boolean hasHole() {
        try {
            return remainder().isHole();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read", e);
        }
    }

    /** What lies behind it. */
    Remainder remainder() throws IOException {
        try (SegmentScan scan = SegmentScan.openAt(file, position)) {
            Step now = scan.next();
            return now == Step.BATCH
                    ? new Remainder(0, position, scan.batch().firstSequence())
                    : scan.remainder(now, expectedSequence);
        }
    }

    /** Refuses to go on: something is missing or wrong here. */
    JournalDamage damage(String why) {
        Flaw here = new Flaw(flaw.file(), flaw.offset(), flaw.sequence(), flaw.what() + ", but " + why);
        return new JournalDamage(here, JournalDamage.RESTORE);
    }
}
