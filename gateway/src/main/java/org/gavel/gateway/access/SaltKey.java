package org.gavel.gateway.access;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gavel.protocol.value.ClientId;

/**
 * Makes the salt of a hidden reserve, or of fixed paddles, that came without one, from who asked and their cid: a retry gets the same salt
 * and so the same content. Thread-safe.
 */
public final class SaltKey {
    static final String FILE = "salt.key";
    private static final int KEY_BYTES = 32;
    private static final int SALT_BYTES = 16;

    private final SecretKeySpec key;

    private SaltKey(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    static void create(Path directory) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        KeyFiles.create(directory.resolve(FILE), HexFormat.of().formatHex(key) + "\n");
    }

    static SaltKey load(Path directory) {
        Path file = directory.resolve(FILE);
        String text = KeyFiles.read(file).strip();
        if (!text.matches("[0-9a-f]{64}")) {
            throw new IllegalStateException(file + " is not a key of 64 hex digits; restore it from a backup");
        }
        return new SaltKey(HexFormat.of().parseHex(text));
    }

    /** 32 hex digits for a hidden reserve. */
    public String salt(long actor, ClientId cid) {
        return salt("RESERVE-SALTv1", actor, cid);
    }

    /** 32 hex digits for fixed paddles: others than the reserve's, which the hammer opens to everybody. */
    public String paddleSalt(long actor, ClientId cid) {
        return salt("PADDLE-SALTv1", actor, cid);
    }

    /** 64 hex digits for the commitment to a maximum. */
    public String maximumSalt(long actor, ClientId cid) {
        return HexFormat.of().formatHex(hash("MAXIMUM-SALTv1", actor, cid));
    }

    private String salt(String purpose, long actor, ClientId cid) {
        return HexFormat.of().formatHex(hash(purpose, actor, cid), 0, SALT_BYTES);
    }

    private byte[] hash(String purpose, long actor, ClientId cid) {
        String about = purpose + '\0' + actor + '\0' + cid;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(about.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
