package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;

/**
 * A sealed bid was taken; it replaces the bidder's earlier one.
 *
 * @param number counts the phase's envelopes from 1; of equal amounts the lower number wins
 */
public record EnvelopeSubmitted(
        int lot, @JsonView(Faces.Private.class) int bidder, int paddle, String commitment, int number)
        implements LotEvent {
    @Override
    public int owner() {
        return bidder;
    }
}
