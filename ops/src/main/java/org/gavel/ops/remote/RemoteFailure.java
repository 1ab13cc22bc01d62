package org.gavel.ops.remote;

/** The node cannot be reached, or does not talk with us; the message says why and what to do. */
public final class RemoteFailure extends Exception {
    private static final long serialVersionUID = 1L;

    public RemoteFailure(String message) {
        super(message);
    }

    public RemoteFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
