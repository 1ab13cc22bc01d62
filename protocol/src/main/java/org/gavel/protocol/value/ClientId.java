package org.gavel.protocol.value;

import java.nio.charset.StandardCharsets;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;

/**
 * The name a client gives one of its commands (cid), so that a retry is known as a retry: 1 to 16 visible
 * ASCII characters, held as sixteen zero-padded bytes in two big-endian longs.
 */
public record ClientId(long high, long low) {
    public static final int MAX_LENGTH = 16;

    /** No client id: the venue's own records. */
    public static final ClientId NONE = new ClientId(0, 0);

    public ClientId {
        boolean none = high == 0 && low == 0;
        if (!none && !(isText(high, low == 0) && isText(low, true))) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "cid", "must be 1 to 16 visible ASCII characters");
        }
    }

    /** Whether the eight bytes are visible ASCII, then, where allowed, only zeros. */
    private static boolean isText(long half, boolean endsEarly) {
        boolean ended = false;
        for (int shift = 56; shift >= 0; shift -= 8) {
            int next = (int) (half >>> shift) & 0xff;
            ended |= next == 0 && endsEarly;
            if (ended ? next != 0 : next <= ' ' || next >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    public static ClientId parse(String text) {
        if (text == null || text.isEmpty()) {
            throw new InvalidValue(RejectReason.CID_MISSING, "cid", "is required");
        }
        boolean visible = text.length() <= MAX_LENGTH && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
        if (!visible) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "cid", "must be 1 to 16 visible ASCII characters");
        }
        return new ClientId(pack(text, 0), pack(text, 8));
    }

    private static long pack(String text, int from) {
        long packed = 0;
        for (int i = from; i < from + 8; i++) {
            packed = packed << 8 | (i < text.length() ? text.charAt(i) : 0);
        }
        return packed;
    }

    public boolean isNone() {
        return high == 0 && low == 0;
    }

    @Override
    public String toString() {
        byte[] bytes = new byte[MAX_LENGTH];
        int length = 0;
        for (int i = 0; i < MAX_LENGTH; i++) {
            long half = i < 8 ? high : low;
            byte next = (byte) (half >>> (56 - (i & 7) * 8));
            if (next != 0) {
                bytes[length++] = next;
            }
        }
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
}
