package org.gavel.exchange.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.gavel.exchange.journal.envelope.BatchView;
import org.gavel.exchange.journal.envelope.ChainHash;
import org.gavel.exchange.journal.envelope.Flaw;
import org.gavel.exchange.journal.envelope.SegmentScan;

/** What the watermark says the journal must hold. */
final class Acknowledged {
    private final Path watermark;
    private final Optional<JournalPosition> position;
    private final boolean required;

    private Acknowledged(Path watermark, Optional<JournalPosition> position, boolean required) {
        this.watermark = watermark;
        this.position = position;
        this.required = required;
    }

    /** For finding out what a journal without a watermark still holds; never for serving it. */
    static Acknowledged unknown(Path journal) {
        return new Acknowledged(JournalLayout.watermark(journal), Optional.empty(), false);
    }

    /** Reads the watermark of a journal. */
    static Acknowledged of(Path journal) throws IOException {
        Path watermark = JournalLayout.watermark(journal);
        return new Acknowledged(watermark, WatermarkFile.read(watermark), true);
    }

    /** The last acknowledged sequence, 0 if nothing was. */
    long sequence() {
        return position.map(JournalPosition::sequence).orElse(0L);
    }

    /** Refuses a batch that nothing vouches for, or that is another one than was acknowledged. */
    void require(SegmentScan scan, ChainHash hash) {
        if (position.isEmpty() && !required) {
            return;
        }
        if (position.isEmpty()) {
            Flaw missing = new Flaw(watermark, 0, 1, "no valid watermark says what was acknowledged");
            throw new JournalDamage(missing, JournalDamage.RESTORE);
        }
        BatchView batch = scan.batch();
        boolean isElsewhere = sequence() < batch.firstSequence() || sequence() > batch.lastSequence();
        if (!isElsewhere && !isEnd(batch, hash)) {
            Flaw other =
                    new Flaw(scan.file(), scan.position(), batch.firstSequence(), "this is not what was acknowledged");
            throw new JournalDamage(other, JournalDamage.RESTORE);
        }
    }

    private boolean isEnd(BatchView batch, ChainHash hash) {
        return sequence() == batch.lastSequence()
                && position.orElseThrow().chainHash().equals(hash);
    }
}
