package org.gavel.protocol.command;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * Puts on record who a participant is, encrypted to a key that is the participant's alone and never in the journal. It
 * replaces what was on record; destroying the key erases it, and changes no byte of the journal (个人信息保护法 art. 47).
 *
 * @param sealed the ciphertext, base64
 */
public record RecordIdentity(int participant, String sealed) implements Command {
    /** The longest ciphertext, in characters. */
    public static final int MAX_SEALED = 8_192;

    public RecordIdentity {
        Require.id(participant, "participant");
        sealed = Require.present(sealed, "sealed");
        boolean base64 = sealed.length() % 4 == 0 && sealed.matches("[A-Za-z0-9+/]{40,}={0,2}");
        if (!base64 || sealed.length() > MAX_SEALED) {
            throw new InvalidValue(
                    RejectReason.BAD_FIELD, "sealed", "must be 40 to " + MAX_SEALED + " characters of base64");
        }
    }
}
