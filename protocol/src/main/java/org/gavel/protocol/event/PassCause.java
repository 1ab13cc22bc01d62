package org.gavel.protocol.event;

/** Why a lot closed unsold. */
public enum PassCause {
    /** Nobody bid. */
    NO_BID,
    /** The highest bid was below the reserve (Auction Law art. 50). */
    RESERVE_NOT_MET,
    /** Fewer bidders were admitted than the lot needs (企业国有资产法 art. 54). */
    MIN_BIDDERS
}
