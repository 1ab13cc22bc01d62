package org.gavel.protocol.command;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.ClientId;

/**
 * Asks what became of an earlier command of the same actor.
 *
 * @param about the cid of that command
 */
public record AskStatus(ClientId about) implements Command {
    public AskStatus {
        about = Require.present(about, "about");
        if (about.isNone()) {
            throw new InvalidValue(RejectReason.CID_MISSING, "about", "is required");
        }
    }
}
