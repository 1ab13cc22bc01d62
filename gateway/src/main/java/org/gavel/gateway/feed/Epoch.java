package org.gavel.gateway.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.gavel.exchange.api.Applied;

/** The name of one venue's run of numbers: another venue, or the same one begun anew, has another. */
final class Epoch {
    private static final int BYTES = 8;

    private Epoch() {}

    static String of(String venue, Applied first) {
        String text = "EPOCHv1\0" + venue + '\0' + first.sequence() + '\0' + first.timestamp();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
