package org.gavel.gateway.session;

import java.time.Instant;
import java.util.Optional;
import org.gavel.gateway.access.Claims;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Role;

/** For whom a session speaks: nobody until a token was shown. For the session's own thread. */
final class Identity {
    /** So many bad tokens one after the other end the session. */
    static final int MOST_BAD_TOKENS = 3;

    private final String address;
    private Optional<Claims> claims = Optional.empty();
    private int badTokens;

    /** Nobody, at this address. */
    Identity(String address) {
        this.address = address;
    }

    /** Who answers for what is asked for: whom the token speaks for, or all without one at the address together. */
    String asker() {
        return claims.map(shown -> shown.role() + " " + shown.subject()).orElse(address);
    }

    /** Takes the token's claims, or throws and stays who it was. */
    Claims authenticate(TokenKeys keys, String token, String venue, Instant now) {
        badTokens++;
        Claims shown = keys.verify(token, venue, now);
        badTokens = 0;
        claims = Optional.of(shown);
        return shown;
    }

    boolean hopeless() {
        return badTokens >= MOST_BAD_TOKENS;
    }

    Role role() {
        return claims.map(Claims::role).orElse(Role.SPECTATOR);
    }

    /** Whether it decides for the venue. */
    boolean isStaff() {
        return role() == Role.CLERK || role() == Role.OPERATOR;
    }

    /** The participant number, 0 where this is no participant. */
    int participant() {
        return role() == Role.BIDDER ? (int) claims.orElseThrow().subject() : 0;
    }

    boolean expired(Instant now) {
        return claims.isPresent() && !now.isBefore(claims.get().expires());
    }

    /** The claims, where there are any that still hold. */
    Claims require(Instant now) {
        Claims held = claims.orElseThrow(() -> new InvalidValue(RejectReason.AUTH_REQUIRED, "", "You are a spectator"));
        if (expired(now)) {
            throw new InvalidValue(RejectReason.TOKEN_EXPIRED, "token", "expired at " + held.expires());
        }
        return held;
    }
}
