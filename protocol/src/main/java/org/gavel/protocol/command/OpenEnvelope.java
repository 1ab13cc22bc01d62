package org.gavel.protocol.command;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Money;

/**
 * Opens a sealed bid: what the commitment was made of. Bidders open their own, the venue's staff those the keyholders
 * have decrypted.
 *
 * @param bidder whose it is; 0 means the actor themself
 * @param salt the 32 bytes the bidder drew, 64 lower-case hex digits
 */
public record OpenEnvelope(int lot, int bidder, Money amount, String salt) implements Command, PhaseAct {
    public OpenEnvelope {
        Require.id(lot, "lot");
        Require.between(bidder, 0, Integer.MAX_VALUE, "bidder");
        amount = Require.present(amount, "amount").positive("amount");
        if (!Require.present(salt, "salt").matches("[0-9a-f]{64}")) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "salt", "must be 64 lower-case hex digits");
        }
    }
}
