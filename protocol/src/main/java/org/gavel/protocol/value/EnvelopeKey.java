package org.gavel.protocol.value;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * The key that the envelopes of a lot are encrypted to (HPKE, RFC 9180), whose private half is in shares: so many
 * holders together open, fewer learn nothing.
 *
 * @param publicKey a point of P-256, uncompressed (65 bytes), Base64url without padding
 * @param threshold how many holders it takes, at least 2
 * @param holders who have a share each, in the order of their shares
 */
public record EnvelopeKey(String publicKey, int threshold, List<String> holders) {
    /** The bidders alone open their envelopes. */
    public static final EnvelopeKey NONE = new EnvelopeKey("", 0, List.of());

    /** The most holders a key may have. */
    public static final int MAX_HOLDERS = 16;

    /** An envelope's amount and salt, encrypted: 65 bytes of key, 40 of text, 16 of tag, in Base64. */
    public static final int CIPHERTEXT_LENGTH = 164;

    private static final int COORDINATE_BYTES = 32;
    private static final int POINT_BYTES = 1 + 2 * COORDINATE_BYTES;
    private static final int ID_LENGTH = 16;
    private static final BigInteger PRIME =
            new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
    private static final BigInteger B =
            new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);
    private static final BigInteger THREE = BigInteger.valueOf(3);

    public EnvelopeKey {
        publicKey = publicKey == null ? "" : publicKey;
        holders = Require.list(holders, publicKey.isEmpty() ? 0 : 2, MAX_HOLDERS, "envelopeKey.holders");
        if (publicKey.isEmpty()) {
            checkAbsent(threshold, holders);
        } else {
            checkPoint(publicKey);
            Require.between(threshold, 2, holders.size(), "envelopeKey.threshold");
            checkNames(holders);
        }
    }

    private static void checkAbsent(int threshold, List<String> holders) {
        if (threshold != 0 || !holders.isEmpty()) {
            throw new InvalidValue(RejectReason.MISSING_FIELD, "envelopeKey.publicKey", "is required");
        }
    }

    private static void checkPoint(String publicKey) {
        if (!publicKey.matches("[A-Za-z0-9_-]{87}") || !isPoint(decoded(publicKey))) {
            throw new InvalidValue(
                    RejectReason.BAD_FIELD,
                    "envelopeKey.publicKey",
                    "must be an uncompressed point of P-256 (65 bytes) in Base64url, as envelope-key deal writes it");
        }
    }

    private static byte[] decoded(String publicKey) {
        try {
            return Base64.getUrlDecoder().decode(publicKey);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** Whether y² = x³ - 3x + b. */
    private static boolean isPoint(byte[] point) {
        if (point.length != POINT_BYTES || point[0] != 4) {
            return false;
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE_BYTES));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE_BYTES, POINT_BYTES));
        boolean inField = x.compareTo(PRIME) < 0 && y.compareTo(PRIME) < 0;
        BigInteger curve = x.multiply(x).subtract(THREE).multiply(x).add(B);
        return inField && y.multiply(y).subtract(curve).mod(PRIME).signum() == 0;
    }

    private static void checkNames(List<String> holders) {
        for (String holder : holders) {
            if (Require.text(holder, "envelopeKey.holders").isBlank()) {
                throw new InvalidValue(RejectReason.BAD_FIELD, "envelopeKey.holders", "must not hold an empty name");
            }
        }
        if (holders.stream().distinct().count() < holders.size()) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "envelopeKey.holders", "must not name anybody twice");
        }
    }

    /** The point's 65 bytes. */
    public byte[] point() {
        return decoded(publicKey);
    }

    /** Names the key on its shares: the first 16 hex digits of SHA-256 over the point. */
    public String id() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(point());
            return HexFormat.of().formatHex(hash).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Leaves NONE unwritten, as it was before there were others: the bytes of old journals stay the same. */
    public static final class UnlessNone {
        @Override
        public boolean equals(Object key) {
            return NONE.equals(key);
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }
}
