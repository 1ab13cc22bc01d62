package org.gavel.protocol.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public Ed25519 key of whoever signs notes, in the one line in which it is handed on: {@code name+id+key}
 * (C2SP signed-note). Immutable.
 */
public final class NoteVerifier {
    /** Bytes of a signature. */
    static final int SIGNATURE_BYTES = 64;

    /** Bytes of a key's id, which stands before every signature. */
    static final int ID_BYTES = 4;

    private static final byte ED25519 = 1;
    private static final int KEY_BYTES = 32;

    /** What comes before the key's own bytes in X.509 (RFC 8410 §4). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] key;
    private final PublicKey publicKey;

    private NoteVerifier(String name, byte[] key) {
        this.name = KeyName.check(name);
        this.key = key;
        this.publicKey = publicKey(key);
    }

    /** The verifier of this Ed25519 key. */
    static NoteVerifier of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new NoteVerifier(name, Arrays.copyOfRange(encoded, X509_PREFIX.length, encoded.length));
    }

    /**
     * Reads a key's line.
     *
     * @throws InvalidProof where it is none, or its id is not its own
     */
    public static NoteVerifier parse(String line) {
        String[] parts = line.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new InvalidProof("a key is written as name+id+key");
        }
        byte[] typed = Base64Text.decode(parts[2]);
        if (typed.length != KEY_BYTES + 1 || typed[0] != ED25519) {
            throw new InvalidProof("only Ed25519 keys are known here");
        }
        NoteVerifier verifier = new NoteVerifier(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().formatHex(verifier.id()).equals(parts[1])) {
            throw new InvalidProof("the key's id is not its own; the line was changed");
        }
        return verifier;
    }

    private static PublicKey publicKey(byte[] key) {
        byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_BYTES);
        System.arraycopy(key, 0, encoded, X509_PREFIX.length, KEY_BYTES);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new InvalidProof("is no Ed25519 key", e);
        }
    }

    public String name() {
        return name;
    }

    /** The first bytes of SHA-256 over name, newline, type and key. */
    byte[] id() {
        MessageDigest hash = TreeHash.sha256();
        hash.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        hash.update(ED25519);
        return Arrays.copyOf(hash.digest(key), ID_BYTES);
    }

    boolean verifies(String text, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(publicKey);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The line in which the key is handed on. */
    public String line() {
        byte[] typed = new byte[KEY_BYTES + 1];
        typed[0] = ED25519;
        System.arraycopy(key, 0, typed, 1, KEY_BYTES);
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    @Override
    public String toString() {
        return line();
    }
}
