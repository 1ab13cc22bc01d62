package org.gavel.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.gavel.gateway.Story;
import org.gavel.gateway.throttle.Rate;
import org.gavel.gateway.throttle.SnapshotBudget;
import org.gavel.protocol.event.OrderAccepted;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.TimeInForce;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What snapshots cost whoever asks for them. */
class SnapshotChargeTest {
    private static final int BOOK = 7;
    private static final String LONG = "{'op':'Subscribe','id':5,'channel':'book.7.orders'}";
    private static final String SHORT = "{'op':'Subscribe','id':6,'channel':'lot.1'}";
    private static final Duration LATER = Duration.ofSeconds(1);

    private final SessionRig rig = new SessionRig();

    @BeforeEach
    void aLongBook() {
        rig.settings(settings -> settings.withBidders(new Rate(100_000, 100_000)));
        rig.happens(Story.bookOpened(BOOK));
        for (int order = 1; order <= 5_000; order++) {
            rig.happens(new OrderAccepted(
                    BOOK,
                    order,
                    Side.SELL,
                    new Money(10_000),
                    1,
                    9,
                    TimeInForce.GTC,
                    0,
                    false,
                    Money.ZERO,
                    ClientId.parse("o" + order)));
        }
    }

    private boolean given(String request) {
        ObjectNode reply = rig.send(request);
        if (!reply.get("ok").booleanValue()) {
            assertEquals("RATE_LIMITED", reply.get("e").get("name").textValue());
            assertEquals("LATER", reply.get("e").get("retry").textValue());
        }
        return reply.get("ok").booleanValue();
    }

    /** Asks until nothing is left, and says how many were given. */
    private int givenOf(String request) {
        int given = 0;
        while (given(request)) {
            given++;
            assertTrue(given <= SnapshotBudget.RATE.burst(), "somebody pays for it");
        }
        return given;
    }

    private int cost() {
        String reply = rig.send(LONG).get("r").get("snapshot").toString();
        return reply.length() / SnapshotBudget.UNIT;
    }

    @Test
    void aLongSnapshotCostsByItsLength() {
        int cost = cost();
        assertTrue(cost > 8, "a snapshot of more than 128 KiB");
        int expected = (SnapshotBudget.RATE.burst() + cost - 1) / cost;
        assertEquals(expected - 1, givenOf(LONG), "one was given before");

        rig.pass(LATER);
        int missing = SnapshotBudget.RATE.perSecond() / cost - givenOf(LONG);
        assertTrue(Math.abs(missing) <= 1, "as many as a second brings, but for " + missing);
    }

    @Test
    void whoeverIsRefusedIsToldWhenToAskAgain() {
        givenOf(LONG);
        long wait = rig.send(LONG).get("e").get("retryAfterMillis").longValue();
        rig.pass(Duration.ofMillis(wait - 1));
        assertEquals(1, rig.send(LONG).get("e").get("retryAfterMillis").longValue());
        rig.pass(Duration.ofMillis(1));
        assertTrue(given(LONG));
    }

    @Test
    void aShortSnapshotIsFreeAndSoIsWhatFollowsOne() {
        for (int i = 0; i <= SnapshotBudget.RATE.burst(); i++) {
            assertTrue(given(SHORT));
        }
        ObjectNode place = (ObjectNode) rig.send(LONG).get("r");
        givenOf(LONG);
        String resume = "{'op':'Subscribe','id':5,'channel':'book.7.orders','epoch':'"
                + place.get("epoch").textValue() + "','from':" + place.get("sq").longValue() + "}";
        rig.outlet.sent.clear();
        rig.outlet.ready = false;
        assertTrue(rig.send(resume).get("r").get("recovered").booleanValue(), "whoever resumes need not wait");
        assertFalse(given(SHORT), "what is over is over for all snapshots");
        assertFalse(given("{'op':'ListLots','id':1}"));
    }

    @Test
    void thoseWithoutATokenAtOneAddressShareWhatTheyAreGiven() {
        rig.connect("a hall");
        givenOf(LONG);
        rig.connect("a hall");
        assertFalse(given(LONG), "coming back fills nothing");
        rig.connect("another hall");
        assertTrue(given(LONG));
    }

    @Test
    void whoeverShowsATokenIsGivenTheirOwnAndKeepsBidding() {
        givenOf(LONG);
        rig.signIn(12, Role.BIDDER);
        assertTrue(given(LONG), "the others at the address have asked for too much");
        givenOf(LONG);
        int before = rig.port.taken().size();
        rig.session.received("{\"op\":\"PlaceBid\",\"id\":1,\"cid\":\"a1\",\"lot\":1,\"amount\":\"101000\"}");
        assertEquals(before + 1, rig.port.taken().size(), "a bid is never refused for a snapshot");
        rig.signIn(13, Role.BIDDER);
        assertTrue(given(LONG));
        rig.signIn(12, Role.BIDDER);
        assertFalse(given(LONG), "signing in again fills nothing");
    }
}
