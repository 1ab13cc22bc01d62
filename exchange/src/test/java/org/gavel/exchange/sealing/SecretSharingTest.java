package org.gavel.exchange.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Any k shares give the secret, and k - 1 leave every secret equally likely. */
class SecretSharingTest {
    private static final long SEED = Long.getLong("gavel.seed", System.nanoTime());
    private static final int BYTES = 256;
    private final SecureRandom random = new SecureRandom();

    private static byte[] combined(byte[][] shares, int... indices) {
        byte[][] chosen =
                Arrays.stream(indices).mapToObj(index -> shares[index - 1]).toArray(byte[][]::new);
        return SecretSharing.combine(indices, chosen);
    }

    @Test
    void anyEnoughSharesGiveTheSecretInAnyOrder() {
        System.out.println("seed " + SEED);
        SplittableRandom draw = new SplittableRandom(SEED);
        for (int i = 0; i < 2000; i++) {
            byte[] secret = new byte[32];
            draw.nextBytes(secret);
            int count = 2 + draw.nextInt(15);
            int threshold = 2 + draw.nextInt(count - 1);
            byte[][] shares = SecretSharing.split(secret, threshold, count, random);
            int[] indices = indices(draw, count, threshold + draw.nextInt(count - threshold + 1));
            assertArrayEquals(secret, combined(shares, indices));
        }
    }

    /** So many different indices in a random order. */
    private static int[] indices(SplittableRandom draw, int count, int many) {
        int[] all = new int[count];
        for (int i = 0; i < count; i++) {
            int place = draw.nextInt(i + 1);
            all[i] = all[place];
            all[place] = i + 1;
        }
        return Arrays.copyOf(all, many);
    }

    /** x^8 + x^4 + x^3 + x + 1: shares of the line 0x53 + 0xca x, worked out by hand. */
    @Test
    void isTheFieldOfAes() {
        byte[][] shares = {{(byte) (0x53 ^ 0xca)}, {(byte) (0x53 ^ 0x8f)}};
        assertArrayEquals(new byte[] {0x53}, combined(shares, 1, 2));
    }

    /** With k - 1 shares fixed, each value of the missing one belongs to another secret: all 256 stay possible. */
    @Test
    void oneShareTooFewLeavesEverySecretPossible() {
        for (int threshold = 2; threshold <= 4; threshold++) {
            byte[][] shares = SecretSharing.split(new byte[] {42}, threshold, 5, random);
            int[] indices = {5, 3, 1, 2};
            TreeSet<Byte> secrets = new TreeSet<>();
            for (int guess = 0; guess < BYTES; guess++) {
                shares[4][0] = (byte) guess;
                secrets.add(combined(shares, Arrays.copyOf(indices, threshold))[0]);
            }
            assertEquals(BYTES, secrets.size());
        }
    }

    /** A share alone is drawn evenly, whatever the secret: chi-squared with 255 degrees, far beyond any likely value. */
    @Test
    void aShareIsDrawnEvenlyWhateverTheSecret() {
        for (int secret : new int[] {0, 255}) {
            int[] seen = new int[BYTES];
            byte[] text = new byte[BYTES * 400];
            Arrays.fill(text, (byte) secret);
            for (byte value : SecretSharing.split(text, 2, 2, random)[1]) {
                seen[value & 0xff]++;
            }
            double chi = Arrays.stream(seen)
                    .mapToDouble(n -> (n - 400.0) * (n - 400.0) / 400)
                    .sum();
            assertTrue(chi < 420, "chi-squared " + chi);
        }
    }
}
