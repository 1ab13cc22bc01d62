package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;

/** A related party may take part in the sale of a lot. Everybody sees that one may, only they and the venue who. */
public record RelatedPartyDisclosed(
        int lot, @JsonView(Faces.Private.class) int participant) implements LotEvent {
    @Override
    public int owner() {
        return participant;
    }
}
