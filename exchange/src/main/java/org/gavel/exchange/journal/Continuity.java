package org.gavel.exchange.journal;

import java.util.Optional;
import org.gavel.exchange.journal.envelope.BatchView;
import org.gavel.exchange.journal.envelope.Generation;

/** What makes a batch the next one: same generation as its directory, no gap, no step back in time, one chain. */
final class Continuity {
    private Continuity() {}

    /** Why a batch does not continue from a position, as a clause; empty if it does. */
    static Optional<String> breakOf(JournalPosition end, Generation generation, BatchView batch) {
        if (batch.generation() != generation.number()) {
            return Optional.of("a batch of generation " + batch.generation() + " lies");
        }
        if (batch.firstSequence() != end.sequence() + 1) {
            return Optional.of("the next batch begins with sequence " + batch.firstSequence());
        }
        if (!batch.isChained() || !batch.previousHash().equals(end.chainHash())) {
            return Optional.of("the next batch does not continue the chain of hashes");
        }
        if (batch.firstTimestamp() < end.timestamp()) {
            return Optional.of("the next batch goes back in time");
        }
        return Optional.empty();
    }
}
