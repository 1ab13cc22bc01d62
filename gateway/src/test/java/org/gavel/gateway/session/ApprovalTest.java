package org.gavel.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.gavel.exchange.api.Answer;
import org.gavel.gateway.approval.Approvals;
import org.gavel.protocol.command.UndoBid;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An act of two persons: one asks, the gateway holds it, another approves exactly that. */
class ApprovalTest {
    private static final String UNDO =
            "{'op':'RequestApproval','act':{'op':'UndoBid','cid':'u1','lot':1,'number':3,'reason':'misheard'}}";

    private final SessionRig rig = new SessionRig();

    @BeforeEach
    void signIn() {
        rig.signIn(9001, Role.CLERK);
    }

    private ObjectNode requested() {
        return (ObjectNode) rig.send(UNDO).get("r");
    }

    private static String approve(ObjectNode held) {
        return "{'op':'ApproveAct','approval':" + held.get("approval") + ",'hash':'"
                + held.get("hash").textValue() + "'}";
    }

    private void isRefused(RejectReason reason, String message) {
        assertEquals(reason.name(), rig.refusal(message));
        assertTrue(rig.port.taken().isEmpty());
    }

    @Test
    void doesWhatWasAskedOnceASecondPersonApproves() {
        ObjectNode held = requested();
        assertTrue(rig.port.taken().isEmpty());
        rig.signIn(9002, Role.OPERATOR);
        ObjectNode shown = (ObjectNode) rig.send("{'op':'ListApprovals'}").at("/r/approvals/0");
        assertEquals(held, shown);
        assertEquals(9001, shown.get("actor").intValue());
        assertEquals("UndoBid", shown.at("/act/op").textValue());

        assertTrue(rig.send(approve(held)).get("ok").booleanValue());
        assertEquals(new UndoBid(1, 3, "misheard"), rig.port.last().command());
        assertEquals(9001, rig.port.last().origin().actor());
        assertEquals(9002, rig.port.last().origin().approver());
        assertEquals(Role.CLERK, rig.port.last().origin().role());
        assertEquals(ClientId.parse("u1"), rig.port.last().origin().cid());
    }

    @Test
    void doesItOnce() {
        ObjectNode held = requested();
        rig.signIn(9002, Role.CLERK);
        rig.send(approve(held));
        assertEquals("APPROVAL_UNKNOWN", rig.refusal(approve(held)));
        assertEquals(1, rig.port.taken().size());
    }

    @Test
    void keepsItWhileTheMarketHasNotTakenIt() {
        ObjectNode held = requested();
        rig.signIn(9002, Role.CLERK);
        rig.port.answer(taken -> Answer.notTaken(RejectReason.BUSY));
        assertEquals("BUSY", rig.refusal(approve(held)));
        rig.port.answer(taken -> new Answer(7, 7, RejectReason.NONE, 0, false));
        assertTrue(rig.send(approve(held)).get("ok").booleanValue());
    }

    /** The market refuses it, on record; the act still waits for somebody else. */
    @Test
    void letsTheMarketRefuseWhoApprovesTheirOwnAct() {
        ObjectNode held = requested();
        rig.port.answer(taken -> new Answer(7, 7, RejectReason.SAME_APPROVER, 0, false));
        assertEquals("SAME_APPROVER", rig.refusal(approve(held)));
        assertEquals(9001, rig.port.last().origin().approver());
        assertEquals(ClientId.NONE, rig.port.last().origin().cid());
        rig.port.answer(taken -> new Answer(8, 8, RejectReason.NONE, 0, false));
        rig.signIn(9002, Role.CLERK);
        assertTrue(rig.send(approve(held)).get("ok").booleanValue());
    }

    @Test
    void refusesAnotherHashThanTheHeldActs() {
        ObjectNode held = requested();
        ObjectNode other =
                (ObjectNode) rig.send(UNDO.replace("'number':3", "'number':4")).get("r");
        assertNotEquals(held.get("hash"), other.get("hash"));
        rig.signIn(9002, Role.CLERK);
        held.set("hash", other.get("hash"));
        isRefused(RejectReason.APPROVAL_MISMATCH, approve(held));
    }

    @Test
    void refusesWhatHasWaitedTooLong() {
        ObjectNode held = requested();
        rig.pass(Approvals.HOLDS);
        rig.signIn(9002, Role.CLERK);
        isRefused(RejectReason.APPROVAL_EXPIRED, approve(held));
        assertTrue(rig.send("{'op':'ListApprovals'}").at("/r/approvals").isEmpty());
    }

    @Test
    void takesAnApprovalUpToTheLastInstant() {
        ObjectNode held = requested();
        rig.pass(Approvals.HOLDS.minus(Duration.ofNanos(1000)));
        rig.signIn(9002, Role.CLERK);
        assertTrue(rig.send(approve(held)).get("ok").booleanValue());
    }

    @Test
    void forgetsWhatIsDeclined() {
        ObjectNode held = requested();
        rig.signIn(9002, Role.CLERK);
        rig.send("{'op':'DeclineAct','approval':" + held.get("approval") + "}");
        isRefused(RejectReason.APPROVAL_UNKNOWN, approve(held));
    }

    @Test
    void isForgottenWithItsGatewayAndNoNumberIsGivenTwice() {
        ObjectNode held = requested();
        rig.pass(Duration.ofSeconds(1));
        rig.settings(settings -> settings);
        rig.signIn(9002, Role.CLERK);
        ObjectNode another = requested();
        assertNotEquals(held.get("approval"), another.get("approval"));
        isRefused(RejectReason.APPROVAL_UNKNOWN, approve(held));
    }

    @Test
    void holdsOnlyActsOfTwoPersons() {
        isRefused(
                RejectReason.APPROVAL_NOT_NEEDED,
                "{'op':'RequestApproval','act':{'op':'PauseLot','cid':'p1','lot':1,'reason':'x'}}");
    }

    @Test
    void refusesAnActThatIsNoCommand() {
        isRefused(RejectReason.MISSING_FIELD, "{'op':'RequestApproval'}");
        isRefused(RejectReason.CID_MISSING, UNDO.replace("'cid':'u1',", ""));
        isRefused(RejectReason.UNKNOWN_FIELD, UNDO.replace("'number':3", "'number':3,'x':1"));
    }

    @Test
    void isForTheVenuesPeopleAlone() {
        ObjectNode held = requested();
        rig.signIn(7, Role.BIDDER);
        isRefused(RejectReason.FORBIDDEN, UNDO);
        isRefused(RejectReason.FORBIDDEN, approve(held));
        isRefused(RejectReason.FORBIDDEN, "{'op':'ListApprovals'}");
        isRefused(RejectReason.FORBIDDEN, "{'op':'DeclineAct','approval':" + held.get("approval") + "}");
    }

    @Test
    void holdsNoMoreThanItsBound() {
        for (int i = 0; i < Approvals.MOST; i++) {
            requested();
        }
        isRefused(RejectReason.APPROVALS_FULL, UNDO);
        rig.pass(Approvals.HOLDS);
        rig.signIn(9001, Role.CLERK);
        assertTrue(rig.send(UNDO).get("ok").booleanValue());
    }
}
