package org.gavel.ops.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.awaitility.Awaitility;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.loadtest.client.Outcome;
import org.gavel.loadtest.client.SyncClient;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.StartRoadshow;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each kind of bad input has a code and a sentence of its own, changes nothing and costs nobody else anything. */
class BadInputSystemTest {
    private static final int HOSTILE = EventText.FIRST_BIDDER;
    private static final int ALICE = EventText.FIRST_BIDDER + 1;
    private static final int BOB = EventText.FIRST_BIDDER + 2;
    private static final long STEP = 5_000_000;
    private static final Duration UNDISTURBED = Duration.ofSeconds(2);

    @RegisterExtension
    final Gavel gavel = new Gavel();

    private final Set<RejectReason> told = EnumSet.noneOf(RejectReason.class);
    private TestVenue venue;
    private SyncClient alice;
    private SyncClient bob;
    private long price = 50_000_000 - STEP;

    @Test
    @Timeout(120)
    void badInputIsNamedAndChangesNothing() {
        venue = new TestVenue(gavel, "durability: process\n");
        venue.serve();
        openTheLot();
        try (SyncClient first = venue.client(ALICE, Role.BIDDER);
                SyncClient second = venue.client(BOB, Role.BIDDER);
                RawSocket hostile = new RawSocket(venue.endpoint())) {
            alice = first;
            bob = second;
            alice.require(new HoldDeposit(1, ALICE));
            bob.require(new HoldDeposit(1, BOB));
            showBadTokens();
            assertTrue(hostile.ask(authenticate(venue.token(HOSTILE, Role.BIDDER)))
                    .path("ok")
                    .asBoolean());
            sendBadMessages(hostile);
            sendBadAmounts(hostile);
            sendTwoCommandsUnderOneCid(hostile);
            assertEquals("HOSTILE stays connected", "HOSTILE stays " + connected(hostile));
        }
        assertEquals(13, told.size(), told.toString());
    }

    private void openTheLot() {
        String terms = "{ seller: 501, deposit: 10%, increment: 5万, duration: 10m }";
        String event = venue.write("event.yaml", EventText.of(3, 1, terms));
        gavel.run(0, "event", "load", event, "--config", venue.config());
        try (SyncClient clerk = venue.client(TestVenue.OPERATOR, Role.OPERATOR)) {
            clerk.require(new StartRoadshow(EventText.ROADSHOW, "The test begins."));
        }
    }

    private static String authenticate(String token) {
        return "{\"op\":\"Authenticate\",\"id\":1,\"token\":\"" + token + "\"}";
    }

    private static String connected(RawSocket socket) {
        return socket.ask("{\"op\":\"Ping\",\"id\":2}").path("ok").asBoolean() ? "connected" : "refused";
    }

    private void showBadTokens() {
        Path strange = gavel.directory().resolve("strange");
        String forged = TokenKeys.create(strange)
                .issue(TestVenue.NAME, HOSTILE, Role.BIDDER, Instant.now().plusSeconds(600), "forged");
        String expired = venue.token(HOSTILE, Role.BIDDER, Instant.now().minusSeconds(2));
        try (RawSocket stranger = new RawSocket(venue.endpoint())) {
            expect(RejectReason.BAD_TOKEN, stranger, authenticate("nonsense"));
            expect(RejectReason.BAD_TOKEN, stranger, authenticate(forged));
        }
        try (RawSocket late = new RawSocket(venue.endpoint())) {
            expect(RejectReason.TOKEN_EXPIRED, late, authenticate(expired));
            expect(RejectReason.AUTH_REQUIRED, late, bid("a", "\"60000000\""));
        }
    }

    private void sendBadMessages(RawSocket hostile) {
        expect(RejectReason.BAD_JSON, hostile, "{\"op\":\"PlaceBid\",");
        expect(RejectReason.UNKNOWN_OP, hostile, "{\"op\":\"SellTheHouse\",\"id\":1,\"cid\":\"x1\"}");
        expect(RejectReason.TOO_LARGE, hostile, "{\"op\":\"Ping\",\"id\":\"" + "x".repeat(9_000) + "\"}");
        try (RawSocket flood = new RawSocket(venue.endpoint())) {
            flood.send("x".repeat(300_000));
            assertEquals(1009, flood.awaitClose());
        }
    }

    private void sendBadAmounts(RawSocket hostile) {
        expect(RejectReason.AMOUNT_ZERO, hostile, bid("b1", "\"0\""));
        expect(RejectReason.AMOUNT_NEGATIVE, hostile, bid("b2", "\"-60000000\""));
        expect(RejectReason.AMOUNT_OUT_OF_RANGE, hostile, bid("b3", "\"9223372036854775808\""));
        expect(RejectReason.AMOUNT_OUT_OF_RANGE, hostile, bid("b4", "9223372036854775808"));
        expect(RejectReason.AMOUNT_FRACTIONAL, hostile, bid("b5", "\"60000000.5\""));
        expect(RejectReason.AMOUNT_FRACTIONAL, hostile, bid("b6", "60000000.5"));
        expect(RejectReason.LOT_UNKNOWN, hostile, bid("b7", "\"60000000\"").replace("\"lot\":1", "\"lot\":777"));
    }

    private void sendTwoCommandsUnderOneCid(RawSocket hostile) {
        expect(RejectReason.DEPOSIT_NOT_HELD, hostile, bid("b8", "\"60000000\""));
        expect(RejectReason.CID_CONFLICT, hostile, bid("b8", "\"70000000\""));
        expect(RejectReason.DEPOSIT_NOT_HELD, hostile, bid("b8", "\"60000000\""));
    }

    private static String bid(String cid, String amount) {
        return "{\"op\":\"PlaceBid\",\"id\":7,\"cid\":\"" + cid + "\",\"lot\":1,\"amount\":" + amount + "}";
    }

    private void expect(RejectReason reason, RawSocket from, String message) {
        JsonNode before = lots();
        ObjectNode reply = from.ask(message);
        String both = message.substring(0, Math.min(100, message.length())) + " was answered " + reply;
        assertFalse(reply.path("ok").asBoolean(), both);
        assertEquals(reason.code(), reply.path("e").path("code").asInt(), both);
        assertEquals(reason.name(), reply.path("e").path("name").asText(), both);
        assertFalse(reply.path("e").path("message").asText().isBlank(), both);
        assertEquals(before, lots(), both);
        told.add(reason);
        othersGoOn();
    }

    private JsonNode lots() {
        return alice.ask("ListLots").path("lots");
    }

    /** The two others take turns. */
    private void othersGoOn() {
        SyncClient next = (price / STEP) % 2 == 0 ? alice : bob;
        int bidder = next == alice ? ALICE : BOB;
        price += STEP;
        Instant sent = Instant.now();
        Outcome outcome = next.submit(new PlaceBid(1, bidder, new Money(price)));
        assertTrue(outcome.accepted(), outcome.toString());
        Duration took = Duration.between(sent, Instant.now());
        assertTrue(took.compareTo(UNDISTURBED) < 0, "a bid of somebody else took " + took);
        Awaitility.await("the bid shows")
                .pollInterval(Duration.ofMillis(5))
                .atMost(UNDISTURBED)
                .until(() -> lots().get(0).path("price").asLong() == price);
    }
}
