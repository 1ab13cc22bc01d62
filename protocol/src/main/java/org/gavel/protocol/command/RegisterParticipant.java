package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * Admits a participant under a number. Who it is stays outside: the hash is keyed, the key is not in the journal.
 *
 * @param identityHash keyed hash of the identity document, or empty
 */
public record RegisterParticipant(int participant, String identityHash) implements Command {
    public RegisterParticipant {
        Require.id(participant, "participant");
        identityHash = Require.text(identityHash, "identityHash");
    }
}
