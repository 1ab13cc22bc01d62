package org.gavel.protocol.command;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * A sealed bid (密封报价) as it may be known before the opening. It replaces the bidder's earlier one.
 *
 * @param bidder whose it is; 0 means the actor themself
 * @param commitment {@link org.gavel.protocol.value.SealedCommitment} to amount and salt, 64 lower-case hex digits
 * @param ciphertext amount and salt encrypted to the lot's {@link
 *     org.gavel.protocol.value.EnvelopeKey} in Base64, or empty where it has none; the market only keeps it
 */
public record SubmitEnvelope(int lot, int bidder, String commitment, String ciphertext) implements Command, PhaseAct {
    /** The longest ciphertext, in characters. */
    public static final int MAX_CIPHERTEXT = 4096;

    public SubmitEnvelope {
        Require.id(lot, "lot");
        Require.between(bidder, 0, Integer.MAX_VALUE, "bidder");
        if (!Require.present(commitment, "commitment").matches("[0-9a-f]{64}")) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "commitment", "must be 64 lower-case hex digits");
        }
        ciphertext = ciphertext == null ? "" : ciphertext;
        boolean bad = ciphertext.length() > MAX_CIPHERTEXT
                || ciphertext.length() % 4 != 0
                || !ciphertext.matches("[A-Za-z0-9+/]*={0,2}");
        if (bad) {
            throw new InvalidValue(
                    RejectReason.BAD_FIELD,
                    "ciphertext",
                    "must be Base64 of at most " + MAX_CIPHERTEXT + " characters");
        }
    }
}
