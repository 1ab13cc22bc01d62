package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;

/** A bidder answered what the running phase asks. Everybody sees the paddle, only its owner and the venue who it is. */
public record InquiryAnswered(
        int lot, @JsonView(Faces.Private.class) int bidder, int paddle, boolean accepts) implements LotEvent {
    @Override
    public int owner() {
        return bidder;
    }
}
