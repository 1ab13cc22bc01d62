package org.gavel.protocol.value;

import org.gavel.protocol.reject.Require;

/**
 * Quotes given while a listing is disclosed (动态报价, price and time): the highest stands first, of equal ones the
 * earliest. The phase itself is over as soon as the lot opens; others may follow it.
 *
 * @param start the list price, the least a quote may be
 * @param step quotes lie whole steps above it
 * @param softClose how a quote that takes the lead near the end moves the end of the disclosure; its latest close is
 *     counted from the end as it was without
 */
public record QuotesTerms(Money start, Money step, SoftClose softClose) implements PhaseTerms {
    public QuotesTerms {
        start = Require.present(start, "start").positive("start");
        step = Require.present(step, "step").positive("step");
        softClose = softClose == null ? SoftClose.NONE : softClose;
    }
}
