package org.gavel.protocol.value;

import java.time.Duration;
import java.util.List;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * Open ascending bidding (English auction, 动态报价; {@code auction-mechanisms} 2.2).
 *
 * @param start the first valid price
 * @param increments the ladder, looked up on the current price, rows ascending from 0
 * @param anyRaise true: any raise of at least one increment; false: whole multiples of the increment only
 * @param maxMultiple the most increments one bid may add, 0 for any number
 * @param duration from opening to the scheduled close
 * @param leaderMayRaise true: the leader may outbid themselves
 */
public record EnglishTerms(
        Money start,
        List<Step> increments,
        boolean anyRaise,
        int maxMultiple,
        Duration duration,
        SoftClose softClose,
        boolean leaderMayRaise)
        implements PhaseTerms {
    /** The most rows a ladder may have. */
    public static final int MAX_STEPS = 64;

    public EnglishTerms {
        start = Require.present(start, "start").positive("start");
        increments = Require.list(increments, 1, MAX_STEPS, "increments");
        Require.between(maxMultiple, 0, 1_000_000, "maxMultiple");
        duration = Require.positive(duration, "duration");
        softClose = softClose == null ? SoftClose.NONE : softClose;
        checkAscending(increments);
        checkCap(duration, softClose);
    }

    static void checkAscending(List<Step> increments) {
        long previous = -1;
        for (Step step : increments) {
            if (step.from().fen() <= previous || (previous == -1 && step.from().fen() != 0)) {
                throw new InvalidValue(RejectReason.BAD_FIELD, "increments", "must ascend, the first from 0");
            }
            previous = step.from().fen();
        }
    }

    private static void checkCap(Duration duration, SoftClose softClose) {
        boolean capped = !softClose.latestClose().isZero();
        if (capped && softClose.latestClose().compareTo(duration) < 0) {
            throw new InvalidValue(
                    RejectReason.BAD_FIELD, "softClose.latestClose", "must not be shorter than the duration");
        }
    }
}
