package org.gavel.exchange.sealing;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.gavel.protocol.value.Money;

/**
 * What a bidder encrypts: always 40 bytes, so that the length of a ciphertext says nothing of the amount.
 *
 * @param salt 64 lower-case hex digits
 */
public record SealedOffer(Money amount, String salt) {
    static final int BYTES = 40;

    /** The amount in fen, 8 bytes big endian, then the salt's 32 bytes. */
    byte[] bytes() {
        byte[] saltBytes = HexFormat.of().parseHex(salt);
        return ByteBuffer.allocate(BYTES).putLong(amount.fen()).put(saltBytes).array();
    }

    /** Reads {@link #BYTES} bytes; an amount that no bid can have is an {@link IllegalArgumentException}. */
    static SealedOffer of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long fen = buffer.getLong();
        if (fen <= 0 || fen > Money.MAX_FEN) {
            throw new IllegalArgumentException("no amount");
        }
        return new SealedOffer(new Money(fen), HexFormat.of().formatHex(bytes, Long.BYTES, BYTES));
    }

    /** Says nothing of what must stay sealed. */
    @Override
    public String toString() {
        return "SealedOffer";
    }
}
