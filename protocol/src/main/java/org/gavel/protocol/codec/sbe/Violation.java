package org.gavel.protocol.codec.sbe;

/** Bytes that are no message of ours; says what was found and where. Never guessed around. */
public final class Violation extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public Violation(String problem) {
        super(problem);
    }

    public Violation(String problem, Throwable cause) {
        super(problem, cause);
    }
}
