package org.gavel.exchange.transparency;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gavel.exchange.vault.OwnerFile;
import org.gavel.protocol.proof.Opening;

/**
 * Makes the salts of the log's entries out of a key and the record's sequence, so that the log can be built again from
 * the journal: HMAC-SHA-256 over the sequence, 16 bytes for who asked and 16 for what. For one thread.
 */
public final class LogSalts {
    /** The key's file in the venue's key directory. */
    public static final String FILE = "log-salt.key";

    /** Bytes of the salts of one record: of who asked, then of what. */
    static final int BYTES = 2 * Opening.SALT_BYTES;

    private static final int KEY_BYTES = 32;
    private static final byte[] PURPOSE = "GVLSALT1".getBytes(StandardCharsets.US_ASCII);

    private final Mac mac;
    private final ByteBuffer message =
            ByteBuffer.allocate(PURPOSE.length + Long.BYTES).put(PURPOSE);

    private final byte[] key;

    private LogSalts(byte[] key) {
        this.key = key;
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** Makes the key; never replaces one, for the log could not be built again without the old one. */
    public static void create(Path keys) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        OwnerFile.create(keys.resolve(FILE), HexFormat.of().formatHex(key) + "\n");
    }

    /** Reads the key; an absent or damaged one is an {@link IOException} that says what to do. */
    public static LogSalts load(Path keys) throws IOException {
        Path file = keys.resolve(FILE);
        if (!Files.exists(file)) {
            throw new IOException(
                    file + " is missing: without it the log cannot go on; restore it from the key backup");
        }
        String text = OwnerFile.read(file).strip();
        if (!text.matches("[0-9a-f]{64}")) {
            throw new IOException(file + " is not a key of 64 hex digits; restore it from the key backup");
        }
        return new LogSalts(HexFormat.of().parseHex(text));
    }

    /** The same for another thread. */
    LogSalts copy() {
        return new LogSalts(key);
    }

    /** Writes both salts of a record there. */
    void put(long sequence, byte[] target) {
        message.putLong(PURPOSE.length, sequence);
        mac.update(message.array());
        try {
            mac.doFinal(target, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("room for " + BYTES + " bytes is needed", e);
        }
    }
}
