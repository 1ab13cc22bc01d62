package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/** Puts on record that the key to a participant's identity is to be destroyed; nobody can read it from then on. */
public record EraseIdentity(int participant, String reason) implements Command {
    public EraseIdentity {
        Require.id(participant, "participant");
        reason = Require.reason(reason);
    }
}
