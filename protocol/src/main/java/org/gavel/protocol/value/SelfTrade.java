package org.gavel.protocol.value;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;

/** What becomes of two orders of one participant that would trade with each other; the incoming order decides. */
public enum SelfTrade {
    /** They trade. */
    ALLOWED(0),
    /** The rest of the incoming order ends. */
    CANCEL_NEWEST(1),
    /** The resting order ends, the incoming goes on. */
    CANCEL_OLDEST(2),
    /** Both end. */
    CANCEL_BOTH(3);

    private static final SelfTrade[] ALL = values();

    private final int code;

    SelfTrade(int code) {
        this.code = code;
    }

    /** The stable number, as in the journal and the state's bytes. */
    public int code() {
        return code;
    }

    public static SelfTrade ofCode(int code) {
        if (code < 0 || code >= ALL.length) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "selfTrade", "is not a known code: " + code);
        }
        return ALL[code];
    }
}
