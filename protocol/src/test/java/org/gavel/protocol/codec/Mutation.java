package org.gavel.protocol.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.gavel.protocol.value.Draw;

/** Valid bytes made wrong, a little or much. */
public final class Mutation {
    private static final byte[] TELLING = "\"\\{}[],:0-9.eE+nul\u0000\u00ff".getBytes(StandardCharsets.ISO_8859_1);

    private Mutation() {}

    public static byte[] of(Draw draw, byte[] valid) {
        byte[] bytes = valid.clone();
        return switch (draw.below(6)) {
            case 0 -> flipped(draw, bytes, 1);
            case 1 -> flipped(draw, bytes, 1 + draw.below(16));
            case 2 -> Arrays.copyOf(bytes, draw.below(bytes.length + 1));
            case 3 -> extended(draw, bytes);
            case 4 -> replaced(draw, bytes);
            default -> repeated(draw, bytes);
        };
    }

    private static byte[] flipped(Draw draw, byte[] bytes, int bits) {
        for (int i = 0; i < bits; i++) {
            bytes[draw.below(bytes.length)] ^= (byte) (1 << draw.below(8));
        }
        return bytes;
    }

    private static byte[] extended(Draw draw, byte[] bytes) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1 + draw.below(32));
        for (int i = bytes.length; i < longer.length; i++) {
            longer[i] = (byte) draw.below(256);
        }
        return longer;
    }

    private static byte[] replaced(Draw draw, byte[] bytes) {
        for (int i = draw.below(4); i >= 0; i--) {
            bytes[draw.below(bytes.length)] = TELLING[draw.below(TELLING.length)];
        }
        return bytes;
    }

    /** Copies a piece over another place, which makes doubled keys and odd nesting. */
    private static byte[] repeated(Draw draw, byte[] bytes) {
        int length = 1 + draw.below(Math.min(32, bytes.length));
        int from = draw.below(bytes.length - length + 1);
        int to = draw.below(bytes.length - length + 1);
        System.arraycopy(bytes.clone(), from, bytes, to, length);
        return bytes;
    }
}
