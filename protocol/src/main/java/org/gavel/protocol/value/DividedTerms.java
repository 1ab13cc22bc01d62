package org.gavel.protocol.value;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/** What the terms of all phases that sell a lot in equal units have in common; prices are those of one unit. */
public sealed interface DividedTerms extends PhaseTerms permits ClockTerms, SharesTerms {
    /** The most units a lot can be divided into. */
    long MAX_UNITS = 1_000_000_000_000L;

    /** How many units there are. */
    long units();

    /** The highest price of a unit: all of them together cost no more than the venue can take. */
    default Money ceiling() {
        return new Money(Money.MAX_FEN / units());
    }

    @Override
    default boolean severalWinners() {
        return true;
    }

    /** Refuses a division whose first price is beyond the ceiling. */
    static void check(long units, Money start) {
        Require.between(units, 1, MAX_UNITS, "units");
        Require.present(start, "start").positive("start");
        if (start.fen() > Money.MAX_FEN / units) {
            throw new InvalidValue(
                    RejectReason.BAD_FIELD,
                    "start",
                    "must be at most " + Money.MAX_FEN / units + " fen for one of " + units + " units");
        }
    }
}
