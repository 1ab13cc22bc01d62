package org.gavel.protocol.codec.sbe;

import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.gavel.protocol.codec.sbe.generated.MessageHeaderDecoder;

/** Reads the frame every message begins with, and checks that the message fits the bytes it came in. */
final class Frame {
    /** The largest JSON a frame may hold, in bytes. */
    static final int MAX_JSON_BYTES = 262_144 - 128;

    /** Bytes before the block of any message. */
    static final int BYTES = MessageHeaderDecoder.ENCODED_LENGTH;

    private static final int TEMPLATE_SHIFT = 16;
    private static final int SCHEMA_SHIFT = 32;
    private static final int VERSION_SHIFT = 48;
    private static final int FIELD_MASK = 0xFFFF;

    private int blockLength;
    private int templateId;
    private int version;
    private int end;

    /** The frame of a message, as one little-endian word: its block's length, template, schema and version. */
    static long word(int blockLength, int templateId) {
        return blockLength
                | (long) templateId << TEMPLATE_SHIFT
                | (long) MessageHeaderDecoder.SCHEMA_ID << SCHEMA_SHIFT
                | (long) MessageHeaderDecoder.SCHEMA_VERSION << VERSION_SHIFT;
    }

    /** Writes a frame and answers where the block begins. */
    static int begin(MutableDirectBuffer buffer, int offset, long frame) {
        buffer.putLong(offset, frame, ByteOrder.LITTLE_ENDIAN);
        return offset + BYTES;
    }

    /** The same in an array. */
    static int begin(byte[] bytes, int offset, long frame) {
        LittleEndian.putLong(bytes, offset, frame);
        return offset + BYTES;
    }

    /** Reads the frame at {@code offset}; the message may use bytes up to {@code offset + length}. */
    void wrap(DirectBuffer buffer, int offset, int length) {
        requireRoom(offset, length, buffer.capacity());
        read(buffer.getLong(offset, ByteOrder.LITTLE_ENDIAN), offset, length);
    }

    /** The same in an array. */
    void wrap(byte[] bytes, int offset, int length) {
        requireRoom(offset, length, bytes.length);
        read(LittleEndian.getLong(bytes, offset), offset, length);
    }

    /** A message must have a frame and end where there are bytes. */
    static void requireRoom(int offset, int length, int capacity) {
        if (length < MessageHeaderDecoder.ENCODED_LENGTH || offset < 0 || offset > capacity - length) {
            throw new Violation("a message of " + length + " bytes is too short to have a frame");
        }
    }

    private void read(long word, int offset, int length) {
        int schemaId = (int) (word >>> SCHEMA_SHIFT) & FIELD_MASK;
        if (schemaId != MessageHeaderDecoder.SCHEMA_ID) {
            throw new Violation("schema " + schemaId + " is not Gavel's");
        }
        blockLength = (int) word & FIELD_MASK;
        templateId = (int) (word >>> TEMPLATE_SHIFT) & FIELD_MASK;
        version = (int) (word >>> VERSION_SHIFT);
        end = offset + length;
        if (bodyOffset(offset) + blockLength > end) {
            throw new Violation("a block of " + blockLength + " bytes does not fit");
        }
    }

    static int bodyOffset(int offset) {
        return offset + MessageHeaderDecoder.ENCODED_LENGTH;
    }

    int templateId() {
        return templateId;
    }

    int blockLength() {
        return blockLength;
    }

    int version() {
        return version;
    }

    /** The block must have at least the fields of the first version and, for fixed messages, nothing after it. */
    void expectBlock(int least, int offset, boolean fixed) {
        boolean fits = blockLength() >= least && (!fixed || bodyOffset(offset) + blockLength() == end);
        if (!fits) {
            throw new Violation("template " + templateId() + " has a block of " + blockLength() + " bytes");
        }
    }

    /** The JSON text after an empty block; must fill the message exactly. */
    String json(DirectBuffer buffer, int offset) {
        int lengthAt = bodyOffset(offset) + blockLength();
        if (lengthAt + Integer.BYTES > end) {
            throw new Violation("a JSON frame without a length");
        }
        long length = buffer.getInt(lengthAt, ByteOrder.LITTLE_ENDIAN) & 0xffff_ffffL;
        if (length > MAX_JSON_BYTES || lengthAt + Integer.BYTES + length != end) {
            throw new Violation("a JSON frame of " + length + " bytes does not fit");
        }
        byte[] bytes = new byte[(int) length];
        buffer.getBytes(lengthAt + Integer.BYTES, bytes);
        return utf8(bytes);
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(java.nio.ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Violation("a JSON frame that is not UTF-8", e);
        }
    }
}
