package org.gavel.gateway.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Date;
import java.util.Random;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenKeysTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    @TempDir
    Path directory;

    private TokenKeys keys;

    @BeforeEach
    void create() {
        keys = TokenKeys.create(directory);
    }

    private void refused(RejectReason reason, String token) {
        InvalidValue thrown = assertThrows(InvalidValue.class, () -> keys.verify(token, "v", NOW));
        assertEquals(reason, thrown.reason(), thrown.sentence());
    }

    private static JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer("v")
                .audience(TokenKeys.AUDIENCE)
                .subject("7")
                .claim("role", "OPERATOR")
                .expirationTime(Date.from(LATER))
                .jwtID("1")
                .build();
    }

    @Test
    void verifiesWhatItIssued() {
        String token = keys.issue("v", 7, Role.BIDDER, LATER, "t-1");

        assertEquals(new Claims(7, Role.BIDDER, LATER, "t-1"), keys.verify(token, "v", NOW));
        assertEquals(
                7,
                TokenKeys.load(directory).verify(token, "v", NOW).subject(),
                "the same keys, loaded from their files");
    }

    @Test
    void refusesAnExpiredTokenFromItsLastInstantOn() {
        String token = keys.issue("v", 7, Role.BIDDER, NOW, "t-1");

        refused(RejectReason.TOKEN_EXPIRED, token);
    }

    @Test
    void aTokenThatWasProvedBeforeExpiresAllTheSame() {
        String token = keys.issue("TEST", 1001, Role.BIDDER, LATER, "1");
        keys.verify(token, "TEST", NOW);
        assertThrows(InvalidValue.class, () -> keys.verify(token, "TEST", LATER));
        assertThrows(InvalidValue.class, () -> keys.verify(token, "ELSEWHERE", NOW));
    }

    @Test
    void refusesTheTokenOfAnotherVenue() {
        refused(RejectReason.BAD_TOKEN, keys.issue("other", 7, Role.BIDDER, LATER, "t-1"));
    }

    @Test
    void refusesATokenSignedWithAnotherKey(@TempDir Path elsewhere) {
        refused(RejectReason.BAD_TOKEN, TokenKeys.create(elsewhere).issue("v", 7, Role.BIDDER, LATER, "t-1"));
    }

    @Test
    void refusesAnUnsignedToken() {
        refused(RejectReason.BAD_TOKEN, new PlainJWT(claims()).serialize());
    }

    @Test
    void refusesATokenWhoseMacKeyIsThePublicKey() throws JOSEException {
        byte[] known = TokenPair.load(directory).checking().getEncoded();
        SignedJWT forged = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims());
        forged.sign(new MACSigner(known));

        refused(RejectReason.BAD_TOKEN, forged.serialize());
    }

    @Test
    void refusesWhatIsNoTokenAtAll() {
        refused(RejectReason.BAD_TOKEN, "");
        refused(RejectReason.BAD_TOKEN, "a.b.c");
        refused(RejectReason.BAD_TOKEN, "eyJhbGciOiJFUzI1NiJ9.e30.");
    }

    @Test
    void refusesABidderNumberNoParticipantCanHave() {
        refused(RejectReason.BAD_TOKEN, keys.issue("v", 1L << 31, Role.BIDDER, LATER, "t-1"));
    }

    @Test
    void issuesNothingInTheNameOfTheVenueItself() {
        assertThrows(InvalidValue.class, () -> keys.issue("v", 7, Role.SYSTEM, LATER, "t-1"));
    }

    @Test
    void refusesATokenChangedAnywhere() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String token = keys.issue("v", 7, Role.BIDDER, LATER, "t-1");
        for (int i = 0; i < 300; i++) {
            StringBuilder changed = new StringBuilder(token);
            int at = random.nextInt(token.lastIndexOf('.'));
            char other = (char) ('!' + random.nextInt(90));
            changed.setCharAt(at, other);
            if (other != token.charAt(at)) {
                InvalidValue thrown = assertThrows(
                        InvalidValue.class,
                        () -> keys.verify(changed.toString(), "v", NOW),
                        "seed " + seed + ": " + changed);
                assertEquals(RejectReason.BAD_TOKEN, thrown.reason(), "seed " + seed);
            }
        }
    }

    @Test
    void neverOverwritesKeys() {
        IllegalStateException thrown = assertThrows(IllegalStateException.class, () -> TokenKeys.create(directory));

        assertTrue(thrown.getMessage().contains("token.pem exists already"), thrown.getMessage());
    }

    @Test
    void keepsItsFilesFromEverybodyElse() throws IOException {
        for (String file : new String[] {"token.pem", "salt.key"}) {
            assertEquals(
                    "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file))));
        }
        Files.setPosixFilePermissions(directory.resolve("token.pem"), PosixFilePermissions.fromString("rw-r-----"));
        IllegalStateException thrown = assertThrows(IllegalStateException.class, () -> TokenKeys.load(directory));
        assertTrue(thrown.getMessage().contains("chmod 600"), thrown.getMessage());
    }

    @Test
    void saysWhichFileIsMissingOrDamaged(@TempDir Path empty) throws IOException {
        assertTrue(assertThrows(IllegalStateException.class, () -> TokenKeys.load(empty))
                .getMessage()
                .contains("token.pem is missing"));
        Files.writeString(directory.resolve("token.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n");
        assertTrue(assertThrows(IllegalStateException.class, () -> TokenKeys.load(directory))
                .getMessage()
                .contains("does not hold a P-256 key pair"));
    }

    @Test
    void saltsTheSameForARetryAndDifferentlyOtherwise() {
        ClientId cid = ClientId.parse("a1");
        String salt = keys.salts().salt(7, cid);

        assertTrue(salt.matches("[0-9a-f]{32}"));
        assertEquals(salt, TokenKeys.load(directory).salts().salt(7, cid));
        assertTrue(!salt.equals(keys.salts().paddleSalt(7, cid)));
        assertTrue(!salt.equals(keys.salts().salt(8, cid))
                && !salt.equals(keys.salts().salt(7, ClientId.parse("a2"))));
    }
}
