package org.gavel.gateway.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Role;

/**
 * Issues and checks the venue's access tokens: JWT signed with ES256, and nothing else is taken. The keys live in a
 * directory that only the venue's account may read. Thread-safe.
 */
public final class TokenKeys {
    /** The audience every token names. */
    public static final String AUDIENCE = "gavel";

    private static final String ROLE = "role";
    private static final int MOST_REMEMBERED = 20_000;

    private final ECDSASigner signer;
    private final ECDSAVerifier verifier;
    private final SaltKey salts;
    private final ProvedTokens proved = new ProvedTokens(MOST_REMEMBERED);

    private TokenKeys(TokenPair pair, SaltKey salts) throws JOSEException {
        signer = new ECDSASigner(pair.signing());
        verifier = new ECDSAVerifier(pair.checking());
        this.salts = salts;
    }

    /** Makes new keys in the directory; where there are keys already it throws and leaves them as they are. */
    public static TokenKeys create(Path directory) {
        for (String file : new String[] {TokenPair.FILE, SaltKey.FILE}) {
            if (KeyFiles.exists(directory.resolve(file))) {
                throw new IllegalStateException(
                        directory.resolve(file) + " exists already; new keys would end every token issued so far");
            }
        }
        TokenPair.create(directory);
        SaltKey.create(directory);
        return load(directory);
    }

    /** The keys made before. */
    public static TokenKeys load(Path directory) {
        try {
            TokenKeys keys = new TokenKeys(TokenPair.load(directory), SaltKey.load(directory));
            keys.checkPair(directory);
            return keys;
        } catch (JOSEException e) {
            throw new IllegalStateException(
                    directory.resolve(TokenPair.FILE) + " does not hold a P-256 key pair; restore it", e);
        }
    }

    private void checkPair(Path directory) {
        Instant expires = Instant.EPOCH.plusSeconds(2);
        String probe = issue("probe", 1, Role.AUDITOR, expires, "probe");
        try {
            verify(probe, "probe", Instant.EPOCH);
        } catch (InvalidValue e) {
            throw new IllegalStateException(
                    directory.resolve(TokenPair.FILE) + " holds two keys that do not belong together; restore it", e);
        }
    }

    /**
     * A new token.
     *
     * @param expires rounded down to whole seconds
     * @param jti the token's own number, for the record
     */
    public String issue(String venue, long subject, Role role, Instant expires, String jti) {
        if (role == Role.SYSTEM || subject < 1) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "role", "and subject must be a person's");
        }
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(venue)
                .audience(AUDIENCE)
                .subject(Long.toString(subject))
                .claim(ROLE, role.name())
                .expirationTime(Date.from(expires))
                .jwtID(jti)
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("the token key does not sign", e);
        }
        return token.serialize();
    }

    /**
     * What the token proves at this venue and instant.
     *
     * @throws InvalidValue with {@code BAD_TOKEN} or {@code TOKEN_EXPIRED}
     */
    public Claims verify(String token, String venue, Instant now) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            if (!proved.contains(token)) {
                prove(signed);
                proved.add(token);
            }
            return claims(signed.getJWTClaimsSet(), venue, now);
        } catch (ParseException | JOSEException | IllegalStateException e) {
            throw bad("is not a signed token");
        }
    }

    private void prove(SignedJWT signed) throws JOSEException {
        boolean ours = JWSAlgorithm.ES256.equals(signed.getHeader().getAlgorithm()) && signed.verify(verifier);
        if (!ours) {
            throw bad("is not signed by this venue");
        }
    }

    private static Claims claims(JWTClaimsSet claims, String venue, Instant now) throws ParseException {
        boolean here = venue.equals(claims.getIssuer()) && claims.getAudience().contains(AUDIENCE);
        if (!here || claims.getExpirationTime() == null) {
            throw bad("is not a token of this venue");
        }
        Instant expires = claims.getExpirationTime().toInstant();
        if (!now.isBefore(expires)) {
            throw new InvalidValue(RejectReason.TOKEN_EXPIRED, "token", "expired at " + expires);
        }
        Role role = role(claims);
        return new Claims(subject(claims, role), role, expires, String.valueOf(claims.getJWTID()));
    }

    private static long subject(JWTClaimsSet claims, Role role) {
        String text = String.valueOf(claims.getSubject());
        long subject = text.matches("[1-9][0-9]{0,14}") ? Long.parseLong(text) : 0;
        boolean participant = subject <= Integer.MAX_VALUE;
        if (subject == 0 || (role == Role.BIDDER && !participant)) {
            throw bad("names no participant or staff number");
        }
        return subject;
    }

    private static Role role(JWTClaimsSet claims) throws ParseException {
        String name = claims.getStringClaim(ROLE);
        for (Role role : Role.values()) {
            if (role != Role.SYSTEM && role.name().equals(name)) {
                return role;
            }
        }
        throw bad("names no role");
    }

    private static InvalidValue bad(String problem) {
        return new InvalidValue(RejectReason.BAD_TOKEN, "token", problem);
    }

    /** The salts of hidden reserves. */
    public SaltKey salts() {
        return salts;
    }
}
