package org.gavel.exchange.engine.listing;

/** Where a listing is in its life. */
enum ListingState {
    /** 信息披露: public, and taking intentions. */
    DISCLOSING,
    /** The disclosure is over; registered parties' terms still run. */
    CONFIRMING,
    /** 协议: exactly one party, whose agreement is due. */
    AGREEING,
    /** 中止: stands still; no term runs. */
    SUSPENDED,
    /** Over; its lot goes its own way. */
    CLOSED;

    /** The legal transitions, all of them. */
    boolean leadsTo(ListingState next) {
        return switch (this) {
            case DISCLOSING -> next != DISCLOSING;
            case CONFIRMING -> next != CONFIRMING;
            case AGREEING -> next == SUSPENDED || next == CLOSED;
            case SUSPENDED -> next != SUSPENDED;
            case CLOSED -> false;
        };
    }
}
