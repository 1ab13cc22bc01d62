package org.gavel.exchange.sealing;

import java.util.Optional;
import org.gavel.protocol.command.OpenEnvelope;
import org.gavel.protocol.value.EnvelopeFault;

/**
 * What the keyholders found in one envelope: either what opens it, or what is wrong with it.
 *
 * @param opening the command that opens it
 */
public record Finding(SubmittedEnvelope envelope, Optional<OpenEnvelope> opening, Optional<EnvelopeFault> fault) {
    static Finding of(int lot, SubmittedEnvelope envelope, SealedOffer offer) {
        OpenEnvelope opening = new OpenEnvelope(lot, envelope.bidder(), offer.amount(), offer.salt());
        return new Finding(envelope, Optional.of(opening), Optional.empty());
    }

    static Finding of(SubmittedEnvelope envelope, EnvelopeFault fault) {
        return new Finding(envelope, Optional.empty(), Optional.of(fault));
    }
}
