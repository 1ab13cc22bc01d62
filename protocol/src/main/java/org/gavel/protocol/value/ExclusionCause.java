package org.gavel.protocol.value;

import org.gavel.protocol.reject.RejectReason;

/** Why somebody may not take part in the sale of a lot ({@code auction-mechanisms} 2.0, excluded bidders). */
public enum ExclusionCause {
    NONE(RejectReason.NONE),
    /** The consignor, or the same legal person (Auction Law art. 30). */
    CONSIGNOR(RejectReason.CONSIGNOR_BID),
    /** Acts for the consignor. */
    CONSIGNOR_AGENT(RejectReason.AGENT_BID),
    /** Works for the venue (Auction Law art. 22). */
    STAFF(RejectReason.STAFF_BID),
    /** 利害关系人, where the lot excludes them. */
    RELATED_PARTY(RejectReason.RELATED_PARTY_BID),
    /** 悔拍: bought it before and did not pay (网络司法拍卖规定 art. 24). */
    DEFAULTER(RejectReason.DEFAULTER_BID),
    /** Of another territory, without the licence this lot's export needs. */
    EXPORT_RESTRICTED(RejectReason.EXPORT_LICENCE_MISSING),
    /** Of another territory, and the export is forbidden. */
    EXPORT_FORBIDDEN(RejectReason.EXPORT_FORBIDDEN);

    private final RejectReason reason;

    ExclusionCause(RejectReason reason) {
        this.reason = reason;
    }

    /** How an attempt is refused. */
    public RejectReason reason() {
        return reason;
    }

    /** Whether the venue marks a party with it; the others follow from other facts. */
    public boolean isMark() {
        return this == CONSIGNOR_AGENT || this == STAFF || this == RELATED_PARTY || this == DEFAULTER;
    }
}
