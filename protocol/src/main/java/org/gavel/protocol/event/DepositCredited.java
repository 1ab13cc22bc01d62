package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.gavel.protocol.value.Money;

/**
 * Money arrived.
 *
 * @param free what the account has free now
 * @param heldForOrders what is held of it for orders in unit books, which the ledger posts only when they trade; unwritten
 *     where that is nothing
 */
public record DepositCredited(
        int participant,
        Money amount,
        Money free,
        String reference,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Money.UnlessZero.class)
        Money heldForOrders)
        implements PrivateEvent {
    public DepositCredited {
        heldForOrders = heldForOrders == null ? Money.ZERO : heldForOrders;
    }

    /** Of an account without orders. */
    public DepositCredited(int participant, Money amount, Money free, String reference) {
        this(participant, amount, free, reference, Money.ZERO);
    }

    /** What the account has that is not held for lots. */
    public Money apartFromLots() {
        return new Money(free.fen() + heldForOrders.fen());
    }
}
