package org.gavel.protocol.value;

import java.time.Duration;
import org.gavel.protocol.reject.Require;

/**
 * A clock that rises while more units are wanted than there are ({@code auction-mechanisms} 2.9).
 *
 * @param units how many units there are
 * @param start the first round's price of a unit
 * @param riseBasisPoints by how much of its price each round rises, rounded down to the fen and at least one fen
 * @param round how long each round lasts
 */
public record ClockTerms(long units, Money start, int riseBasisPoints, Duration round) implements DividedTerms {
    /** A rise of a whole price. */
    public static final int MAX_RISE = 10_000;

    public ClockTerms {
        DividedTerms.check(units, start);
        Require.between(riseBasisPoints, 1, MAX_RISE, "riseBasisPoints");
        round = Require.positive(round, "round");
    }

    /** The price of the round after one of this price, never above the ceiling. */
    public long after(long price) {
        long rise = Math.max(1, Math.multiplyExact(price, riseBasisPoints) / MAX_RISE);
        return Math.min(ceiling().fen(), price + rise);
    }
}
