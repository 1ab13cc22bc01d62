package org.gavel.exchange.sealing;

import java.nio.charset.StandardCharsets;
import org.gavel.protocol.value.SealedCommitment;

/** What an envelope's ciphertext is bound to: it opens for no other lot, paddle, round or commitment. */
public record EnvelopeAddress(int lot, int paddle, int round, String commitment) {
    /** {@code ENVELOPEv1 00 LOT-1 00 P07 00 R1 00 commitment}, ASCII: the associated data of the encryption. */
    byte[] bytes() {
        String text = String.join(
                "\0",
                "ENVELOPEv1",
                SealedCommitment.lotId(lot),
                SealedCommitment.alias(paddle),
                "R" + round,
                commitment);
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
