package org.gavel.exchange.journal.envelope;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The documents Chronicle Queue keeps in a file for itself: one that describes the file, at its beginning, then arrays
 * of positions. No checksum covers them and nothing in them is served, but where the next document begins follows from
 * their length. So a length counts only where the document says the same inside; a damaged one would otherwise be
 * noticed behind the damage, or never.
 */
final class QueueDocument {
    private static final byte EVENT = (byte) 0xB9;
    private static final byte TYPE = (byte) 0xB6;
    private static final byte FIELD = (byte) 0xC0;
    private static final byte BYTES_OF_LENGTH = (byte) 0x82;
    private static final byte PADDING_BYTE = (byte) 0x8F;
    private static final byte PADDING_OF_LENGTH = (byte) 0x8E;
    private static final byte LONG_ARRAY = (byte) 0x8D;

    private static final byte[] DESCRIPTION =
            join(name(EVENT, "header"), name(TYPE, "SCQStore"), new byte[] {BYTES_OF_LENGTH});
    private static final byte[] LAST_DOCUMENT = field("writePosition");
    private static final byte[] OUTER_ARRAY = name(EVENT, "index2index");
    private static final byte[] ARRAY = name(EVENT, "index");

    /** Both names and all padding up to an array's capacity lie in it; no document is shorter. */
    private static final int LONGEST_BEGINNING = 64;

    private QueueDocument() {}

    /** Whether a complete document of this length is one that Chronicle writes in such a place. */
    static boolean isWhole(FileWindow window, long position, int length) throws IOException {
        long content = position + DocumentHeader.BYTES;
        if (length < LONGEST_BEGINNING || content + length > window.size() || !window.has(content, LONGEST_BEGINNING)) {
            return false;
        }
        return position == 0 ? isDescription(window, content, length) : isArray(window, content, length);
    }

    /** Where the description of a file keeps two words about its last document: its place, and that with its number. */
    static int lastWord(FileWindow window) throws IOException {
        int field = DocumentHeader.BYTES + DESCRIPTION.length + Integer.BYTES;
        if (window.has(0, field + LONGEST_BEGINNING) && begins(window, field, LAST_DOCUMENT)) {
            long array = behindPadding(window, field + LAST_DOCUMENT.length);
            long words = array + 1 + 2 * Long.BYTES;
            if (byteAt(window, array) == LONG_ARRAY && window.longAt(array + 1) == 2 && words % Long.BYTES == 0) {
                return (int) words;
            }
        }
        throw new IOException("a file of this version of Chronicle Queue does not begin as it should");
    }

    private static boolean isDescription(FileWindow window, long content, int length) {
        return begins(window, content, DESCRIPTION)
                && length == DESCRIPTION.length + Integer.BYTES + window.intAt(content + DESCRIPTION.length);
    }

    private static boolean isArray(FileWindow window, long content, int length) {
        if (!begins(window, content, OUTER_ARRAY) && !begins(window, content, ARRAY)) {
            return false;
        }
        int nameBytes = begins(window, content, ARRAY) ? ARRAY.length : OUTER_ARRAY.length;
        long array = behindPadding(window, content + nameBytes);
        if (array + 1 + 2 * Long.BYTES > content + LONGEST_BEGINNING || byteAt(window, array) != LONG_ARRAY) {
            return false;
        }
        long slots = window.longAt(array + 1);
        return slots > 0
                && slots <= length / Long.BYTES
                && content + length == array + 1 + 2 * Long.BYTES + slots * Long.BYTES;
    }

    /** Past what aligns the array, within the beginning. */
    private static long behindPadding(FileWindow window, long from) {
        long position = from;
        while (position < from + Long.BYTES && byteAt(window, position) == PADDING_BYTE) {
            position++;
        }
        if (byteAt(window, position) != PADDING_OF_LENGTH) {
            return position;
        }
        int padding = window.intAt(position + 1);
        return position + 1 + Integer.BYTES + (padding < 0 || padding > LONGEST_BEGINNING ? 0 : padding);
    }

    private static boolean begins(FileWindow window, long position, byte[] bytes) {
        int from = window.index(position);
        return Arrays.equals(window.array(), from, from + bytes.length, bytes, 0, bytes.length);
    }

    private static byte byteAt(FileWindow window, long position) {
        return window.array()[window.index(position)];
    }

    private static byte[] name(byte kind, String name) {
        return join(new byte[] {kind, (byte) name.length()}, name.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] field(String name) {
        return join(new byte[] {(byte) (FIELD + name.length())}, name.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] join(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] joined = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }
}
