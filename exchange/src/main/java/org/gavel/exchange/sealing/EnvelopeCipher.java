package org.gavel.exchange.sealing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.gavel.protocol.value.EnvelopeKey;

/**
 * HPKE (RFC 9180) in base mode with DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and AES-128-GCM, which every browser's
 * WebCrypto can do. A ciphertext is the encapsulated key (65 bytes), then text and tag, in Base64.
 */
public final class EnvelopeCipher {
    private static final byte[] INFO = "gavel envelope v1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO_PSK = {};
    private static final int POINT_BYTES = 65;
    private static final int TAG_BYTES = 16;
    private static final int BYTES = POINT_BYTES + SealedOffer.BYTES + TAG_BYTES;

    private EnvelopeCipher() {}

    static HPKE suite() {
        return new HPKE(HPKE.mode_base, HPKE.kem_P256_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM128);
    }

    /** Encrypts as a bidder does; {@link EnvelopeKey#CIPHERTEXT_LENGTH} characters. */
    public static String seal(EnvelopeKey key, EnvelopeAddress to, SealedOffer offer) {
        HPKE hpke = suite();
        try {
            byte[][] sealed = hpke.seal(
                    hpke.deserializePublicKey(key.point()), INFO, to.bytes(), offer.bytes(), NO_PSK, NO_PSK, null);
            byte[] joined = Arrays.copyOf(sealed[1], BYTES);
            System.arraycopy(sealed[0], 0, joined, POINT_BYTES, sealed[0].length);
            return Base64.getEncoder().encodeToString(joined);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("AES-GCM encrypts everything of this length", e);
        }
    }

    /** What was encrypted; empty where anything at all is wrong with it. */
    static Optional<SealedOffer> open(AsymmetricCipherKeyPair key, EnvelopeAddress from, String ciphertext) {
        if (ciphertext.length() != EnvelopeKey.CIPHERTEXT_LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] joined = Base64.getDecoder().decode(ciphertext);
            byte[] encapsulated = Arrays.copyOf(joined, POINT_BYTES);
            byte[] text = Arrays.copyOfRange(joined, POINT_BYTES, joined.length);
            byte[] plain = suite().open(encapsulated, key, INFO, from.bytes(), text, NO_PSK, NO_PSK, null);
            return plain.length == SealedOffer.BYTES ? Optional.of(SealedOffer.of(plain)) : Optional.empty();
        } catch (InvalidCipherTextException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
