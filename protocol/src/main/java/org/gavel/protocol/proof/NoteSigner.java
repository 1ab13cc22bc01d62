package org.gavel.protocol.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;

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
        this.key = pair.getPrivate();
        this.verifier = NoteVerifier.of(name, pair.getPublic());
        if (!verifier.verifies(name, sign(name))) {
            throw new InvalidProof("the private key is not that of the public one");
        }
    }

    /** Who checks what this one signs. */
    public NoteVerifier verifier() {
        return verifier;
    }

    byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new InvalidProof("is no Ed25519 key", e);
        }
    }
}
