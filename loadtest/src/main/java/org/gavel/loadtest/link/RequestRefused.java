package org.gavel.loadtest.link;

import org.gavel.protocol.reject.RejectReason;

/** A request was not granted; the message says what to do. */
public final class RequestRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RejectReason reason;

    public RequestRefused(String operation, RejectReason reason, String sentence) {
        super(operation + ": " + reason + " (" + reason.code() + "). " + sentence, null);
        this.reason = reason;
    }

    /** {@code UNKNOWN_OUTCOME} where no answer came. */
    public RejectReason reason() {
        return reason;
    }
}
