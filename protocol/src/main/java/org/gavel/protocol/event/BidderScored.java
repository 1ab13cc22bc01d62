package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;

/**
 * What the panel found of a bidder, before any price is open; it replaces an earlier finding.
 *
 * @param quality hundredths of a point
 * @param admitted whether that reaches the minimum; who is not admitted is out, and nothing of theirs is opened
 * @param sheet SHA-256 of the score sheet the panel signed
 */
public record BidderScored(
        int lot, @JsonView(Faces.Private.class) int bidder, int paddle, int quality, boolean admitted, String sheet)
        implements LotEvent {
    @Override
    public int owner() {
        return bidder;
    }
}
