package org.gavel.protocol.proof;

import java.util.Base64;

/** Standard Base64 with padding, read only as it is written: two texts never mean the same bytes. */
final class Base64Text {
    private Base64Text() {}

    static byte[] decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidProof("is not Base64: " + shortened(text), e);
        }
        throw new InvalidProof("is not the one Base64 of its bytes: " + shortened(text));
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
