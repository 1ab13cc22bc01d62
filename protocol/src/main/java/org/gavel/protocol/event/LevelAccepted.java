package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;
import org.gavel.protocol.value.Money;

/** A bidder stays in at a level somebody else had accepted earlier; whoever was first leads. */
public record LevelAccepted(
        int lot, @JsonView(Faces.Private.class) int bidder, int paddle, Money level) implements LotEvent {
    @Override
    public int owner() {
        return bidder;
    }
}
