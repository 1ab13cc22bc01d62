package org.gavel.protocol.value;

import java.time.Duration;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * A Japanese auction ({@code auction-mechanisms} 2.9): each level must be accepted or one is out for good.
 *
 * @param start the first level
 * @param step from a level to the next
 * @param levels how many levels there are
 * @param tick how long each level lasts
 * @param price what the last one left pays
 */
public record JapaneseTerms(Money start, Money step, int levels, Duration tick, JapanesePrice price)
        implements PhaseTerms {
    /** The most levels. */
    public static final int MAX_LEVELS = 100_000;

    public JapaneseTerms {
        start = Require.present(start, "start").positive("start");
        step = Require.present(step, "step").positive("step");
        Require.between(levels, 1, MAX_LEVELS, "levels");
        tick = Require.positive(tick, "tick");
        price = Require.present(price, "price");
        if ((Money.MAX_FEN - start.fen()) / step.fen() < levels - 1) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "levels", "must not pass the highest price");
        }
    }
}
