package org.gavel.exchange.transparency;

import java.nio.file.Path;
import java.util.List;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.SignedLog;
import org.gavel.protocol.proof.NoteVerifier;

/**
 * What a venue's log is kept with.
 *
 * @param dataDirectory whose journal it is over; the log lies in its {@code log} directory
 * @param durability of the journal; where acknowledged records are not forced, the log forces them before it signs
 * @param witnesses whose cosignatures are taken
 */
public record LogTerms(
        Path dataDirectory, Durability durability, LogSalts salts, LogSigners signers, List<NoteVerifier> witnesses) {
    public LogTerms {
        witnesses = List.copyOf(witnesses);
    }

    /** Where the log of a data directory lies. */
    public static Path under(Path dataDirectory) {
        return SignedLog.under(dataDirectory);
    }
}
