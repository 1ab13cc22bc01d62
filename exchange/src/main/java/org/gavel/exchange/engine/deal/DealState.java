package org.gavel.exchange.engine.deal;

/** Where a deal is in its life. */
enum DealState {
    /** Takes orders, pledges or offers. */
    OFFERED,
    /** Agreed on, but not public in both places yet. */
    PREPARED,
    /** 公示: public in both places; objections are taken, and block. */
    PUBLICITY,
    /** Its publicity is over, but its buyer may not have it now; somebody lets it go on or ends it. */
    WITHHELD,
    /** 先用: in free use. */
    IN_USE,
    /** Stands still after a fault of ours. */
    SUSPENDED,
    /** Awarded as the lot it is. */
    AWARDED,
    /** 撤销: awarded, and void since. */
    ANNULLED,
    /** Over without an award of its own. */
    ENDED;

    boolean isEnd() {
        return this == AWARDED || this == ANNULLED || this == ENDED;
    }

    /** The legal transitions, all of them; out of SUSPENDED a deal goes back to where it was. */
    boolean leadsTo(DealState next) {
        return switch (this) {
            case OFFERED -> next == AWARDED || next == ENDED || next == SUSPENDED;
            case PREPARED -> next == PUBLICITY || next == ENDED || next == SUSPENDED;
            case PUBLICITY ->
                next == WITHHELD || next == IN_USE || next == AWARDED || next == ENDED || next == SUSPENDED;
            case WITHHELD -> next == IN_USE || next == AWARDED || next == ENDED || next == SUSPENDED;
            case IN_USE -> next == AWARDED || next == ENDED || next == SUSPENDED;
            case SUSPENDED -> next != SUSPENDED && next != AWARDED && next != ANNULLED;
            case AWARDED -> next == ANNULLED;
            case ANNULLED, ENDED -> false;
        };
    }
}
