package org.gavel.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.gavel.exchange.api.Answer;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.PlaceMaximum;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a session makes of the messages it is sent. */
class SessionMessagesTest {
    private static final String BID = "{'op':'PlaceBid','id':1,'cid':'a1','lot':1,'amount':'101000'}";

    private final SessionRig rig = new SessionRig();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BAD_JSON             | {'op':'Ping'",
                "BAD_JSON             | [1]",
                "BAD_JSON             | {'op':'Ping'} {}",
                "BAD_JSON             | {'op':'Ping',}",
                "DUPLICATE_KEY        | {'op':'Ping','op':'Ping'}",
                "MISSING_FIELD        | {'id':1}",
                "MISSING_FIELD        | {'op':7}",
                "UNKNOWN_OP           | {'op':'Buy'}",
                "UNKNOWN_OP           | {'op':'placeBid'}",
                "UNKNOWN_FIELD        | {'op':'Ping','x':1}",
                "BAD_FIELD            | {'op':'Ping','id':true}",
                "BAD_FIELD            | {'op':'Ping','id':1.5}",
                "BAD_FIELD            | {'op':'Ping','id':9007199254740992}",
                "BAD_FIELD            | {'op':'TimeSync','t0':'1'}",
                "MISSING_FIELD        | {'op':'Subscribe'}",
                "MISSING_FIELD        | {'op':'Subscribe','channel':'lots','from':1}",
                "MISSING_FIELD        | {'op':'Subscribe','channel':'lots','epoch':'x'}",
                "UNKNOWN_CHANNEL      | {'op':'Subscribe','channel':'all'}",
                "LOT_UNKNOWN          | {'op':'Subscribe','channel':'lot.2'}",
                "AUTH_REQUIRED        | {'op':'Subscribe','channel':'me'}",
                "AUTH_REQUIRED        | {'op':'Subscribe','channel':'desk.1'}",
                "AUTH_REQUIRED        | {'op':'PlaceBid','cid':'a','lot':1,'amount':'1'}",
                "AUTH_REQUIRED        | {'op':'Genesis'}"
            })
    void refusesASpectator(RejectReason expected, String message) {
        assertEquals(expected.name(), rig.refusal(message));
        assertTrue(rig.port.taken().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CID_MISSING          | {'op':'PlaceBid','lot':1,'amount':'1'}",
                "BAD_FIELD            | {'op':'PlaceBid','cid':7,'lot':1,'amount':'1'}",
                "BAD_FIELD            | {'op':'PlaceBid','cid':'12345678901234567','lot':1,'amount':'1'}",
                "AMOUNT_ZERO          | {'op':'PlaceBid','cid':'a','lot':1,'amount':'0'}",
                "AMOUNT_NEGATIVE      | {'op':'PlaceBid','cid':'a','lot':1,'amount':'-1'}",
                "AMOUNT_NEGATIVE      | {'op':'PlaceBid','cid':'a','lot':1,'amount':-1}",
                "AMOUNT_OUT_OF_RANGE  | {'op':'PlaceBid','cid':'a','lot':1,'amount':'9223372036854775808'}",
                "AMOUNT_OUT_OF_RANGE  | {'op':'PlaceBid','cid':'a','lot':1,'amount':99999999999999999999}",
                "AMOUNT_FRACTIONAL    | {'op':'PlaceBid','cid':'a','lot':1,'amount':'1.5'}",
                "AMOUNT_FRACTIONAL    | {'op':'PlaceBid','cid':'a','lot':1,'amount':1.5}",
                "BAD_FIELD            | {'op':'PlaceBid','cid':'a','lot':1,'amount':true}",
                "BAD_FIELD            | {'op':'PlaceBid','cid':'a','lot':1.5,'amount':'1'}",
                "BAD_FIELD            | {'op':'PlaceBid','cid':'a','lot':99999999999,'amount':'1'}",
                "BAD_FIELD            | {'op':'PlaceBid','cid':'a','lot':1,'bidder':' ','amount':'1'}",
                "BAD_FIELD            | {'op':'CancelOrders','cid':'a','book':' '}",
                "BAD_FIELD            | {'op':'RegisterIntention','cid':'a','lot':1,'related':' '}",
                "UNKNOWN_FIELD        | {'op':'PlaceBid','cid':'a','lot':1,'amount':'1','price':1}",
                "UNKNOWN_FIELD        | {'op':'PlaceBid','cid':'a','lot':1,'amount':'1','channel':'FLOOR'}",
                "NOT_YOUR_ACCOUNT     | {'op':'PlaceBid','cid':'a','lot':1,'bidder':8,'amount':'1'}",
                "NOT_YOUR_ACCOUNT     | {'op':'HoldDeposit','cid':'a','lot':1,'participant':8}",
                "FORBIDDEN            | {'op':'OpenLot','cid':'a','lot':1,'reason':'x'}",
                "FORBIDDEN            | {'op':'Subscribe','channel':'desk.1'}",
                "FORBIDDEN            | {'op':'Tick','cid':'a','due':1}"
            })
    void refusesABidder(RejectReason expected, String message) {
        rig.signIn(7, Role.BIDDER);

        assertEquals(expected.name(), rig.refusal(message));
        assertTrue(rig.port.taken().isEmpty());
    }

    @Test
    void saysHowAClientIdIsWritten() {
        rig.signIn(7, Role.BIDDER);
        for (String cid : List.of("7", "true", "1.50")) {
            String message = BID.replace("'a1'", cid);
            assertEquals(
                    "cid must be text in quotes, such as \"a1\". Correct the field's value.",
                    rig.send(message).at("/e/message").textValue(),
                    message);
        }
    }

    @Test
    void answersUnderTheIdItWasGiven() {
        assertEquals("x", rig.send("{'op':'Ping','id':'x'}").get("id").textValue());
        assertEquals(9, rig.send("{'op':'Buy','id':9}").get("id").intValue());
        assertTrue(rig.send("{'op':'Ping'}").get("id").isNull());
    }

    @Test
    void submitsABidInItsBiddersName() {
        rig.signIn(7, Role.BIDDER);
        ObjectNode reply = rig.send(BID);

        assertTrue(reply.get("ok").booleanValue());
        assertEquals(1, reply.get("r").get("seq").longValue());
        var taken = rig.port.last();
        assertEquals(new PlaceBid(1, 0, new Money(101_000)), taken.command());
        assertEquals(7, taken.origin().actor());
        assertEquals(ClientId.parse("a1"), taken.origin().cid());
        assertEquals(Role.BIDDER, taken.origin().role());
        assertEquals(Channel.ONLINE, taken.origin().channel());
        assertEquals(SessionRig.NOW_MICROS, taken.origin().receivedAt());
    }

    @Test
    void saysWhyAndWhatToDoWhereTheMarketRefuses() {
        rig.signIn(7, Role.BIDDER);
        rig.port.answer(taken -> new Answer(12, 34, RejectReason.BELOW_INCREMENT, 210_000_000, true));
        ObjectNode error = (ObjectNode) rig.send(BID).get("e");

        assertEquals("BELOW_INCREMENT", error.get("name").textValue());
        assertEquals("Bid at least 2,100,000.00 yuan.", error.get("message").textValue());
        assertEquals(210_000_000, error.get("detail").longValue());
        assertEquals(12, error.get("seq").longValue());
        assertTrue(error.get("repeated").booleanValue());
    }

    @Test
    void namesTheRuleSheetInAReceipt() {
        rig.signIn(7, Role.BIDDER);
        rig.port.answer(taken -> new Answer(12, 34, RejectReason.NONE, 0, false, "ab".repeat(32)));
        assertEquals("ab".repeat(32), rig.send(BID).get("r").get("rules").textValue());
        rig.port.answer(taken -> new Answer(13, 35, RejectReason.NONE, 0, false));
        assertFalse(rig.send(BID).get("r").has("rules"));
    }

    @Test
    void marksWhatAClerkEntersByWhereItCameFrom() {
        rig.signIn(3, Role.CLERK);
        rig.send("{'op':'PlaceBid','cid':'a1','lot':1,'bidder':7,'amount':'1'}");
        assertEquals(Channel.FLOOR, rig.port.last().origin().channel());
        rig.send("{'op':'PlaceBid','cid':'a2','lot':1,'bidder':7,'amount':'1','channel':'PHONE'}");
        assertEquals(Channel.PHONE, rig.port.last().origin().channel());

        assertEquals(
                "BAD_FIELD",
                rig.refusal("{'op':'PlaceBid','cid':'a3','lot':1,'bidder':7,'amount':'1','channel':'ONLINE'}"));
        assertEquals("MISSING_FIELD", rig.refusal("{'op':'PlaceBid','cid':'a4','lot':1,'amount':'1'}"));
        assertEquals(
                "UNKNOWN_FIELD", rig.refusal("{'op':'OpenLot','cid':'a5','lot':1,'reason':'x','channel':'FLOOR'}"));
    }

    @Test
    void saltsAHiddenReserveTheSameOnARetry() {
        rig.signIn(2, Role.OPERATOR);
        String announce = "{'op':'AnnounceLot','cid':'n1','lot':5,'title':{'en':'x'},'seller':9,'rulebook':'r',"
                + "'reserve':{'amount':'500','hidden':true},'phases':[{'mechanism':'English','start':'100',"
                + "'increments':[{'from':'0','step':'10'}],'anyRaise':true,'maxMultiple':0,'duration':'PT5M',"
                + "'leaderMayRaise':false}]}";
        rig.send(announce);
        rig.send(announce);

        AnnounceLot first = (AnnounceLot) rig.port.taken().get(0).command();
        assertTrue(first.reserve().salt().matches("[0-9a-f]{32}"));
        assertEquals(first, rig.port.taken().get(1).command());
        assertEquals(Channel.CONSOLE, rig.port.last().origin().channel());
    }

    /** Its own salt: the reserve's is opened to everybody at the hammer. */
    @Test
    void saltsFixedPaddlesTheSameOnARetryAndUnlikeTheReserve() {
        rig.signIn(2, Role.OPERATOR);
        String announce = "{'op':'AnnounceLot','cid':'n1','lot':5,'title':{'en':'x'},'seller':9,'rulebook':'r',"
                + "'reserve':{'amount':'500','hidden':true},'admission':{'paddlesFixed':true},"
                + "'phases':[{'mechanism':'English','start':'100','increments':[{'from':'0','step':'10'}],"
                + "'duration':'PT5M'}]}";
        rig.send(announce);
        rig.send(announce);

        AnnounceLot first = (AnnounceLot) rig.port.taken().get(0).command();
        assertTrue(first.admission().paddleSalt().matches("[0-9a-f]{32}"));
        assertNotEquals(first.reserve().salt(), first.admission().paddleSalt());
        assertEquals(first, rig.port.taken().get(1).command());
    }

    @Test
    void saltsAMaximumTheSameOnARetryAndLeavesTheBiddersOwn() {
        rig.signIn(2, Role.BIDDER);
        String place = "{'op':'PlaceMaximum','cid':'m1','lot':5,'maximum':'500'}";
        rig.send(place);
        rig.send(place);
        String own = "c".repeat(64);
        rig.send("{'op':'PlaceMaximum','cid':'m2','lot':5,'maximum':'500','salt':'" + own + "'}");

        PlaceMaximum first = (PlaceMaximum) rig.port.taken().get(0).command();
        assertTrue(first.salt().matches("[0-9a-f]{64}"));
        assertEquals(first, rig.port.taken().get(1).command());
        assertEquals(own, ((PlaceMaximum) rig.port.last().command()).salt());
    }
}
