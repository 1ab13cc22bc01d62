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
    /** Bytes of a key's id, which stands before every signature. */
    static final int ID_BYTES = 4;

    private static final int KEY_BYTES = 32;

    /** What comes before the key's own bytes in X.509 (RFC 8410 §4). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final NoteKind kind;
    private final byte[] key;
    private final PublicKey publicKey;

    private NoteVerifier(String name, NoteKind kind, byte[] key) {
        this.name = KeyName.check(name);
        this.kind = kind;
        this.key = key;
        this.publicKey = publicKey(key);
    }

    /** The verifier of this Ed25519 key. */
    static NoteVerifier of(String name, NoteKind kind, PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new NoteVerifier(name, kind, Arrays.copyOfRange(encoded, X509_PREFIX.length, encoded.length));
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
        if (typed.length != KEY_BYTES + 1) {
            throw new InvalidProof("an Ed25519 key has " + KEY_BYTES + " bytes behind its type");
        }
        byte[] key = Arrays.copyOfRange(typed, 1, typed.length);
        NoteVerifier verifier = new NoteVerifier(parts[0], NoteKind.ofType(typed[0]), key);
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

    /** Whether its signatures are a log's or a witness's. */
    public NoteKind kind() {
        return kind;
    }

    /** The first bytes of SHA-256 over name, newline, type and key. */
    byte[] id() {
        MessageDigest hash = TreeHash.sha256();
        hash.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        hash.update(kind.type());
        return Arrays.copyOf(hash.digest(key), ID_BYTES);
    }

    boolean verifies(String text, byte[] signature) {
        if (signature.length != kind.bytes() || kind.seconds(signature) < 0) {
            return false;
        }
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(publicKey);
            check.update(kind.message(text, kind.seconds(signature)));
            return check.verify(signature, kind.timeBytes(), signature.length - kind.timeBytes());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The line in which the key is handed on. */
    public String line() {
        byte[] typed = new byte[KEY_BYTES + 1];
        typed[0] = kind.type();
        System.arraycopy(key, 0, typed, 1, KEY_BYTES);
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteVerifier verifier && line().equals(verifier.line());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        return line();
    }
}
