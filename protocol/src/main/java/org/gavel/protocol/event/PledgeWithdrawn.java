package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;

/**
 * A pledge was taken back and what was held for it is free.
 *
 * @param pledge the pledge's number in the purchase
 * @param pledged how many shares are pledged now in all
 */
public record PledgeWithdrawn(
        int lot, @JsonView(Faces.Private.class) int participant, int pledge, int shares, long pledged)
        implements LotEvent, DeskEvent {
    @Override
    public int owner() {
        return participant;
    }
}
