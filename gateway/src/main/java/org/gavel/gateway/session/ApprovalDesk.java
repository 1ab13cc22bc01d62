package org.gavel.gateway.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gavel.gateway.access.AccessTable;
import org.gavel.gateway.access.Claims;
import org.gavel.gateway.approval.HeldAct;
import org.gavel.gateway.wire.Replies;
import org.gavel.gateway.wire.Request;
import org.gavel.gateway.wire.SessionOperation.ApproveAct;
import org.gavel.gateway.wire.SessionOperation.DeclineAct;
import org.gavel.gateway.wire.SessionOperation.RequestApproval;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Role;

/** Acts of two persons: one asks, another approves or declines. For the session's own thread. */
final class ApprovalDesk {
    private final Doors doors;
    private final Identity identity;
    private final CommandDesk commands;

    ApprovalDesk(Doors doors, Identity identity, CommandDesk commands) {
        this.doors = doors;
        this.identity = identity;
        this.commands = commands;
    }

    /** Holds the act until a second person decides. */
    ObjectNode request(RequestApproval asked, long receivedAt) {
        Claims asking = staff();
        CommandDesk.Submission act = commands.read(Request.of(asked.act().deepCopy()), asking, receivedAt);
        return doors.approvals().hold(act.origin(), act.command(), now()).shown();
    }

    /** What waits for a second person. */
    ObjectNode list() {
        staff();
        ObjectNode result = Replies.object();
        ArrayNode waiting = result.putArray("approvals");
        doors.approvals().waiting(now()).forEach(act -> waiting.add(act.shown()));
        return result;
    }

    ObjectNode decline(DeclineAct asked) {
        checkRole(staff(), doors.approvals().find(asked.approval(), now()));
        doors.approvals().forget(asked.approval());
        return Replies.object().put("approval", asked.approval());
    }

    /**
     * The held act as its two persons' command. One who approves their own act is refused by the market, on record;
     * that attempt has no cid, so that it does not answer for the act itself.
     */
    CommandDesk.Submission approve(ApproveAct asked, long receivedAt) {
        Claims second = staff();
        HeldAct act = doors.approvals().find(asked.approval(), now());
        checkRole(second, act);
        if (!asked.hash().equals(act.hash())) {
            throw new InvalidValue(RejectReason.APPROVAL_MISMATCH, "hash", "is not that of the held act");
        }
        Origin origin = act.approvedBy(second.subject(), receivedAt);
        return new CommandDesk.Submission(isOwn(second, act) ? withoutCid(origin) : origin, act.command());
    }

    /** Forgets an act whose answer is final. */
    void answered(ApproveAct asked, RejectReason reason) {
        boolean open = reason == RejectReason.SAME_APPROVER || reason.retry() != RejectReason.Retry.NO;
        if (!open) {
            doors.approvals().forget(asked.approval());
        }
    }

    private static boolean isOwn(Claims second, HeldAct act) {
        return second.subject() == act.origin().actor();
    }

    private static Origin withoutCid(Origin origin) {
        return new Origin(
                origin.actor(),
                origin.approver(),
                ClientId.NONE,
                origin.session(),
                origin.receivedAt(),
                origin.gateway(),
                origin.role(),
                origin.channel());
    }

    private Claims staff() {
        Claims claims = identity.require(doors.clock().now());
        if (claims.role() != Role.CLERK && claims.role() != Role.OPERATOR) {
            throw new InvalidValue(RejectReason.FORBIDDEN, "op", "is not for the role " + claims.role());
        }
        return claims;
    }

    /** Only who may do it may approve it. */
    private static void checkRole(Claims second, HeldAct act) {
        String op = act.command().getClass().getSimpleName();
        if (!AccessTable.allows(second.role(), op)) {
            throw new InvalidValue(RejectReason.FORBIDDEN, "op", op + " is not for the role " + second.role());
        }
    }

    private long now() {
        return doors.clock().micros();
    }
}
