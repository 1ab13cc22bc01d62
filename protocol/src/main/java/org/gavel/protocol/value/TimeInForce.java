package org.gavel.protocol.value;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;

/** How long an order is good; the codes stand in the journal. */
public enum TimeInForce {
    /** Until it is filled or cancelled. */
    GTC(1),
    /** Until the close of the trading day. */
    DAY(2),
    /** Until the time it names. */
    GTD(3),
    /** At once or never: what finds nobody is cancelled. */
    IOC(4),
    /** The whole at once or nothing. */
    FOK(5);

    private static final TimeInForce[] ALL = values();

    private final int code;

    TimeInForce(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Whether what finds nobody at once stays in the book. */
    public boolean rests() {
        return this != IOC && this != FOK;
    }

    public static TimeInForce ofCode(int code) {
        if (code < 1 || code > ALL.length) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "timeInForce", "is not a known code: " + code);
        }
        return ALL[code - 1];
    }
}
