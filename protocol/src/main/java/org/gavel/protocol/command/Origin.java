package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Role;

/**
 * Who asked, in which capacity and through which door; stands before every command in the journal.
 *
 * @param actor participant or staff number; 0 for the venue's own software
 * @param approver the second person of an act that needs two; 0 where none is needed
 * @param session the connection at its gateway, evidence only
 * @param receivedAt when the gateway received it, by the market's clock, microseconds since 1970; evidence only: it
 *     decides nothing
 */
public record Origin(
        long actor,
        long approver,
        ClientId cid,
        long session,
        long receivedAt,
        int gateway,
        Role role,
        Channel channel) {
    /** The venue's own records. */
    public static final Origin VENUE = new Origin(0, 0, ClientId.NONE, 0, 0, 0, Role.SYSTEM, Channel.SYSTEM);

    public Origin {
        Require.between(actor, 0, Require.MAX_NUMBER, "actor");
        Require.between(approver, 0, Require.MAX_NUMBER, "approver");
        Require.between(gateway, 0, 65_535, "gateway");
        cid = Require.present(cid, "cid");
        role = Require.present(role, "role");
        channel = Require.present(channel, "channel");
    }
}
