package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;
import org.gavel.protocol.value.Money;

/**
 * A bid was accepted and at once beaten by the leader's earlier maximum; the leader's new price follows.
 *
 * @param number counts the lot's accepted bids from 1
 */
public record BidBeaten(
        int lot, @JsonView(Faces.Private.class) int bidder, int paddle, Money amount, int number) implements LotEvent {
    @Override
    public int owner() {
        return bidder;
    }
}
