package org.gavel.protocol.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Money;

/**
 * Leaves the most a bidder will pay; the venue bids for them up to it. Binding like a bid, and secret: at rest it is
 * sealed, and until the hammer nothing shows more of it than the price it led to and its salted hash.
 *
 * @param bidder whose maximum it is; 0 means the actor themself
 * @param salt what its public commitment is made with, 64 lower-case hex digits; empty for none
 */
public record PlaceMaximum(
        int lot,
        int bidder,
        Money maximum,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String salt) implements Command, PhaseAct {
    public PlaceMaximum {
        Require.id(lot, "lot");
        Require.between(bidder, 0, Integer.MAX_VALUE, "bidder");
        maximum = Require.present(maximum, "maximum").positive("maximum");
        salt = salt == null ? "" : salt;
        if (!salt.matches("([0-9a-f]{64})?")) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "salt", "must be 64 lower-case hex digits");
        }
    }

    /** A maximum without a commitment. */
    public PlaceMaximum(int lot, int bidder, Money maximum) {
        this(lot, bidder, maximum, "");
    }

    /** Never shows the maximum, wherever it is printed. */
    @Override
    public String toString() {
        return "PlaceMaximum[lot=" + lot + ", bidder=" + bidder + "]";
    }
}
