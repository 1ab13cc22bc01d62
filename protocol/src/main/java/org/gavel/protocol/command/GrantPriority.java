package org.gavel.protocol.command;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * Puts on record that a participant has a right of first refusal (优先购买权) on a lot that is not yet open.
 *
 * @param rank 0 is the best
 * @param basis what the right rests on, such as "Civil Code art. 847"; stays in the journal
 */
public record GrantPriority(
        int lot,
        int participant,
        @JsonProperty(required = true) int rank,
        String basis) implements Command, AboutLot {
    /** The worst rank. */
    public static final int MAX_RANK = 999;

    public GrantPriority {
        Require.id(lot, "lot");
        Require.id(participant, "participant");
        Require.between(rank, 0, MAX_RANK, "rank");
        basis = Require.text(Require.present(basis, "basis"), "basis");
        if (basis.isBlank()) {
            throw new InvalidValue(RejectReason.MISSING_FIELD, "basis", "is required");
        }
    }
}
