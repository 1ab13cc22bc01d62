package org.gavel.exchange.host;

/** Replay found another state or other events than the journal says the market had. */
public final class DigestMismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long sequence;

    public DigestMismatch(long sequence, String what) {
        super("at sequence " + sequence + ": " + what);
        this.sequence = sequence;
    }

    /** After this record they differ. */
    public long sequence() {
        return sequence;
    }
}
