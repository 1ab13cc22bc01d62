package org.gavel.ops.config;

import java.time.Duration;
import java.util.List;
import org.gavel.protocol.proof.NoteVerifier;

/**
 * How the public log is kept.
 *
 * @param origin the log's name, which its key is made for
 * @param every how long between two signed heads at most, while records come in
 */
public record LogOptions(String origin, Duration every, List<WitnessSource> witnesses) {
    public LogOptions {
        witnesses = List.copyOf(witnesses);
    }

    /**
     * A witness whose cosignatures are attached.
     *
     * @param from where its cosigned head is fetched: an address, or a file
     */
    public record WitnessSource(NoteVerifier key, String from) {}
}
