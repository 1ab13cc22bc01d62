package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;

/**
 * Whoever objected takes it back.
 *
 * @param open how many are still to be decided
 */
public record ObjectionWithdrawn(
        int lot, @JsonView(Faces.Private.class) int objector, int objection, int open) implements LotEvent, DeskEvent {
    @Override
    public int owner() {
        return objector;
    }
}
