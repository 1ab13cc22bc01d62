package org.gavel.protocol.value;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * What one winner has of a lot that can have several.
 *
 * @param place which of the winners this is, from 1, best first
 * @param winners how many there are
 * @param units how many units of a divided lot; 0 where the lot is not divided
 * @param unitPrice what each unit costs; zero where the lot is not divided
 */
public record Share(int place, int winners, long units, Money unitPrice) {
    /** The most winners a lot may have. */
    public static final int MAX_WINNERS = 1_000;

    /** The only winner has the lot as one. */
    public static final Share WHOLE = new Share(1, 1, 0, Money.ZERO);

    public Share {
        Require.between(winners, 1, MAX_WINNERS, "share.winners");
        Require.between(place, 1, winners, "share.place");
        Require.between(units, 0, Require.MAX_NUMBER, "share.units");
        unitPrice = unitPrice == null ? Money.ZERO : unitPrice;
        if (units == 0 != (unitPrice.fen() == 0)) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "share.unitPrice", "goes with units, and only with them");
        }
    }

    /** Leaves WHOLE unwritten, as it was before there were others: the bytes of old events stay the same. */
    public static final class UnlessWhole {
        @Override
        public boolean equals(Object share) {
            return WHOLE.equals(share);
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }
}
