package org.gavel.protocol.event;

/** Why a lot closed unsold. */
public enum PassCause {
    /** Nobody bid. */
    NO_BID,
    /** The highest bid was below the reserve (Auction Law art. 50). */
    RESERVE_NOT_MET,
    /** Fewer bidders than the lot's rules ask for (企业国有资产法 art. 54; 招标投标法 art. 28: to be tendered anew). */
    MIN_BIDDERS,
    /** The panel did not score every bidder in time; no price was opened. */
    NOT_SCORED,
    /** Nobody reached the minimum of quality or of score. */
    BELOW_MINIMUM_SCORE,
    /** No qualified party by the end of its listing. */
    NO_PARTY,
    /** The only party of its listing and the seller came to no agreement in time. */
    NO_AGREEMENT,
    /** 技术筹: not all shares of a joint purchase were pledged by its deadline. */
    TARGET_MISSED,
    /** 先用后转: who used it did not take it at the agreed price. */
    NOT_CONVERTED
}
