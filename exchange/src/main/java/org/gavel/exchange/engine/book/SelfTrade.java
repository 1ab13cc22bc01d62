package org.gavel.exchange.engine.book;

/** What becomes of two orders of one participant that would trade with each other; the incoming order decides. */
public enum SelfTrade {
    /** They trade. */
    ALLOWED,
    /** The rest of the incoming order ends. */
    CANCEL_NEWEST,
    /** The resting order ends, the incoming goes on. */
    CANCEL_OLDEST,
    /** Both end. */
    CANCEL_BOTH;

    private static final SelfTrade[] ALL = values();

    static SelfTrade of(int ordinal) {
        return ALL[ordinal];
    }
}
