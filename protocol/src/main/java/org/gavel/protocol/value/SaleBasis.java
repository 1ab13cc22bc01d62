package org.gavel.protocol.value;

import org.gavel.protocol.reject.Require;

/**
 * What a lot's rulebook asks about it.
 *
 * @param movable a movable (动产); else a right or other property
 * @param appraisal the approved appraisal (评估价), or zero
 * @param approvalRef the approval under which it starts below what is free, or empty
 * @param relistOf the lot that was not sold and is offered again, or 0
 * @param minBidders the fewest admitted bidders, where that is more than the rulebook asks for; 0 otherwise
 */
public record SaleBasis(
        SellerCategory category, boolean movable, Money appraisal, String approvalRef, int relistOf, int minBidders) {
    /** Private property, offered for the first time. */
    public static final SaleBasis NONE = new SaleBasis(SellerCategory.PRIVATE, false, Money.ZERO, "", 0, 0);

    /** The most bidders a lot may ask for. */
    public static final int MAX_MIN_BIDDERS = 1_000;

    public SaleBasis {
        category = category == null ? SellerCategory.PRIVATE : category;
        appraisal = appraisal == null ? Money.ZERO : appraisal;
        approvalRef = Require.text(approvalRef, "basis.approvalRef");
        Require.between(relistOf, 0, Integer.MAX_VALUE, "basis.relistOf");
        Require.between(minBidders, 0, MAX_MIN_BIDDERS, "basis.minBidders");
    }

    /** Leaves NONE unwritten, as it was before there were others: the bytes of old journals stay the same. */
    public static final class UnlessNone {
        @Override
        public boolean equals(Object basis) {
            return NONE.equals(basis);
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }
}
