package org.gavel.protocol.value;

import org.gavel.protocol.reject.Require;

/**
 * 技术缘: a need (需求) that offers answer; both sides must say yes before either learns who the other is.
 *
 * @param budget what the owner thinks of paying, or zero where it is not said
 * @param until the first instant too late for an offer or a yes, microseconds since 1970; 0: until taken back
 */
public record NeedTerms(Money budget, long until) implements DealTerms {
    public NeedTerms {
        budget = budget == null ? Money.ZERO : budget;
        Require.between(until, 0, Require.MAX_NUMBER, "until");
    }

    @Override
    public boolean isLot() {
        return false;
    }
}
