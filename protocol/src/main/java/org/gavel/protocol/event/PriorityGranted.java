package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;

/** Somebody has a right of first refusal on a lot. Everybody sees that there is one, only its owner and the venue whose. */
public record PriorityGranted(
        int lot, @JsonView(Faces.Private.class) int participant, int rank) implements LotEvent, DeskEvent {
    @Override
    public int owner() {
        return participant;
    }
}
