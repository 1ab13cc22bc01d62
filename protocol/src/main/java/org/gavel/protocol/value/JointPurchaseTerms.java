package org.gavel.protocol.value;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * 技术筹: shares of one purchase are pledged; all of them by the deadline, or nothing happens.
 *
 * @param shares how many there are
 * @param sharePrice what each costs; the whole price of what is pledged is held
 * @param withdrawUntil the first instant from which pledges bind, microseconds since 1970; 0 where they bind at once
 * @param until the deadline, microseconds since 1970
 * @param overSubscription absent reads as FIRST_COME
 */
public record JointPurchaseTerms(
        int shares, Money sharePrice, long withdrawUntil, long until, OverSubscription overSubscription)
        implements DealTerms {
    /** The most shares a joint purchase may have. */
    public static final int MAX_SHARES = 1_000_000;

    public JointPurchaseTerms {
        Require.between(shares, 1, MAX_SHARES, "shares");
        sharePrice = Require.present(sharePrice, "sharePrice").positive("sharePrice");
        if (sharePrice.fen() > Money.MAX_FEN / shares) {
            throw new InvalidValue(RejectReason.AMOUNT_OUT_OF_RANGE, "sharePrice", "is too large for all the shares");
        }
        Require.between(until, 1, Require.MAX_NUMBER, "until");
        Require.between(withdrawUntil, 0, until, "withdrawUntil");
        overSubscription = overSubscription == null ? OverSubscription.FIRST_COME : overSubscription;
    }
}
