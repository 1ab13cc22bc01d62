package org.gavel.exchange.journal;

import java.nio.file.Path;
import org.gavel.exchange.journal.envelope.Flaw;

/**
 * The journal is not what was written and acknowledged. Nothing was changed and nothing may be served from it; the
 * message names the place, the first affected sequence and what to do.
 */
public final class JournalDamage extends RuntimeException {
    /** What to do about a file that is not what it was. */
    static final String RESTORE = "Restore it from a backup or a replica; nothing was changed.";

    private static final long serialVersionUID = 1L;

    private final transient Flaw flaw;

    JournalDamage(Flaw flaw, String advice) {
        super(flaw.sentence() + " " + advice);
        this.flaw = flaw;
    }

    /** The damaged or missing file. */
    public Path file() {
        return flaw.file();
    }

    /** The byte in {@link #file()} at which the damage was noticed. */
    public long offset() {
        return flaw.offset();
    }

    /** The first sequence that cannot be trusted. */
    public long sequence() {
        return flaw.sequence();
    }
}
