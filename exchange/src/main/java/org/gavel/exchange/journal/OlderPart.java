package org.gavel.exchange.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.gavel.exchange.journal.envelope.Flaw;

/** The part of a journal that a start from a snapshot passed over: proved while the node already serves. */
public final class OlderPart {
    private static final String CHANGED = "What the snapshot stands for is not what the journal holds."
            + " Restore the journal from a backup or a replica; nothing was changed.";

    private OlderPart() {}

    /**
     * Reads everything up to an anchor: checksums, hashes, sequences, times and one chain that ends at the anchor's
     * own hash. It begins with the hash at which the archived generations ended: those were proved when they were
     * moved, and only an audit needs them. Answers false where {@code goesOn} ended it before.
     *
     * @throws JournalDamage at the first place that is not what was written
     */
    public static boolean verify(Path dataDirectory, JournalAnchor anchor, BooleanSupplier goesOn) throws IOException {
        try (JournalTail tail = JournalTail.behindArchive(dataDirectory)) {
            while (goesOn.getAsBoolean()) {
                boolean isThere = tail.end().sequence() >= anchor.batch().sequence();
                if (isThere) {
                    require(dataDirectory, tail.end(), anchor);
                    return true;
                }
                tail.poll(anchor.batch().sequence(), (sequence, time, buffer, offset, length) -> {});
            }
            return false;
        }
    }

    private static void require(Path dataDirectory, JournalPosition end, JournalAnchor anchor) {
        if (!end.chainHash().equals(anchor.batch().chainHash())) {
            Path journal = JournalLayout.journal(dataDirectory);
            Flaw flaw = new Flaw(journal, anchor.offset(), end.sequence(), "the chain of hashes ends in another hash");
            throw new JournalDamage(flaw, CHANGED);
        }
    }
}
