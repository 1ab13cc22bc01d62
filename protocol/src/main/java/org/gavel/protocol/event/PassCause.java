package org.gavel.protocol.event;

/** Why a lot closed unsold. */
public enum PassCause {
    /** Nobody bid. */
    NO_BID,
    /** The highest bid was below the reserve (Auction Law art. 50). */
    RESERVE_NOT_MET,
    /** Fewer bidders than the lot's rules ask for: to be tendered anew (招标投标法 art. 28). */
    TOO_FEW_BIDDERS,
    /** The panel did not score every bidder in time; no price was opened. */
    NOT_SCORED,
    /** Nobody reached the minimum of quality or of score. */
    BELOW_MINIMUM_SCORE
}
