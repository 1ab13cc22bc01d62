package org.gavel.protocol.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a venue publishes of a lot's paddles before the first bid, so that none can be given to somebody else later:
 * SHA-256 over {@code PADDLESv1 00 lot 00 salt 00 participants}, the participants' numbers in the order of their
 * paddles from 1, in decimal with commas between them, as lower-case hex.
 */
public final class PaddleCommitment {
    private PaddleCommitment() {}

    public static String of(int lot, String salt, List<Integer> participants) {
        String list = participants.stream().map(String::valueOf).collect(Collectors.joining(","));
        String text = "PADDLESv1\0" + lot + '\0' + salt + '\0' + list;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
