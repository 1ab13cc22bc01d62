package org.gavel.protocol.event;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;

/** Whose order came in and met the other's; the codes stand in the event log. */
public enum Taker {
    BUYER(1),
    SELLER(2),
    /** Both rested: they traded in a call's cross. */
    NOBODY(3);

    private static final Taker[] ALL = values();

    private final int code;

    Taker(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Taker ofCode(int code) {
        if (code < 1 || code > ALL.length) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "taker", "is not a known code: " + code);
        }
        return ALL[code - 1];
    }
}
