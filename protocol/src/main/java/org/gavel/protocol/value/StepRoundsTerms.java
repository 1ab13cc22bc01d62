package org.gavel.protocol.value;

import java.time.Duration;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * Price-step rounds ("Texas"; {@code auction-mechanisms} 2.5).
 *
 * @param start the price a step below the first round's
 * @param round how long a round waits for an action
 * @param pause between an action and the next round, zero for none
 * @param hardStop the longest the phase may last, zero for any time, else at least a round
 * @param allowSelfRaise true: the last actor may act again and then pays more
 */
public record StepRoundsTerms(
        Money start, Money step, Duration round, Duration pause, Duration hardStop, boolean allowSelfRaise)
        implements PhaseTerms {
    public StepRoundsTerms {
        start = Require.present(start, "start").positive("start");
        step = Require.present(step, "step").positive("step");
        round = Require.positive(round, "round");
        pause = Require.duration(pause, "pause");
        hardStop = Require.duration(hardStop, "hardStop");
        if (start.fen() > Money.MAX_FEN - step.fen()) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "step", "must leave room for a first round");
        }
        if (!hardStop.isZero() && hardStop.compareTo(round) < 0) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "hardStop", "must not be shorter than a round");
        }
    }

    /** The first round's price. */
    @Override
    public Money leastPrice() {
        return new Money(start.fen() + step.fen());
    }
}
