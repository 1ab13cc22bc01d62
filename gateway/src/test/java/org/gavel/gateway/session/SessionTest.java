package org.gavel.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.gavel.exchange.api.Answer;
import org.gavel.gateway.Story;
import org.gavel.gateway.throttle.Rate;
import org.gavel.gateway.throttle.SessionThrottle;
import org.gavel.gateway.wire.CloseCode;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.ReportDisconnect;
import org.gavel.protocol.event.ApplicationReceived;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a session is limited, fed and ended. */
class SessionTest {
    private static final String BID = "{'op':'PlaceBid','id':1,'cid':'a1','lot':1,'amount':'101000'}";

    private static final String OPEN_BOOK = "{'op':'OpenBook','cid':'o1','book':7,'asset':'UNITS',"
            + "'title':{'zh':'份额','en':'Units'},'terms':{'tick':'1','lowest':'1','highest':'100000','band':0,"
            + "'volatilityCall':'PT1M','outageCall':'PT0S','indicateEvery':'PT1S','verifiedOnly':false},'reason':'x'}";
    private static final String SUBSCRIBE = "{'op':'Subscribe','id':5,'channel':'book.7'}";

    private final SessionRig rig = new SessionRig();

    @Test
    void keepsWhatIsOverTheRateFromTheMarket() {
        rig.settings(settings -> settings.withBidders(new Rate(1, 3)));
        rig.signIn(7, Role.BIDDER);
        rig.send(BID);
        rig.send(BID);

        ObjectNode refused = rig.send(BID);

        assertEquals("RATE_LIMITED", refused.get("e").get("name").textValue());
        assertEquals("LATER", refused.get("e").get("retry").textValue());
        assertEquals(1_000, refused.get("e").get("retryAfterMillis").longValue());
        assertEquals(1, refused.get("id").intValue());
        assertEquals(2, rig.port.taken().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "hello", "[1]", "{'op':'Buy'}", "{'op':'Ping','op':'Ping'}", "{'op':'Ping','id':true}"})
    void saysOfWhateverIsOverTheRateNothingElse(String message) {
        rig.settings(settings -> settings.withBidders(new Rate(1, 1)));
        assertNotEquals("RATE_LIMITED", rig.send(message).path("e").path("name").asText());

        assertEquals("RATE_LIMITED", rig.refusal(message));
        rig.session.unreadable(new InvalidValue(RejectReason.TOO_LARGE, "", "The message has too many bytes"));
        assertEquals("RATE_LIMITED", rig.next().get("e").get("name").textValue());
    }

    @Test
    void endsTheSessionOfAFlood() {
        rig.settings(settings -> settings.withBidders(new Rate(1, 1)));
        IntStream.rangeClosed(0, SessionThrottle.FLOOD).forEach(i -> rig.session.received("{"));

        assertEquals(CloseCode.FLOOD, rig.closedWith());
    }

    @Test
    void boundsTheCommandsInFlight() {
        rig.settings(settings -> settings.withInFlight(2));
        rig.signIn(7, Role.BIDDER);
        rig.port.hold();
        rig.session.received(BID.replace('\'', '"'));
        rig.session.received(BID.replace('\'', '"'));

        ObjectNode refused = (ObjectNode) rig.send(BID).get("e");
        assertEquals("RATE_LIMITED", refused.get("name").textValue());
        assertFalse(refused.has("retryAfterMillis"), "when they are answered nobody knows");
        rig.port.release();
        assertTrue(rig.send(BID).get("ok").booleanValue());
    }

    @Test
    void endsTheSessionAfterThreeBadTokens() {
        for (int i = 0; i < Identity.MOST_BAD_TOKENS; i++) {
            assertEquals(null, rig.closedWith());
            assertEquals("BAD_TOKEN", rig.refusal("{'op':'Authenticate','token':'x'}"));
        }
        assertEquals(CloseCode.REFUSED, rig.closedWith());
    }

    @Test
    void takesNoCommandOnceTheTokenHasExpired() {
        rig.signIn(7, Role.BIDDER);
        rig.pass(SessionRig.TOKEN_LIFE);

        assertEquals("TOKEN_EXPIRED", rig.refusal(BID));
        rig.session.heartbeat();
        assertEquals(CloseCode.EXPIRED, rig.closedWith());
    }

    @Test
    void readsLargeMessagesFromStaffAlone() {
        assertEquals(Session.SMALL_MESSAGE, rig.session.messageLimit());
        rig.signIn(7, Role.BIDDER);
        assertEquals(Session.SMALL_MESSAGE, rig.session.messageLimit());
        rig.signIn(3, Role.CLERK);
        assertEquals(Session.LARGE_MESSAGE, rig.session.messageLimit());
    }

    @Test
    void pushesAfterTheReplyAndOnlyWhileTheClientReads() {
        ObjectNode reply = rig.send("{'op':'Subscribe','channel':'lot.1'}");
        assertFalse(reply.get("r").get("recovered").booleanValue());
        rig.outlet.ready = false;
        rig.happens(Story.bid(1, 7, 1));
        rig.session.pump();
        assertEquals(0, rig.outlet.sent.size());

        rig.outlet.ready = true;
        rig.session.pump();
        assertEquals("BidAccepted", rig.next().get("event").textValue());
    }

    @Test
    void sendsWhatWasMissedRightBehindTheReply() {
        String epoch = rig.send("{'op':'Subscribe','channel':'lots'}")
                .get("r")
                .get("epoch")
                .textValue();
        rig.session.received(
                ("{'op':'Subscribe','channel':'lots','epoch':'" + epoch + "','from':2}").replace('\'', '"'));

        assertTrue(rig.next().get("r").get("recovered").booleanValue());
        assertEquals(
                List.of(2, 3),
                List.of(rig.next().get("sq").intValue(), rig.next().get("sq").intValue()));
    }

    @Test
    void endsTheSessionOfWhoeverSleptThroughTooMuch() {
        rig.send("{'op':'Subscribe','channel':'lot.1'}");
        IntStream.rangeClosed(1, 5_000).forEach(number -> rig.happens(Story.bid(1, 7, number)));
        rig.session.pump();

        assertEquals(CloseCode.SLOW, rig.closedWith());
    }

    @Test
    void beatsWithTheLastNumberOfEachChannel() {
        rig.send("{'op':'Subscribe','channel':'lot.1'}");
        rig.happens(Story.bid(1, 7, 1));
        rig.session.heartbeat();

        assertEquals("BidAccepted", rig.next().get("event").textValue());
        ObjectNode beat = rig.next();
        assertEquals("Heartbeat", beat.get("event").textValue());
        assertEquals(3, beat.get("channels").get("lot.1").longValue());
    }

    @Test
    void endsAPrivateSubscriptionWithItsIdentity() {
        rig.signIn(7, Role.BIDDER);
        rig.send("{'op':'Subscribe','channel':'me'}");
        rig.signIn(8, Role.BIDDER);
        rig.happens(Story.credited(7, 5));
        rig.session.pump();

        assertEquals(0, rig.outlet.sent.size());
        rig.signIn(3, Role.CLERK);
        assertEquals("FORBIDDEN", rig.refusal("{'op':'Subscribe','channel':'me'}"));
    }

    @Test
    void showsTheStaffADeskUntilTheySignInAsSomebodyElse() {
        rig.signIn(3, Role.CLERK);
        ObjectNode reply = rig.send("{'op':'Subscribe','channel':'desk.1'}");
        assertEquals(1, reply.get("r").get("snapshot").get("lot").intValue());
        rig.happens(new ApplicationReceived(1, 7));
        rig.session.pump();
        assertEquals("ApplicationReceived", rig.next().get("event").textValue());

        rig.signIn(7, Role.BIDDER);
        rig.happens(new ApplicationReceived(1, 8));
        rig.session.pump();
        assertEquals(0, rig.outlet.sent.size());
    }

    @Test
    void boundsTheSubscriptions() {
        rig.settings(settings -> new SessionSettings(
                settings.venue(),
                settings.durability(),
                1,
                settings.heartbeat(),
                settings.bidders(),
                settings.staff(),
                1,
                1));
        rig.send("{'op':'Subscribe','channel':'lots'}");

        assertTrue(rig.send("{'op':'Subscribe','channel':'lots'}").get("ok").booleanValue());
        assertEquals("TOO_MANY_SUBSCRIPTIONS", rig.refusal("{'op':'Subscribe','channel':'lot.1'}"));
        rig.send("{'op':'Unsubscribe','channel':'lots'}");
        assertTrue(rig.send("{'op':'Subscribe','channel':'lot.1'}").get("ok").booleanValue());
    }

    private void openBook() {
        rig.port.answer(taken -> new Answer(4, 1, RejectReason.NONE, 0, false));
        rig.signIn(3, Role.OPERATOR);
        assertTrue(rig.send(OPEN_BOOK).get("ok").booleanValue());
    }

    @Test
    void subscribesToABookTheViewsDoNotKnowYet() {
        openBook();

        rig.session.received(SUBSCRIBE.replace('\'', '"'));
        assertTrue(rig.outlet.sent.isEmpty());
        rig.happens(Story.bookOpened(7));
        rig.session.pump();

        ObjectNode reply = rig.next();
        assertEquals(5, reply.get("id").intValue());
        assertEquals(7, reply.get("r").get("snapshot").get("book").get("book").intValue());
    }

    @Test
    void subscribesAndUnsubscribesInOrderWhileTheViewsAreBehind() {
        openBook();
        rig.session.received(SUBSCRIBE.replace('\'', '"'));
        rig.session.received("{'op':'Unsubscribe','channel':'book.7'}".replace('\'', '"'));
        rig.session.received("{'op':'Subscribe','channel':'book.8'}".replace('\'', '"'));
        assertTrue(rig.send("{'op':'Ping'}").get("ok").booleanValue());
        rig.happens(Story.bookOpened(7));
        rig.session.pump();

        assertTrue(rig.next().get("r").has("snapshot"));
        assertEquals("book.7", rig.next().get("r").get("channel").textValue());
        assertEquals("BOOK_UNKNOWN", rig.next().get("e").get("name").textValue());
        rig.happens(Story.bookOpened(9));
        rig.session.pump();
        assertTrue(rig.outlet.sent.isEmpty());
    }

    @Test
    void boundsTheSubscriptionsThatWaitForTheViews() {
        rig.settings(settings -> settings.withInFlight(2));
        openBook();
        rig.session.received(SUBSCRIBE.replace('\'', '"'));
        rig.session.received(SUBSCRIBE.replace('\'', '"'));

        assertEquals("RATE_LIMITED", rig.refusal(SUBSCRIBE));
        rig.happens(Story.bookOpened(7));
        rig.session.pump();
        assertEquals(2, rig.outlet.sent.size());
        assertTrue(rig.send(SUBSCRIBE).get("ok").booleanValue());
    }

    @Test
    void refusesAnUnknownBookAtOnceWhereTheOpeningWasRefused() {
        rig.port.answer(taken -> new Answer(4, 1, RejectReason.BOOK_EXISTS, 0, false));
        rig.signIn(3, Role.OPERATOR);
        assertFalse(rig.send(OPEN_BOOK).get("ok").booleanValue());

        assertEquals("BOOK_UNKNOWN", rig.refusal(SUBSCRIBE));
    }

    @Test
    void takesNoCommandWhileTheNodeStops() {
        rig.signIn(7, Role.BIDDER);
        rig.session.drain(500);

        assertEquals(500, rig.next().get("afterMillis").longValue());
        assertEquals("DRAINING", rig.refusal(BID));
        assertTrue(rig.port.taken().isEmpty());
    }

    @Test
    void tellsItsTime() {
        ObjectNode sync = (ObjectNode) rig.send("{'op':'TimeSync','t0':5}").get("r");
        assertEquals(5, sync.get("t0").longValue());
        assertEquals(SessionRig.NOW_MICROS, sync.get("t1").longValue());
        assertEquals(SessionRig.NOW_MICROS, sync.get("t2").longValue());
    }

    @Test
    void tellsWhoSignedInAndWhatAnAcknowledgementIsWorth() {
        ObjectNode signedIn = rig.signIn(7, Role.BIDDER);
        assertEquals("tests", signedIn.get("venue").textValue());
        assertEquals("BIDDER", signedIn.get("role").textValue());
        assertEquals(7, signedIn.get("subject").longValue());
        assertEquals("memory", signedIn.get("durability").textValue());
        assertEquals(5_000, signedIn.get("heartbeatMillis").longValue());
    }

    @Test
    void ordersThatAskedForItEndWithTheConnection() {
        rig.signIn(7, Role.BIDDER);
        String order = "'op':'PlaceOrder','book':3,'side':'BUY','price':'100','quantity':5";
        rig.send("{'id':1,'cid':'a'," + order + "}");
        rig.session.ended();
        assertEquals(1, rig.port.taken().size(), "an order that did not ask for it stays");
        rig.send("{'id':2,'cid':'b'," + order + ",'cancelOnDisconnect':true}");
        rig.send("{'id':3,'cid':'c'," + order + ",'cancelOnDisconnect':true}");
        rig.session.ended();
        assertEquals(new ReportDisconnect(7, 1), rig.port.last().command());
        assertEquals(Origin.VENUE, rig.port.last().origin());
        assertEquals(4, rig.port.taken().size(), "a connection is reported once");
    }
}
