package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;

/**
 * A technical proposal was taken; it replaces the bidder's earlier one.
 *
 * @param file SHA-256 of the sealed file
 */
public record ProposalSubmitted(
        int lot, @JsonView(Faces.Private.class) int bidder, int paddle, String file) implements LotEvent {
    @Override
    public int owner() {
        return bidder;
    }
}
