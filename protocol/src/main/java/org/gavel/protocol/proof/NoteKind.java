package org.gavel.protocol.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a signature under a note says, told by the first byte of its key (C2SP signed-note, tlog-cosignature). */
public enum NoteKind {
    /** Its maker signs the text: 64 bytes of Ed25519. */
    SIGNATURE(1, 0),

    /** A witness has seen, at a time, that the log only grew: seconds since 1970, big-endian, then 64 bytes of Ed25519. */
    COSIGNATURE(4, Long.BYTES);

    private static final int ED25519_BYTES = 64;

    private final int type;
    private final int timeBytes;

    NoteKind(int type, int timeBytes) {
        this.type = type;
        this.timeBytes = timeBytes;
    }

    static NoteKind ofType(int type) {
        for (NoteKind kind : values()) {
            if (kind.type == type) {
                return kind;
            }
        }
        throw new InvalidProof("only Ed25519 keys of logs (type 1) and of witnesses (type 4) are known here");
    }

    byte type() {
        return (byte) type;
    }

    /** Bytes of a signature, its time included. */
    int bytes() {
        return timeBytes + ED25519_BYTES;
    }

    int timeBytes() {
        return timeBytes;
    }

    /** The time a signature names, in seconds since 1970; 0 where it names none. */
    long seconds(byte[] signature) {
        return this == SIGNATURE ? 0 : ByteBuffer.wrap(signature).getLong();
    }

    /** What is really signed. */
    byte[] message(String text, long seconds) {
        String signed = this == SIGNATURE ? text : "cosignature/v1\ntime " + seconds + "\n" + text;
        return signed.getBytes(StandardCharsets.UTF_8);
    }
}
