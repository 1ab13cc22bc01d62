package org.gavel.loadtest.client;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.gavel.loadtest.link.RequestRefused;
import org.gavel.loadtest.link.Wire;
import org.gavel.loadtest.venue.Fault;
import org.gavel.loadtest.venue.Market;
import org.gavel.loadtest.venue.ScriptedVenue;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GavelClientTest {
    private static final Patience QUICK = new Patience(1_000, 1_000, 150, 5, 40, 20_000);
    private static final Command BID = new PlaceBid(7, 0, new Money(100));
    private static final ClientId CID = ClientId.parse("bid-1");
    private static final long SEED = 11;

    private final Vertx vertx = Vertx.vertx();
    private final ScriptedVenue venue = new ScriptedVenue(Market.YES, 1.0);
    private final GavelClient client = client("5");
    private final List<Long> delivered = new CopyOnWriteArrayList<>();
    private final List<Subscribed> snapshots = new CopyOnWriteArrayList<>();

    private GavelClient client(String token) {
        ClientOptions options = new ClientOptions(venue.endpoint(), Optional.of(token), SEED, QUICK);
        return new GavelClient(vertx, options);
    }

    @AfterEach
    void close() {
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        venue.close();
    }

    @Test
    void answersACommandWithItsPlaceInTheOrder() {
        Outcome outcome = submit();
        assertEquals(new Outcome(1, outcome.at(), RejectReason.NONE, 0, false), outcome);
    }

    @Test
    void asksForTheOutcomeOfACommandWhoseReplyWasSwallowed() {
        venue.fault("PlaceBid", Fault.SWALLOW_REPLY);
        Outcome outcome = submit();
        assertTrue(outcome.accepted() && outcome.repeated());
        assertEquals(1, outcome.seq());
        assertEquals(1, venue.applied());
        assertEquals(1, venue.requests("PlaceBid").size());
        assertEquals("bid-1", venue.requests("AskStatus").get(0).path("about").asText());
    }

    @Test
    void sendsAnUnknownCommandAgainUnderTheSameCid() {
        venue.fault("PlaceBid", Fault.SWALLOW_REQUEST);
        assertTrue(submit().accepted());
        assertEquals(1, venue.applied());
        assertEquals(2, sentUnder("bid-1"));
        assertEquals(1, client.count(Incident.RESEND));
    }

    @Test
    void resolvesACommandAcrossALostConnection() {
        venue.fault("PlaceBid", Fault.DROP_AFTER);
        Outcome outcome = submit();
        assertTrue(outcome.accepted() && outcome.repeated());
        assertEquals(1, venue.applied());
        assertEquals(1, client.count(Incident.RECONNECT));
    }

    @Test
    void appliesACommandOnceHoweverTheConnectionBreaks() {
        venue.fault(
                "PlaceBid",
                Fault.DROP_BEFORE,
                Fault.BUSY,
                Fault.RATE_LIMITED,
                Fault.DRAINING,
                Fault.SWALLOW_REQUEST,
                Fault.DROP_AFTER);
        venue.fault("AskStatus", Fault.SWALLOW_REPLY, Fault.DROP_BEFORE, Fault.BUSY);
        assertTrue(submit().accepted());
        assertEquals(1, venue.applied());
        assertEquals(venue.requests("PlaceBid").size(), sentUnder("bid-1"));
        assertEquals(3, client.count(Incident.RETRY));
    }

    @Test
    void asksAgainNoSoonerThanTheVenueSays() {
        connect();
        client.subscribe("lot.6").join();
        assertTrue(client.submit(BID, ClientId.parse("earlier")).join().accepted());
        venue.fault("PlaceBid", Fault.RATE_LIMITED);
        venue.fault("Subscribe", Fault.RATE_LIMITED);
        long before = System.nanoTime();
        CompletableFuture<Long> followed = client.subscribe("lot.7").thenApply(first -> System.nanoTime());
        assertTrue(client.submit(BID, CID).join().accepted());
        long bid = System.nanoTime();
        long leastNanos = TimeUnit.MILLISECONDS.toNanos(ScriptedVenue.RETRY_AFTER_MILLIS);
        assertTrue(bid - before >= leastNanos, bid - before + " ns");
        assertTrue(followed.join() - before >= leastNanos, followed.join() - before + " ns");
    }

    @Test
    void endsABusyVenuesCommandAsRefusedAfterBoundedRetries() {
        Fault[] always = new Fault[PendingCommand.MAX_SENDS];
        Arrays.fill(always, Fault.BUSY);
        venue.fault("PlaceBid", always);
        Outcome outcome = submit();
        assertEquals(RejectReason.BUSY, outcome.reason());
        assertEquals(PendingCommand.MAX_SENDS, venue.requests("PlaceBid").size());
        assertEquals(0, venue.applied());
    }

    @Test
    void leavesACommandUnresolvedWhenTheClientIsClosed() {
        Fault[] never = new Fault[PendingCommand.MAX_ASKS];
        Arrays.fill(never, Fault.SWALLOW_REPLY);
        venue.fault("PlaceBid", Fault.SWALLOW_REPLY);
        venue.fault("AskStatus", never);
        connect();
        CompletableFuture<Outcome> outcome = client.submit(BID, CID);
        await().until(() -> venue.requests("PlaceBid").size() == 1);
        client.close();
        assertTrue(outcome.join().unresolved());
    }

    @Test
    void sendsAgainWhatTheVenueWouldStillKnowHadItBeenApplied() {
        assertTrue(client().submit(BID, ClientId.parse("earlier")).join().accepted());
        venue.keepsFrom(2);
        venue.fault("PlaceBid", Fault.SWALLOW_REQUEST);
        assertTrue(client.submit(BID, CID).join().accepted());
        assertEquals(2, sentUnder("bid-1"));
    }

    @Test
    void leavesUnresolvedWhatTheVenueSaysItMayHaveForgotten() {
        assertTrue(client().submit(BID, ClientId.parse("earlier")).join().accepted());
        venue.keepsFrom(3);
        venue.fault("PlaceBid", Fault.SWALLOW_REQUEST);
        assertTrue(client.submit(BID, CID).join().unresolved());
        assertEquals(1, sentUnder("bid-1"));
    }

    private GavelClient client() {
        connect();
        return client;
    }

    @Test
    void doesNotSendAgainWhatTheVenueMayHaveForgotten() {
        venue.fault("PlaceBid", Fault.SWALLOW_REQUEST);
        venue.fault("AskStatus", Fault.SWALLOW_REPLY, Fault.SWALLOW_REPLY, Fault.SWALLOW_REPLY);
        connect();
        CompletableFuture<Outcome> inDoubt = client.submit(BID, CID);
        for (int i = 0; i <= Commands.MAX_NEWER; i++) {
            assertTrue(client.submit(BID, ClientId.parse("newer-" + i)).join().accepted());
        }
        assertTrue(inDoubt.join().unresolved());
        assertEquals(1, sentUnder("bid-1"));
    }

    @Test
    void takesNoMoreCommandsThanItsBound() {
        for (int i = 0; i < Commands.MAX_PENDING; i++) {
            assertFalse(client.submit(BID, ClientId.parse("c" + i)).isDone());
        }
        assertEquals(RejectReason.BUSY, client.submit(BID, CID).join().reason());
    }

    @Test
    void queuesACommandUntilTheVenueIsThere() {
        venue.down();
        CompletableFuture<Outcome> outcome = client.submit(BID, CID);
        CompletableFuture<ObjectNode> welcome = client.connect();
        venue.up();
        assertEquals("scripted", welcome.join().path("venue").asText());
        assertTrue(outcome.join().accepted());
    }

    @Test
    void asksAgainFromTheEventAfterTheLastWhenSomeAreMissing() {
        follow();
        venue.publish("lots", 1);
        venue.publish("lots", 0);
        venue.publish("lots", 0);
        venue.publish("lots", 1);
        await().until(() -> delivered.equals(List.of(1L, 2L, 3L, 4L)));
        ObjectNode question = venue.requests("Subscribe").get(1);
        assertEquals(2, question.path("from").asLong());
        assertEquals(1, client.count(Incident.GAP));
    }

    @Test
    void learnsFromAHeartbeatThatTheLastEventIsMissing() {
        follow();
        venue.publish("lots", 0);
        venue.heartbeat();
        await().until(() -> delivered.equals(List.of(1L)));
        assertEquals(1, client.count(Incident.GAP));
    }

    @Test
    void deliversADuplicateOnce() {
        follow();
        venue.publish("lots", 3);
        venue.publish("lots", 1);
        await().until(() -> delivered.size() == 2);
        assertEquals(List.of(1L, 2L), delivered);
        assertEquals(2, client.count(Incident.DUPLICATE));
    }

    @Test
    void resumesExactlyAfterTheNodeWasKilled() {
        follow();
        venue.publish("lots", 1);
        await().until(() -> delivered.size() == 1);
        venue.down();
        venue.publish("lots", 1);
        venue.publish("lots", 1);
        venue.up();
        await().until(() -> delivered.equals(List.of(1L, 2L, 3L)));
        assertEquals(0, client.count(Incident.GAP));
        assertEquals(0, client.count(Incident.DUPLICATE));
        assertEquals(1, snapshots.size());
    }

    @Test
    void givesUpAtOnceWithATokenTheVenueDoesNotKnow() {
        GavelClient stranger = client("forged");
        CompletionException failure =
                assertThrows(CompletionException.class, () -> stranger.connect().join());
        RequestRefused refused = (RequestRefused) failure.getCause();
        assertEquals(RejectReason.BAD_TOKEN, refused.reason());
        assertEquals(refused, stranger.ended().orTimeout(20, TimeUnit.SECONDS).join());
    }

    @Test
    void namesTheAddressWhenNobodyListensThere() {
        venue.down();
        ClientOptions options =
                new ClientOptions(venue.endpoint(), Optional.empty(), SEED, new Patience(500, 500, 500, 5, 20, 200));
        RequestRefused refused = assertThrows(RequestRefused.class, () -> SyncClient.open(options));
        assertTrue(refused.getMessage().contains(venue.endpoint().toString()), refused.getMessage());
    }

    @Test
    void comesBackInABoundedNumberOfAttemptsWhenEveryLogonFails() {
        Fault[] drops = new Fault[20];
        Arrays.fill(drops, Fault.DROP_BEFORE);
        venue.fault("Authenticate", drops);
        connect();
        assertEquals(21, venue.requests("Authenticate").size());
        assertEquals(1, venue.connections());
    }

    @Test
    void theSynchronousClientAsksAndSubmits() {
        ClientOptions options = new ClientOptions(venue.endpoint(), Optional.of("9"), SEED, QUICK);
        try (SyncClient sync = SyncClient.open(options)) {
            assertEquals(9, sync.welcome().path("subject").asInt());
            assertTrue(sync.ask("Ping").path("now").asLong() > 0);
            assertTrue(sync.require(BID).accepted());
        }
    }

    private Outcome submit() {
        connect();
        return client.submit(BID, CID).orTimeout(20, TimeUnit.SECONDS).join();
    }

    private void connect() {
        assertEquals(
                5,
                client.connect()
                        .orTimeout(20, TimeUnit.SECONDS)
                        .join()
                        .path("subject")
                        .asInt());
    }

    private void follow() {
        client.onEvent(push -> delivered.add(push.sq()));
        client.onSnapshot(snapshots::add);
        connect();
        assertEquals(
                Wire.object().put("of", "lots"),
                client.subscribe("lots").orTimeout(20, TimeUnit.SECONDS).join().snapshot());
    }

    private long sentUnder(String cid) {
        return venue.requests("PlaceBid").stream()
                .filter(request -> request.path("cid").asText().equals(cid))
                .count();
    }
}
