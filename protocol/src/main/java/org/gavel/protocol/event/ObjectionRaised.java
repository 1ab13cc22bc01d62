package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonView;

/**
 * Somebody objects to an intended deal: nothing is awarded until it is decided.
 *
 * @param objector who, or 0 for somebody from outside, or the venue itself
 * @param objection its number in the deal, from 1
 * @param decideBy by when the venue has to decide, microseconds since 1970; 0 where no rule says
 */
public record ObjectionRaised(
        int lot,
        @JsonView(Faces.Private.class) int objector,
        int objection,
        @JsonView(Faces.Private.class) String grounds,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long decideBy)
        implements LotEvent, DeskEvent {
    @Override
    public int owner() {
        return objector;
    }
}
