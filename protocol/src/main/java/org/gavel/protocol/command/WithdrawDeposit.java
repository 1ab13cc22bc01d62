package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Money;

/**
 * Free money of a deposit account is paid back to its participant.
 *
 * @param reference the payment's number at the bank
 */
public record WithdrawDeposit(int participant, Money amount, String reference) implements Command {
    public WithdrawDeposit {
        Require.id(participant, "participant");
        amount = Require.present(amount, "amount").positive("amount");
        reference = Require.text(reference, "reference");
    }
}
