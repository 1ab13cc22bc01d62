package org.gavel.exchange.engine.deal;

import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.Request;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.DealTerms;
import org.gavel.protocol.value.FixedPriceTerms;
import org.gavel.protocol.value.JointPurchaseTerms;
import org.gavel.protocol.value.NeedTerms;
import org.gavel.protocol.value.NegotiatedTerms;
import org.gavel.protocol.value.PublicityTerms;
import org.gavel.protocol.value.SellerCategory;
import org.gavel.protocol.value.UseFirstTerms;

/** What the law and the house ask of an announcement, whoever its parties are. Changes nothing. */
final class DealRules {
    private final Deals deals;

    DealRules(Deals deals) {
        this.deals = deals;
    }

    RejectReason check(Request request, AnnounceDeal asked) {
        if (!admits(asked.category(), asked.terms())) {
            return RejectReason.DEAL_CATEGORY;
        }
        if (!liesAhead(request, asked.terms())) {
            return RejectReason.DEAL_TIMES;
        }
        RejectReason refusal = checkPublicity(request, asked);
        return refusal == RejectReason.NONE ? checkNeed(asked) : refusal;
    }

    /**
     * A court sells by auction alone (网拍规定). State property is open to competition where two come forward (企业国有资产法
     * art. 54), which neither first come, first served nor a negotiated price is; a licence takes nothing away from it.
     */
    static boolean admits(SellerCategory category, DealTerms terms) {
        return switch (category) {
            case PRIVATE, UNIVERSITY -> true;
            case STATE_OWNED ->
                terms instanceof NeedTerms || (terms instanceof FixedPriceTerms sale && !sale.exclusive());
            case COURT -> false;
        };
    }

    private static boolean liesAhead(Request request, DealTerms terms) {
        long now = request.time();
        if (terms instanceof FixedPriceTerms sale) {
            return sale.until() == 0 || sale.until() > now;
        }
        if (terms instanceof JointPurchaseTerms purchase) {
            boolean binds = purchase.withdrawUntil() != 0
                    && purchase.withdrawUntil() <= now
                    && request.follows(Behaviour.WITHDRAWALS_AHEAD);
            return purchase.until() > now && !binds;
        }
        return !(terms instanceof NeedTerms need) || need.until() == 0 || need.until() > now;
    }

    private RejectReason checkPublicity(Request request, AnnounceDeal asked) {
        PublicityTerms publicity = asked.terms().publicity();
        boolean isPublic = asked.category() == SellerCategory.UNIVERSITY;
        if (asked.terms() instanceof UseFirstTerms && publicity.isNone() && isPublic) {
            return request.refuse(RejectReason.PUBLICITY_NEEDED, PublicityTerms.LEAST_DAYS);
        }
        boolean unmarked = asked.buyer() != 0
                && !publicity.isNone()
                && !publicity.related()
                && deals.relations().areRelated(asked.seller(), asked.buyer());
        return unmarked ? RejectReason.RELATED_PARTY_UNMARKED : RejectReason.NONE;
    }

    /** The owner of a need pays, so they are the buyer of what was offered. */
    private RejectReason checkNeed(AnnounceDeal asked) {
        if (!(asked.terms() instanceof NegotiatedTerms negotiated) || negotiated.need() == 0) {
            return RejectReason.NONE;
        }
        boolean matched = deals.has(negotiated.need())
                && deals.get(negotiated.need()) instanceof Need need
                && need.seller() == asked.buyer()
                && need.canHandOver(negotiated.offer(), asked.seller());
        return matched ? RejectReason.NONE : RejectReason.NOT_MATCHED;
    }
}
