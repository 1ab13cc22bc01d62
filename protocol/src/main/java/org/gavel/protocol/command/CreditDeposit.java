package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Money;

/**
 * Money has arrived on a participant's deposit account (保证金).
 *
 * @param reference the payment's number at the bank
 */
public record CreditDeposit(int participant, Money amount, String reference) implements Command {
    public CreditDeposit {
        Require.id(participant, "participant");
        amount = Require.present(amount, "amount").positive("amount");
        reference = Require.text(reference, "reference");
    }
}
