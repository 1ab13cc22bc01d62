package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;

/**
 * Shares of a joint purchase were pledged and their price is held.
 *
 * @param pledge the pledge's number in the purchase, from 1
 * @param pledged how many shares are pledged now in all
 */
public record PledgeMade(
        int lot, @JsonView(Faces.Private.class) int participant, int pledge, int shares, long pledged)
        implements LotEvent, DeskEvent {
    @Override
    public int owner() {
        return participant;
    }
}
