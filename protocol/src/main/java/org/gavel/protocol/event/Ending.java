package org.gavel.protocol.event;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;

/** Why an order, or what was left of it, ended without being filled; the codes stand in the event log. */
public enum Ending {
    /** Its owner cancelled it, or reduced it to nothing. */
    CANCELLED(1),
    /** All orders of its owner were cancelled. */
    MASS_CANCELLED(2),
    /** Its time had come. */
    EXPIRED(3),
    /** Immediate or cancel: what found nobody at once. */
    REMAINDER(4),
    /** Fill or kill: the whole could not be filled at once. */
    UNFILLABLE(5),
    /** It met an order of the same participant. */
    SELF_TRADE(6),
    /** It was good for the day, and the day has closed. */
    DAY_CLOSED(7),
    /** The connection it came through has ended, as it asked. */
    DISCONNECTED(8);

    private static final Ending[] ALL = values();

    private final int code;

    Ending(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Ending ofCode(int code) {
        if (code < 1 || code > ALL.length) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "cause", "is not a known code: " + code);
        }
        return ALL[code - 1];
    }
}
