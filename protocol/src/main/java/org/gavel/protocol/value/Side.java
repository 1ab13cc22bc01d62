package org.gavel.protocol.value;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;

/** On which side of a book an order stands; the codes stand in the journal. */
public enum Side {
    BUY(1),
    SELL(2);

    private static final Side[] ALL = values();

    private final int code;

    Side(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Side ofCode(int code) {
        if (code < 1 || code > ALL.length) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "side", "is not a known code: " + code);
        }
        return ALL[code - 1];
    }
}
