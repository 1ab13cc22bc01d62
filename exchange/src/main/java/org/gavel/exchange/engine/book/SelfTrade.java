package org.gavel.exchange.engine.book;

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

    private final int code;

    SelfTrade(int code) {
        this.code = code;
    }

    /** The stable number, as in the state's bytes. */
    public int code() {
        return code;
    }

    static SelfTrade ofCode(int code) {
        return switch (code) {
            case 0 -> ALLOWED;
            case 1 -> CANCEL_NEWEST;
            case 2 -> CANCEL_OLDEST;
            default -> CANCEL_BOTH;
        };
    }
}
