package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/** From the next record on the engine behaves as this version does. */
public record AdoptBehaviour(int version, String reason) implements Command {
    public AdoptBehaviour {
        Require.between(version, 1, 65_535, "version");
        reason = Require.reason(reason);
    }
}
