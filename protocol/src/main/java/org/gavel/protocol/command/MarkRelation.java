package org.gavel.protocol.command;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * Puts on record that two participants are related (完成人或利害关系人), or no longer. Deals between them must be marked.
 *
 * @param related never absent: false takes the record away
 */
public record MarkRelation(int one, int other, Boolean related, String reason) implements Command {
    public MarkRelation {
        Require.id(one, "one");
        Require.id(other, "other");
        if (one == other) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "other", "must be another participant");
        }
        Require.present(related, "related");
        reason = Require.reason(reason);
    }
}
