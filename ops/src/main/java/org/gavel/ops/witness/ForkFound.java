package org.gavel.ops.witness;

/** A log has shown two histories, both signed; the message says which and where the evidence lies. */
public final class ForkFound extends Exception {
    private static final long serialVersionUID = 1L;

    ForkFound(String message) {
        super(message);
    }
}
