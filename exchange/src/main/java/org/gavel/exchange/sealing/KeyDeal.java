package org.gavel.exchange.sealing;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.hpke.HPKE;
import org.gavel.protocol.value.EnvelopeKey;

/**
 * A new envelope key and its shares. Whoever deals sees the private key for a moment and must be trusted to forget it;
 * nothing here keeps it.
 */
public record KeyDeal(EnvelopeKey key, List<KeyShare> shares) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Deals a key of which any {@code threshold} of the holders' shares open. */
    public static KeyDeal of(int threshold, List<String> holders) {
        HPKE hpke = EnvelopeCipher.suite();
        AsymmetricCipherKeyPair pair = hpke.generatePrivateKey();
        byte[] point = hpke.serializePublicKey(pair.getPublic());
        String publicKey = Base64.getUrlEncoder().withoutPadding().encodeToString(point);
        EnvelopeKey key = new EnvelopeKey(publicKey, threshold, holders);
        byte[] secret = hpke.serializePrivateKey(pair.getPrivate());
        KeyDeal deal = new KeyDeal(key, shares(key, secret));
        Arrays.fill(secret, (byte) 0);
        deal.check();
        return deal;
    }

    private static List<KeyShare> shares(EnvelopeKey key, byte[] secret) {
        int count = key.holders().size();
        byte[][] split = SecretSharing.split(secret, key.threshold(), count, RANDOM);
        List<KeyShare> shares = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String value = HexFormat.of().formatHex(split[i]);
            shares.add(new KeyShare(key.id(), key.holders().get(i), i + 1, key.threshold(), count, value));
            Arrays.fill(split[i], (byte) 0);
        }
        return List.copyOf(shares);
    }

    /** A key whose shares did not open it would be found out only at the opening. */
    private void check() {
        EnvelopePrivateKey.assemble(key, shares.subList(0, key.threshold())).close();
        EnvelopePrivateKey.assemble(key, shares.subList(shares.size() - key.threshold(), shares.size()))
                .close();
    }
}
