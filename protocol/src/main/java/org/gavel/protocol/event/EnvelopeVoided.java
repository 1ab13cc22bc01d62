package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;
import org.gavel.protocol.value.EnvelopeFault;

/** The keyholders cannot open an envelope; unless its bidder does, they forfeit the deposit when the stage closes. */
public record EnvelopeVoided(
        int lot, @JsonView(Faces.Private.class) int bidder, int paddle, EnvelopeFault fault, String reason)
        implements LotEvent {
    @Override
    public int owner() {
        return bidder;
    }
}
