package org.gavel.exchange.engine.deal;

import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.value.FixedPriceTerms;
import org.gavel.protocol.value.JointPurchaseTerms;
import org.gavel.protocol.value.NeedTerms;
import org.gavel.protocol.value.NegotiatedTerms;
import org.gavel.protocol.value.UseFirstTerms;

/** Makes the deal that an announcement asks for; others than {@link #ALL} are for trying out what a faulty one does. */
@FunctionalInterface
public interface DealModes {
    /** The modes of this release. */
    DealModes ALL = DealModes::make;

    /** The deal, not yet among the deals; {@code now} is the announcement's time in microseconds since 1970. */
    Deal of(AnnounceDeal terms, long now);

    private static Deal make(AnnounceDeal asked, long now) {
        if (asked.terms() instanceof FixedPriceTerms sale) {
            return new FixedPrice(asked, sale);
        }
        if (asked.terms() instanceof JointPurchaseTerms purchase) {
            return new JointPurchase(asked, purchase);
        }
        if (asked.terms() instanceof NeedTerms need) {
            return new Need(asked, need);
        }
        if (asked.terms() instanceof NegotiatedTerms negotiated) {
            return new Negotiation(asked, negotiated);
        }
        return new UseFirst(asked, (UseFirstTerms) asked.terms(), now);
    }
}
