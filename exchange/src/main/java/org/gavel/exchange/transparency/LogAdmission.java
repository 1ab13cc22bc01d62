package org.gavel.exchange.transparency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import org.gavel.exchange.journal.JournalDamage;
import org.gavel.exchange.journal.JournalFollower;
import org.gavel.exchange.journal.SignedLog;
import org.gavel.protocol.proof.Checkpoint;

/**
 * Whether a journal may go on under a log, asked before anything is written: a venue that has signed a head over records
 * it no longer has does not trade on as if they had never been. Reads only.
 */
public final class LogAdmission {
    private static final String AGAIN = "; nothing was changed.";

    private final LogTerms terms;
    private final TileFiles files;
    private final long end;

    private LogAdmission(LogTerms terms, long end) {
        this.terms = terms;
        this.files = new TileFiles(LogTerms.under(terms.dataDirectory()));
        this.end = end;
    }

    /**
     * Refuses a journal that ends before a head that was signed, or that has another record under it, and a log that
     * another key signed.
     *
     * @param end the last sequence of the journal
     * @throws LogFault says what was found, what was expected and what to do
     */
    public static void require(LogTerms terms, long end) {
        LogAdmission admission = new LogAdmission(terms, end);
        try {
            admission.requireNotGivenUp();
        } catch (IOException e) {
            throw new UncheckedIOException("the logs that were given up could not be read", e);
        }
        admission.requireAllSigned(VenueLog.WITNESSED);
        admission.requireAllSigned(VenueLog.CHECKPOINT).ifPresent(admission::requireRecordUnder);
    }

    private Optional<Checkpoint> requireAllSigned(String name) {
        Optional<Checkpoint> head =
                HeadFile.open(files, name, terms.signers().keys()).head();
        head.filter(signed -> signed.size() > end).ifPresent(signed -> {
            throw new LogFault(files.root().resolve(name) + " was signed over " + signed.size()
                    + " records, and the journal ends with record " + end + ": records " + (end + 1) + " to "
                    + signed.size() + " are missing, and others may hold proofs of them. Restore the journal of "
                    + terms.dataDirectory() + " from a replica or a newer backup. Only if none is left: gavel journal"
                    + " repair " + terms.dataDirectory() + " (docs/snapshots.md, Repair)" + AGAIN);
        });
        return head;
    }

    /** The record under the head; where the tiles do not lead to it, the log itself makes the tree again. */
    private void requireRecordUnder(Checkpoint head) {
        GrowingTree tree = new GrowingTree(files);
        if (head.size() == 0 || !tree.resume(head)) {
            return;
        }
        EntryMaker entries = new EntryMaker(terms.salts().copy());
        try (JournalFollower journal = JournalFollower.open(terms.dataDirectory(), head.size())) {
            journal.read(head.size(), (sequence, timestamp, buffer, offset, length) -> {
                byte[] found = entries.entry(sequence, timestamp, buffer, offset, length);
                if (!Arrays.equals(tree.lastEntry().orElse(found), found)) {
                    throw new LogFault("record " + sequence + " of the journal is not the one under the head that "
                            + files.root().resolve(VenueLog.CHECKPOINT) + " holds of the log " + head.origin()
                            + ": the journal, the log or log-salt.key is another's. Put back the ones that belong"
                            + " together" + AGAIN);
                }
            });
        } catch (JournalDamage unreachable) {
            // An archive that is not mounted keeps no node from starting; the log tells what it could not prove.
            return;
        }
    }

    /** A name under which records were signed that the venue gave up must not sign others in their place. */
    private void requireNotGivenUp() throws IOException {
        String origin = terms.signers().origin();
        if (SignedLog.givenUp(terms.dataDirectory()).contains(origin)) {
            throw new LogFault("the log " + origin + " ended when records it had signed were given up ("
                    + terms.dataDirectory() + "/discarded): under this name no others can take their place. Move"
                    + " log-*.key, log-*.change and log-salt.key out of the key directory, write another log.origin and"
                    + " run gavel keys log; give the new key to everybody who checks proofs" + AGAIN);
        }
    }
}
