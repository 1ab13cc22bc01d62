package org.gavel.protocol.command;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/** Units of a divisible right (licence shares, units of a package) are put on a participant's account. */
public record CreditUnits(int participant, String asset, long quantity) implements Command {
    /** The most units of one credit. */
    public static final long MOST = 1_000_000_000_000L;

    public CreditUnits {
        Require.id(participant, "participant");
        asset = asset(asset);
        Require.between(quantity, 1, MOST, "quantity");
    }

    static String asset(String value) {
        if (value == null || !value.matches("[A-Za-z0-9._-]{1,32}")) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "asset", "must be 1 to 32 of A-Z a-z 0-9 . _ -");
        }
        return value;
    }
}
