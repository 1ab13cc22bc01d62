package org.gavel.exchange.journal.envelope;

import java.nio.file.Path;

/**
 * The place where a log stops being what was written.
 *
 * @param file that is damaged, incomplete or missing
 * @param offset of the byte at which it was noticed
 * @param sequence of the first record that cannot be trusted
 * @param what is wrong, as a clause
 */
public record Flaw(Path file, long offset, long sequence, String what) {
    /** One sentence for an operator. */
    public String sentence() {
        return file + ", byte " + offset + ", sequence " + sequence + ": " + what + ".";
    }
}
