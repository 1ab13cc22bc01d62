package org.gavel.protocol.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;

/**
 * The reserve price (保留价; Auction Law arts 28, 50): below it nothing is sold. A hidden one is public only as the
 * salted hash {@link #commitment}, which anyone can check when it is opened at the close.
 */
public record Reserve(Money amount, boolean hidden, String salt) {
    public static final Reserve NONE = new Reserve(Money.ZERO, false, "");

    public Reserve {
        amount = amount == null ? Money.ZERO : amount;
        salt = salt == null ? "" : salt;
        if (!salt.matches("([0-9a-f]{32,64})?")) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "reserve.salt", "must be 32 to 64 lower-case hex digits");
        }
        if (hidden && amount.fen() == 0) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "reserve", "cannot be hidden without an amount");
        }
    }

    public boolean isNone() {
        return amount.fen() == 0;
    }

    /** Never shows a hidden amount, wherever it is printed. */
    @Override
    public String toString() {
        return hidden ? "Reserve[hidden]" : "Reserve[amount=" + amount + "]";
    }

    /** SHA-256 over {@code RESERVEv1 00 lot 00 amount 00 salt}, lot and amount in decimal, as lower-case hex. */
    public String commitment(int lot) {
        String text = "RESERVEv1\0" + lot + '\0' + amount.fen() + '\0' + salt;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
