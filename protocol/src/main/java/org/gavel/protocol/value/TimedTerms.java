package org.gavel.protocol.value;

import java.time.Duration;
import java.util.List;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * Limited-time bidding (限时竞价; {@code auction-mechanisms} 2.4): every valid bid restarts the countdown, a whole
 * silent cycle ends it.
 *
 * @param start the first valid price where no earlier phase found one
 * @param increments the ladder, as in {@link EnglishTerms}
 * @param anyRaise as in {@link EnglishTerms}
 * @param maxMultiple as in {@link EnglishTerms}
 * @param cycle the countdown
 * @param hardStop the longest the phase may last, zero for any time, else at least a cycle
 * @param leaderMayRaise true: the leader may outbid themselves
 */
public record TimedTerms(
        Money start,
        List<Step> increments,
        boolean anyRaise,
        int maxMultiple,
        Duration cycle,
        Duration hardStop,
        boolean leaderMayRaise)
        implements PhaseTerms {
    public TimedTerms {
        EnglishTerms checked = english(start, increments, anyRaise, maxMultiple, cycle, hardStop, leaderMayRaise);
        increments = checked.increments();
        hardStop = checked.softClose().latestClose();
    }

    /** Open bidding with a window as long as the whole countdown is the same thing. */
    public EnglishTerms english() {
        return english(start, increments, anyRaise, maxMultiple, cycle, hardStop, leaderMayRaise);
    }

    private static EnglishTerms english(
            Money start, List<Step> rows, boolean any, int multiple, Duration cycle, Duration stop, boolean self) {
        Duration countdown = Require.positive(cycle, "cycle");
        Duration cap = Require.duration(stop, "hardStop");
        if (!cap.isZero() && cap.compareTo(countdown) < 0) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "hardStop", "must not be shorter than the cycle");
        }
        return new EnglishTerms(
                start, rows, any, multiple, countdown, new SoftClose(countdown, countdown, cap, 0), self);
    }
}
