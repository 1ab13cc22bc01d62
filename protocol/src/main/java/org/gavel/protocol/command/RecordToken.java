package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Role;

/**
 * Puts the issue of an access token on record; the token itself never enters the journal.
 *
 * @param token the token's number (jti)
 * @param subject the participant or staff number it speaks for
 * @param expiresAt in microseconds since 1970
 */
public record RecordToken(String token, long subject, Role granted, long expiresAt, String reason) implements Command {
    public RecordToken {
        token = Require.text(Require.present(token, "token"), "token");
        Require.between(subject, 1, Require.MAX_NUMBER, "subject");
        granted = Require.present(granted, "granted");
        Require.between(expiresAt, 1, Require.MAX_NUMBER, "expiresAt");
        reason = Require.reason(reason);
    }
}
