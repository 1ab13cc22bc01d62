package org.gavel.exchange.journal;

/** The journal could not be written or forced: nothing more may be acknowledged and the node must stop. */
public final class JournalFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A fault found by the journal itself. */
    public JournalFault(String message) {
        super(message);
    }

    /** A fault that the operating system or Chronicle Queue reported. */
    public JournalFault(String message, Throwable cause) {
        super(message, cause);
    }
}
