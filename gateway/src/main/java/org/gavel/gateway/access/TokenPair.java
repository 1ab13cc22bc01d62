package org.gavel.gateway.access;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The P-256 key pair of the venue's tokens as one PEM file with a private and a public block. */
record TokenPair(ECPrivateKey signing, ECPublicKey checking) {
    static final String FILE = "token.pem";

    static void create(Path directory) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            String text = pem("PRIVATE KEY", pair.getPrivate().getEncoded())
                    + pem("PUBLIC KEY", pair.getPublic().getEncoded());
            KeyFiles.create(directory.resolve(FILE), text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    static TokenPair load(Path directory) {
        Path file = directory.resolve(FILE);
        String text = KeyFiles.read(file);
        try {
            KeyFactory factory = KeyFactory.getInstance("EC");
            var signing = factory.generatePrivate(new PKCS8EncodedKeySpec(block(text, "PRIVATE KEY")));
            var checking = factory.generatePublic(new X509EncodedKeySpec(block(text, "PUBLIC KEY")));
            return new TokenPair((ECPrivateKey) signing, (ECPublicKey) checking);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(file + " does not hold a P-256 key pair; restore it from a backup", e);
        }
    }

    private static String pem(String label, byte[] bytes) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }

    private static byte[] block(String text, String label) {
        Matcher found = Pattern.compile("-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]+)-----END " + label + "-----")
                .matcher(text);
        if (!found.find()) {
            throw new IllegalArgumentException("no block " + label);
        }
        return Base64.getMimeDecoder().decode(found.group(1));
    }
}
