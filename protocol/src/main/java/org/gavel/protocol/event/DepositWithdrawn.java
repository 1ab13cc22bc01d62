package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.gavel.protocol.value.Balance;
import org.gavel.protocol.value.Money;

/**
 * Money was paid back; what is left may still be more than one amount can be.
 *
 * @param free what the account has free now
 * @param heldForOrders what is held of it for orders in unit books, which the ledger posts only when they trade; unwritten
 *     where that is nothing
 */
public record DepositWithdrawn(
        int participant,
        Money amount,
        Balance free,
        String reference,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Balance.UnlessZero.class)
        Balance heldForOrders)
        implements PrivateEvent {
    public DepositWithdrawn {
        heldForOrders = heldForOrders == null ? Balance.ZERO : heldForOrders;
    }

    /** Of an account without orders. */
    public DepositWithdrawn(int participant, Money amount, Money free, String reference) {
        this(participant, amount, new Balance(free.fen()), reference, Balance.ZERO);
    }

    /** What the account has that is not held for lots. */
    public Balance apartFromLots() {
        return new Balance(free.fen() + heldForOrders.fen());
    }
}
