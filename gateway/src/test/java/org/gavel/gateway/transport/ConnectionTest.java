package org.gavel.gateway.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.gavel.exchange.api.Answer;
import org.gavel.gateway.GatewaySettings;
import org.gavel.gateway.Story;
import org.gavel.gateway.session.Session;
import org.gavel.protocol.event.LotPaused;
import org.gavel.protocol.event.PauseCause;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How connections live and end on real sockets. */
class ConnectionTest {
    private static final String BID = "{'op':'PlaceBid','cid':'a1','lot':1,'amount':'101000'}";

    private static final String ORDER = "{'op':'PlaceOrder','cid':'o1','book':3,'side':'BUY','price':'100',"
            + "'quantity':5,'cancelOnDisconnect':true}";

    @TempDir
    Path directory;

    private GatewayRig rig;

    private void open(UnaryOperator<GatewaySettings> change) {
        rig = new GatewayRig(directory, change);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void pushesWhatHappensToWhoeverSubscribed() throws IOException {
        open(UnaryOperator.identity());
        try (RawClient client = rig.connect()) {
            ObjectNode reply = client.ask("{'op':'Subscribe','channel':'lot.1'}");
            assertEquals(
                    "OPEN",
                    reply.get("r").get("snapshot").get("lot").get("state").textValue());
            rig.feed.add(Story.bid(1, 7, 1));

            ObjectNode push = client.await(message -> message.has("event"));
            assertEquals("BidAccepted", push.get("event").textValue());
            assertEquals(3, push.get("sq").longValue());
            assertEquals("lot.1", push.get("ch").textValue());
            assertEquals(reply.get("r").get("epoch"), push.get("ep"));
            assertFalse(push.has("bidder"));
        }
    }

    @Test
    void letsEverybodySubscribeToWhatSomebodyWasToldIsOpen() throws IOException {
        open(UnaryOperator.identity());
        rig.port.answer(taken -> new Answer(rig.feed.sequence() + 1, 1, RejectReason.NONE, 0, false));
        try (RawClient operator = rig.signedIn(3, Role.OPERATOR);
                RawClient spectator = rig.connect()) {
            operator.ask("{'op':'OpenBook','cid':'o1','book':7,'asset':'UNITS','title':{'zh':'份额','en':'Units'},"
                    + "'terms':{'tick':'1','lowest':'1','highest':'100000'},'reason':'as announced'}");
            operator.text("{'op':'Subscribe','channel':'book.7'}");
            spectator.text("{'op':'Subscribe','channel':'book.7.orders'}");
            assertTrue(spectator.ask("{'op':'Ping'}").get("r").has("venue"));
            rig.feed.add(Story.bookOpened(7));

            assertTrue(operator.reply().get("r").has("snapshot"));
            assertTrue(spectator.reply().get("r").has("snapshot"));
        }
    }

    @Test
    void resumesExactlyAcrossARestartOfTheGateway() throws IOException {
        open(UnaryOperator.identity());
        String epoch;
        try (RawClient client = rig.connect()) {
            epoch = client.ask("{'op':'Subscribe','channel':'lot.1'}")
                    .get("r")
                    .get("epoch")
                    .textValue();
        }
        rig.feed.add(Story.bid(1, 7, 1)).add(Story.bid(1, 8, 2));
        rig.restart();
        try (RawClient client = rig.connect()) {
            ObjectNode reply = client.ask("{'op':'Subscribe','channel':'lot.1','epoch':'" + epoch + "','from':3}");
            assertTrue(reply.get("r").get("recovered").booleanValue());
            assertFalse(reply.get("r").has("snapshot"));
            for (int sq = 3; sq <= 4; sq++) {
                assertEquals(
                        sq, client.await(message -> message.has("sq")).get("sq").intValue());
            }
        }
    }

    @Test
    void endsTheConnectionOfASlowClientAndOfNobodyElse() throws Exception {
        open(settings -> settings.withPatience(64 << 10, Duration.ofMillis(500)));
        String reason = "x".repeat(400);
        try (RawClient slow = RawClient.narrow(rig.gateway.port());
                RawClient quick = rig.connect()) {
            slow.ask("{'op':'Subscribe','channel':'lots'}");
            quick.ask("{'op':'Subscribe','channel':'lots'}");
            int events = 0;
            long last = 0;
            while (events < 60_000) {
                for (int i = 0; i < 500; i++, events++) {
                    rig.feed.add(new LotPaused(1, PauseCause.CLERK, 1, reason));
                }
                while (last < events + 3L) {
                    last = quick.await(message -> message.has("sq")).get("sq").longValue();
                }
            }
            assertEquals(events + 3L, last, "the quick one has everything");
            RawClient.Frame end = slow.awaitClose();
            assertEquals(4008, end.closeCode());
            assertEquals("slow", end.closeReason());
        }
    }

    @Test
    void limitsTheRateOfASession() throws IOException {
        open(settings -> settings.withBidderRate(1, 3));
        try (RawClient client = rig.signedIn(7, Role.BIDDER)) {
            client.ask(BID);
            client.ask(BID);
            assertEquals("RATE_LIMITED", client.refusal(BID));
            assertEquals(2, rig.port.taken().size());
        }
    }

    @Test
    void limitsTheRateOfMessagesThatAreTooLarge() throws IOException {
        open(settings -> settings.withBidderRate(1, 2));
        String tooLarge = "x".repeat(Session.SMALL_MESSAGE + 1);
        try (RawClient client = rig.connect()) {
            client.ask("{'op':'Ping'}");
            assertEquals("TOO_LARGE", client.refusal(tooLarge));
            assertEquals("RATE_LIMITED", client.refusal(tooLarge));
        }
    }

    @Test
    void endsTheConnectionOfWhoeverFloodsItWithPings() throws IOException {
        open(settings -> settings.withBidderRate(1, 1));
        try (RawClient client = rig.connect()) {
            CompletableFuture<Void> flood = CompletableFuture.runAsync(() -> {
                try {
                    for (int i = 0; i < 2_000; i++) {
                        client.frame(RawClient.PING, true, new byte[0]);
                    }
                } catch (IOException ended) {
                    assertTrue(ended.getMessage() != null);
                }
            });
            assertEquals(4013, client.awaitClose().closeCode());
            flood.join();
        }
    }

    @Test
    void limitsTheConnectionsOfOneAddress() throws IOException {
        open(settings -> settings.withConnections(10, 2));
        try (RawClient one = rig.connect();
                RawClient two = rig.connect();
                RawClient three = rig.connect()) {
            assertEquals(101, two.status());
            assertEquals(503, three.status());
            assertTrue(three.body().contains("TOO_MANY_CONNECTIONS"));
            one.hangUp();
            Awaitility.await().until(() -> {
                try (RawClient four = rig.connect()) {
                    return four.status() == 101;
                }
            });
        }
    }

    @Test
    void limitsTheConnectionsInAll() throws IOException {
        open(settings -> settings.withConnections(1, 10));
        try (RawClient one = rig.connect();
                RawClient two = rig.connect()) {
            assertEquals(101, one.status());
            assertEquals(503, two.status());
        }
    }

    @Test
    void endsTheConnectionOfAClientThatAnswersNoPing() throws IOException {
        open(settings -> settings.withHeartbeat(Duration.ofMillis(100)));
        try (RawClient client = rig.connect()) {
            assertEquals("Heartbeat", client.await(message -> true).get("event").textValue());
            assertEquals(4012, client.awaitClose().closeCode());
        }
    }

    @Test
    void endsTheSessionOfASilentClientBeforeItLetsGoOfTheConnection() throws IOException {
        open(settings -> settings.withHeartbeat(Duration.ofMillis(500)));
        try (RawClient client = rig.signedIn(7, Role.BIDDER)) {
            client.ask(ORDER);
            RawClient.Frame end = client.awaitClose();
            assertEquals(4012, end.closeCode());
            assertEquals(List.of("PlaceOrder", "ReportDisconnect"), taken());

            client.text(ORDER);
            client.frame(RawClient.CLOSE, true, end.payload());
            assertThrows(EOFException.class, client::next);
            rig.gateway.drain(Duration.ZERO);
            assertEquals(List.of("PlaceOrder", "ReportDisconnect"), taken());
        }
    }

    private List<String> taken() {
        return rig.port.taken().stream()
                .map(taken -> taken.command().getClass().getSimpleName())
                .toList();
    }

    @Test
    void keepsTheConnectionOfAClientThatAnswersPings() throws IOException {
        open(settings -> settings.withHeartbeat(Duration.ofMillis(100)));
        try (RawClient client = rig.connect()) {
            for (int beats = 0; beats < 10; ) {
                RawClient.Frame frame = client.next();
                if (frame.opcode() == RawClient.PING) {
                    client.frame(RawClient.PONG, true, frame.payload());
                    beats++;
                }
                assertTrue(frame.opcode() != RawClient.CLOSE);
            }
        }
    }

    @Test
    void drainsWithNoticeAndAnswersWhatIsUnderWay() throws IOException {
        open(UnaryOperator.identity());
        try (RawClient client = rig.signedIn(7, Role.BIDDER)) {
            rig.port.hold();
            client.text(BID);
            Awaitility.await().until(() -> rig.port.taken().size() == 1);
            CompletableFuture<Void> drained =
                    CompletableFuture.runAsync(() -> rig.gateway.drain(Duration.ofMillis(1_500)));
            assertEquals(
                    1_500,
                    client.await(message -> message.has("afterMillis"))
                            .get("afterMillis")
                            .intValue());
            assertEquals("DRAINING", client.refusal(BID));
            rig.port.release();
            assertTrue(client.reply().get("ok").booleanValue());
            try (RawClient late = rig.connect()) {
                assertEquals(503, late.status());
                assertTrue(late.body().contains("DRAINING"));
            }
            assertEquals(4000, client.awaitClose().closeCode());
            client.hangUp();
            drained.join();
            assertEquals(1, rig.port.taken().size());
        }
        rig.gateway.close();
        assertThrows(ConnectException.class, () -> rig.connect().hangUp());
    }

    @Test
    void endsForAFaultWhenEveryClientHasBeenTold() throws IOException {
        open(UnaryOperator.identity());
        try (RawClient client = rig.connect()) {
            CompletableFuture<Void> failed = CompletableFuture.runAsync(() -> rig.gateway.fail(Duration.ofMinutes(5)));
            RawClient.Frame end = client.awaitClose();
            assertEquals(4001, end.closeCode());
            assertEquals("fault", end.closeReason());
            assertFalse(failed.isDone());

            client.frame(RawClient.CLOSE, true, end.payload());
            failed.join();
        }
    }

    @Test
    void endsForAFaultThoughAClientDoesNotAnswer() throws IOException {
        open(UnaryOperator.identity());
        try (RawClient client = rig.connect()) {
            rig.gateway.fail(Duration.ofMillis(1));
            try (RawClient late = rig.connect()) {
                assertEquals(503, late.status());
            }
            assertEquals(4001, client.awaitClose().closeCode());
        }
    }
}
