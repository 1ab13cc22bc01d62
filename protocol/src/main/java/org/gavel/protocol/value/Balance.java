package org.gavel.protocol.value;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;

/**
 * What an account has, in fen. It is written as {@link Money} is and may be more than the most an amount can be: trades
 * bring an account what they bring.
 */
public record Balance(long fen) {
    public static final Balance ZERO = new Balance(0);

    public Balance {
        if (fen < 0) {
            throw new InvalidValue(RejectReason.AMOUNT_NEGATIVE, "balance", "is negative");
        }
    }

    /** Whole fen in decimal digits, as on the wire. */
    public static Balance parse(String text) {
        try {
            return new Balance(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "balance", "is not a whole number of fen");
        }
    }

    @Override
    public String toString() {
        return Long.toString(fen);
    }

    /** A JSON filter: zero is left unwritten. */
    public static final class UnlessZero {
        @Override
        public boolean equals(Object balance) {
            return ZERO.equals(balance);
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }
}
