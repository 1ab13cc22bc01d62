package org.gavel.loadtest.report;

import java.util.Map;
import org.gavel.protocol.reject.RejectReason;

/**
 * The bids of a crowd and how they ended.
 *
 * @param rejected by reason, in the order of the codes
 * @param mistakes how many of those sent broke a rule on purpose
 */
public record Bids(long sent, long accepted, Map<RejectReason, Long> rejected, long unresolved, long mistakes) {
    public long rejectedInAll() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }
}
