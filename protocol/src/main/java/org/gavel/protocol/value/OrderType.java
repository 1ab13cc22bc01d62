package org.gavel.protocol.value;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;

/** Whether an order names its price; the codes stand in the journal. */
public enum OrderType {
    /** Trades at its price or better. */
    LIMIT(1),
    /** Trades at what it finds, within the book's price limits; comes before all limits. */
    MARKET(2);

    private static final OrderType[] ALL = values();

    private final int code;

    OrderType(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static OrderType ofCode(int code) {
        if (code < 1 || code > ALL.length) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "type", "is not a known code: " + code);
        }
        return ALL[code - 1];
    }
}
