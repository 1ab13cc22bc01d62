package org.gavel.protocol.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a bidder publishes of a sealed bid before it is opened: SHA-256 over {@code SEALEDv1 00 lotId 00 bidderAlias
 * 00 amountDecimal 00 salt}, the salt being 32 bytes, as lower-case hex ({@code auction-mechanisms} 2.8).
 */
public final class SealedCommitment {
    private SealedCommitment() {}

    /** The commitment to these texts, which must be ASCII; the salt is 64 hex digits. */
    public static String of(String lotId, String bidderAlias, String amountDecimal, String salt) {
        MessageDigest hash = sha256();
        String text = "SEALEDv1\0" + lotId + '\0' + bidderAlias + '\0' + amountDecimal + '\0';
        hash.update(text.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(hash.digest(HexFormat.of().parseHex(salt)));
    }

    /**
     * The commitment the engine expects: lot 1 is {@code LOT-1}, paddle 7 is {@code P07}, the amount is in yuan with
     * two decimals, {@code 3200000.00}.
     */
    public static String of(int lot, int paddle, Money amount, String salt) {
        long cents = amount.fen() % 100;
        String decimal = amount.fen() / 100 + (cents < 10 ? ".0" : ".") + cents;
        return of(lotId(lot), alias(paddle), decimal, salt);
    }

    /** What the lot is called in a commitment. */
    public static String lotId(int lot) {
        return "LOT-" + lot;
    }

    /** What the bidder is called in a commitment. */
    public static String alias(int paddle) {
        return (paddle < 10 ? "P0" : "P") + paddle;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
