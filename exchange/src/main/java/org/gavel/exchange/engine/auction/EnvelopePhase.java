package org.gavel.exchange.engine.auction;

import org.gavel.protocol.command.VoidEnvelope;
import org.gavel.protocol.reject.RejectReason;

/** A phase whose envelopes the venue opens for their bidders, or finds that it cannot. */
public interface EnvelopePhase {
    /** Whether the bidder's envelope can be voided now; changes nothing. */
    RejectReason checkVoid(int bidder);

    /** Puts the fault on record; cannot fail after {@link #checkVoid}. */
    void voidEnvelope(VoidEnvelope voided, Floor floor);
}
