package org.gavel.exchange.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.gavel.protocol.codec.json.Sealer;

/**
 * The venue's sealing key: AES-256-GCM over sensitive fields of the journal. It is a file of its own, readable by
 * its owner only; who loses it can still verify the journal but no longer replay it. Thread-safe.
 */
public final class SealingKey implements Sealer {
    /** The key's file in the venue's key directory. */
    public static final String FILE = "sealing.key";

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String FINGERPRINT = "GAVEL-SEALING-KEYv1";
    private static final int FINGERPRINT_DIGITS = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private SealingKey(byte[] key) {
        this.key = key;
    }

    /** Makes a new key file; refuses to replace one. */
    public static SealingKey create(Path directory) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        Files.createDirectories(directory);
        Path file = Files.createFile(
                directory.resolve(FILE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(key) + "\n", StandardOpenOption.TRUNCATE_EXISTING);
        return new SealingKey(key);
    }

    /** Reads the key file; an absent or damaged one is an {@link IOException} that says what to do. */
    public static SealingKey load(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            throw new IOException(file + " is missing; restore it from the venue's key backup, or, for a new venue,"
                    + " create it with: gavel keys create");
        }
        String text = Files.readString(file).strip();
        if (!text.matches("[0-9a-f]{64}")) {
            throw new IOException(file + " is not a sealing key (64 hex digits); restore it from the key backup");
        }
        return new SealingKey(HexFormat.of().parseHex(text));
    }

    @Override
    public String seal(String plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, plain.getBytes(StandardCharsets.UTF_8), 0);
        byte[] joined = ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getEncoder().encodeToString(joined);
    }

    @Override
    public String open(String sealed) {
        byte[] joined = Base64.getDecoder().decode(sealed);
        if (joined.length <= NONCE_BYTES) {
            throw new IllegalStateException("a sealed field is too short");
        }
        byte[] nonce = Arrays.copyOf(joined, NONCE_BYTES);
        return new String(apply(Cipher.DECRYPT_MODE, nonce, joined, NONCE_BYTES), StandardCharsets.UTF_8);
    }

    @Override
    public String fingerprint() {
        return keyedHash(FINGERPRINT, "").substring(0, FINGERPRINT_DIGITS);
    }

    /** A keyed hash (HMAC-SHA-256, hex) under a key derived for this purpose: the same text gives the same hash. */
    public String keyedHash(String purpose, String text) {
        byte[] derived = mac(key, purpose.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(mac(derived, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] mac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private byte[] apply(int mode, byte[] nonce, byte[] text, int from) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text, from, text.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a sealed field does not open with this sealing key; use the key directory of the venue", e);
        }
    }
}
