package org.gavel.protocol.proof;

/** A proof, a note or a key that proves nothing; the message says why. */
public final class InvalidProof extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidProof(String message) {
        super(message);
    }

    public InvalidProof(String message, Throwable cause) {
        super(message, cause);
    }
}
