package org.gavel.protocol.command;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * How many bidders of a lot can be reached: a fact the venue's doors report, and on which the lot's own rule decides.
 *
 * @param seen bidders admitted to the lot who have been connected since the node started
 * @param missing those of them without a sign of life for as long as the lot's rule says
 */
public record ReportConnectivity(int lot, int seen, int missing) implements Command, VenueRecord, AboutLot {
    public ReportConnectivity {
        Require.id(lot, "lot");
        Require.between(seen, 0, Integer.MAX_VALUE, "seen");
        Require.between(missing, 0, Integer.MAX_VALUE, "missing");
        if (missing > seen) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "missing", "must not be more than seen");
        }
    }
}
