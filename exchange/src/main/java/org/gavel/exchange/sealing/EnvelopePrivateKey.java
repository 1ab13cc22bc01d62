package org.gavel.exchange.sealing;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.hpke.HPKE;
import org.gavel.protocol.value.EnvelopeFault;
import org.gavel.protocol.value.EnvelopeKey;
import org.gavel.protocol.value.SealedCommitment;

/** The private half of an envelope key, put together from shares for one opening. For one thread; close it soon. */
public final class EnvelopePrivateKey implements AutoCloseable {
    private final byte[] secret;
    private final byte[] point;

    private EnvelopePrivateKey(byte[] secret, byte[] point) {
        this.secret = secret;
        this.point = point;
    }

    /**
     * Puts the key together.
     *
     * @throws IllegalStateException with a sentence for the operator where a share is foreign or given twice, where they
     *     are too few, and where they do not make the key
     */
    public static EnvelopePrivateKey assemble(EnvelopeKey key, List<KeyShare> shares) {
        check(key, shares);
        int[] indices = shares.stream().mapToInt(KeyShare::index).toArray();
        byte[][] values = shares.stream().map(KeyShare::bytes).toArray(byte[][]::new);
        byte[] secret = SecretSharing.combine(indices, values);
        for (byte[] value : values) {
            Arrays.fill(value, (byte) 0);
        }
        EnvelopePrivateKey assembled = new EnvelopePrivateKey(secret, key.point());
        if (!assembled.fits()) {
            assembled.close();
            throw new IllegalStateException("the shares do not make key " + key.id()
                    + ": one of them is wrong; try others of " + String.join(", ", key.holders()));
        }
        return assembled;
    }

    private static void check(EnvelopeKey key, List<KeyShare> shares) {
        Set<Integer> seen = new HashSet<>();
        for (KeyShare share : shares) {
            boolean foreign = !share.key().equals(key.id())
                    || share.threshold() != key.threshold()
                    || share.shares() != key.holders().size();
            if (foreign) {
                throw new IllegalStateException(
                        share + " belongs to key " + share.key() + ", but the lot's key is " + key.id());
            }
            if (!seen.add(share.index())) {
                throw new IllegalStateException(share + " was given twice; add the share of another holder");
            }
        }
        if (shares.size() < key.threshold()) {
            throw new IllegalStateException("key " + key.id() + " takes " + key.threshold() + " shares and "
                    + shares.size() + " came; add others of " + String.join(", ", key.holders()));
        }
    }

    private boolean fits() {
        HPKE hpke = EnvelopeCipher.suite();
        try {
            AsymmetricCipherKeyPair pair = hpke.deserializePrivateKey(secret, null);
            return Arrays.equals(point, hpke.serializePublicKey(pair.getPublic()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Decrypts one envelope of a lot's round and holds it against its commitment. */
    public Finding open(int lot, int round, SubmittedEnvelope envelope) {
        EnvelopeAddress address = new EnvelopeAddress(lot, envelope.paddle(), round, envelope.commitment());
        AsymmetricCipherKeyPair pair = EnvelopeCipher.suite().deserializePrivateKey(secret, point);
        Optional<SealedOffer> offer = EnvelopeCipher.open(pair, address, envelope.ciphertext());
        if (offer.isEmpty()) {
            return Finding.of(envelope, EnvelopeFault.UNDECRYPTABLE);
        }
        String told = SealedCommitment.of(
                lot, envelope.paddle(), offer.get().amount(), offer.get().salt());
        return told.equals(envelope.commitment())
                ? Finding.of(lot, envelope, offer.get())
                : Finding.of(envelope, EnvelopeFault.MISMATCH);
    }

    /** Wipes what can be wiped; copies inside the runtime go with the process. */
    @Override
    public void close() {
        Arrays.fill(secret, (byte) 0);
    }
}
