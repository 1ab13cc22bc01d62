package org.gavel.exchange.sealing;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Shamir's secret sharing, byte by byte in GF(256) with the polynomial of AES: each byte is the constant term of a
 * random polynomial of degree {@code threshold - 1}, a share its value at the share's index. Fewer shares than the
 * threshold leave every secret equally likely.
 */
final class SecretSharing {
    private static final int POLYNOMIAL = 0x11b;
    private static final int INVERSE_EXPONENT = 254;

    private SecretSharing() {}

    /** The shares with the indices 1 to {@code shares}, in this order. */
    static byte[][] split(byte[] secret, int threshold, int shares, SecureRandom random) {
        byte[][] split = new byte[shares][secret.length];
        byte[] coefficients = new byte[threshold];
        for (int i = 0; i < secret.length; i++) {
            random.nextBytes(coefficients);
            coefficients[0] = secret[i];
            for (int share = 0; share < shares; share++) {
                split[share][i] = (byte) valueAt(share + 1, coefficients);
            }
        }
        Arrays.fill(coefficients, (byte) 0);
        return split;
    }

    private static int valueAt(int x, byte[] coefficients) {
        int value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = multiply(value, x) ^ (coefficients[i] & 0xff);
        }
        return value;
    }

    /**
     * What the shares were made of, if they are enough and belong together; something else if not.
     *
     * @param indices of the shares, all different, from 1 to 255
     */
    static byte[] combine(int[] indices, byte[][] shares) {
        byte[] secret = new byte[shares[0].length];
        for (int share = 0; share < shares.length; share++) {
            int weight = weight(share, indices);
            for (int i = 0; i < secret.length; i++) {
                secret[i] ^= (byte) multiply(weight, shares[share][i] & 0xff);
            }
        }
        return secret;
    }

    /** Lagrange's factor of a share at zero. */
    private static int weight(int share, int[] indices) {
        int weight = 1;
        for (int other = 0; other < indices.length; other++) {
            if (other != share) {
                int quotient = multiply(indices[other], inverse(indices[other] ^ indices[share]));
                weight = multiply(weight, quotient);
            }
        }
        return weight;
    }

    private static int inverse(int value) {
        int inverse = 1;
        for (int i = 0; i < INVERSE_EXPONENT; i++) {
            inverse = multiply(inverse, value);
        }
        return inverse;
    }

    /** Without a branch or a table that depends on the factors. */
    private static int multiply(int a, int b) {
        int product = 0;
        int shifted = a;
        for (int bit = 0; bit < Byte.SIZE; bit++) {
            product ^= -((b >> bit) & 1) & shifted;
            shifted <<= 1;
            shifted ^= -(shifted >> Byte.SIZE) & POLYNOMIAL;
        }
        return product;
    }
}
