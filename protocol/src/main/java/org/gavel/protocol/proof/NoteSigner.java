package org.gavel.protocol.proof;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Signs notes with an Ed25519 key. Thread-safe. */
public final class NoteSigner {
    private final PrivateKey key;
    private final NoteVerifier verifier;

    /**
     * Signs under this name.
     *
     * @throws InvalidProof where the two are no Ed25519 pair
     */
    public NoteSigner(String name, KeyPair pair) {
        this(pair.getPrivate(), NoteVerifier.of(name, NoteKind.SIGNATURE, pair.getPublic()));
    }

    private NoteSigner(PrivateKey key, NoteVerifier verifier) {
        this.key = key;
        this.verifier = verifier;
        if (!verifier.verifies(verifier.name(), sign(verifier.name(), 1))) {
            throw new InvalidProof("the private key is not that of the public one");
        }
    }

    /** A new key under this name. */
    public static NoteSigner generate(String name, NoteKind kind) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new NoteSigner(pair.getPrivate(), NoteVerifier.of(name, kind, pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK from 15 on has Ed25519", e);
        }
    }

    /**
     * The key written by {@link #text}.
     *
     * @throws InvalidProof for any other text
     */
    public static NoteSigner parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != 3 || !lines[2].isEmpty()) {
            throw new InvalidProof("a signing key is two lines: its public line and its private half");
        }
        try {
            PrivateKey key = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64Text.decode(lines[1])));
            return new NoteSigner(key, NoteVerifier.parse(lines[0]));
        } catch (GeneralSecurityException e) {
            throw new InvalidProof("the second line is no Ed25519 key", e);
        }
    }

    /** The key as it is kept: the line of its verifier, then PKCS #8 in Base64. Secret. */
    public String text() {
        return verifier.line() + "\n" + Base64.getEncoder().encodeToString(key.getEncoded()) + "\n";
    }

    /** Who checks what this one signs. */
    public NoteVerifier verifier() {
        return verifier;
    }

    /** The signature's bytes; a witness's begin with the time. */
    byte[] sign(String text, long seconds) {
        NoteKind kind = verifier.kind();
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(kind.message(text, seconds));
            ByteBuffer bytes = ByteBuffer.allocate(kind.bytes());
            if (kind.timeBytes() > 0) {
                bytes.putLong(seconds);
            }
            return bytes.put(signature.sign()).array();
        } catch (GeneralSecurityException e) {
            throw new InvalidProof("is no Ed25519 key", e);
        }
    }
}
