package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;

/**
 * A bid was accepted and leads. Everybody sees the paddle, only its owner and the venue who bid.
 *
 * @param number counts the lot's accepted bids from 1
 * @param nextMinimum the lowest bid that would be accepted now
 */
public record BidAccepted(
        int lot,
        @JsonView(Faces.Private.class) int bidder,
        int paddle,
        Money amount,
        Money nextMinimum,
        int number,
        long closesAt,
        Channel channel,
        @JsonView(Faces.Private.class) ClientId cid)
        implements LotEvent {
    @Override
    public int owner() {
        return bidder;
    }
}
