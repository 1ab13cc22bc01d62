package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;
import org.gavel.protocol.reject.RejectReason;

/**
 * The publicity of a deal is over, but its buyer may not have it now. It stands still until somebody lets it go on
 * ({@code ResumeLot}) once that is settled, or ends it ({@code EndDeal}).
 *
 * @param buyer who may not have it
 * @param obstacle what keeps them out, as a bidder would be refused
 */
public record AwardWithheld(
        int lot,
        @JsonView(Faces.Private.class) int buyer,
        @JsonView(Faces.Private.class) RejectReason obstacle) implements LotEvent {
    @Override
    public int owner() {
        return buyer;
    }
}
