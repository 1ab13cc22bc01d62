package org.gavel.gateway.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gavel.gateway.Story;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.gateway.session.Session;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What strangers may send to a real socket, and what comes of it. */
class GatewayServerTest {
    @TempDir
    Path directory;

    private GatewayRig rig;

    @BeforeEach
    void open() {
        rig = new GatewayRig(directory, settings -> settings.withOrigins(Set.of("https://hall.example")));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static String padded(int bytes) {
        String frame = "{'op':'Ping','id':'x'}";
        return frame + " ".repeat(bytes - frame.length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BAD_JSON           | {'op':'PlaceBid'",
                "UNKNOWN_OP         | {'op':'Buy'}",
                "DUPLICATE_KEY      | {'op':'Ping','op':'Ping'}",
                "UNKNOWN_FIELD      | {'op':'Ping','now':1}",
                "BAD_FIELD          | {'op':'Ping','id':'\\ud800'}",
                "AMOUNT_ZERO        | {'op':'PlaceBid','cid':'a','lot':1,'amount':'0'}",
                "AMOUNT_NEGATIVE    | {'op':'PlaceBid','cid':'a','lot':1,'amount':'-5'}",
                "AMOUNT_OUT_OF_RANGE| {'op':'PlaceBid','cid':'a','lot':1,'amount':'9223372036854775808'}",
                "AMOUNT_FRACTIONAL  | {'op':'PlaceBid','cid':'a','lot':1,'amount':'0.5'}",
                "NOT_YOUR_ACCOUNT   | {'op':'PlaceBid','cid':'a','lot':1,'bidder':8,'amount':'5'}",
                "FORBIDDEN          | {'op':'OpenLot','cid':'a','lot':1,'reason':'x'}"
            })
    void refusesAMessageAndGoesOn(String expected, String message) throws IOException {
        try (RawClient client = rig.signedIn(7, Role.BIDDER)) {
            assertEquals(expected, client.refusal(message));
            assertTrue(client.ask("{'op':'Ping'}").get("ok").booleanValue());
            assertTrue(rig.port.taken().isEmpty());
        }
    }

    @Test
    void bidsThroughAnUnknownWebSocketClient() throws Exception {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        WebSocket.Listener listener = new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                received.add(data.toString());
                socket.request(1);
                return null;
            }
        };
        URI uri = URI.create("ws://127.0.0.1:" + rig.gateway.port() + "/ws/v1");
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(uri, listener)
                .get(20, TimeUnit.SECONDS);
        String token = rig.token(7, Role.BIDDER);
        socket.sendText("{\"op\":\"Authenticate\",\"token\":\"" + token + "\"}", true)
                .get(20, TimeUnit.SECONDS);
        socket.sendText("{\"op\":\"PlaceBid\",\"cid\":\"a\",\"lot\":1,\"amount\":\"100000\"}", true)
                .get(20, TimeUnit.SECONDS);

        assertTrue(received.poll(20, TimeUnit.SECONDS).contains("\"subject\":7"));
        assertTrue(received.poll(20, TimeUnit.SECONDS).contains("\"seq\":1"));
        socket.abort();
    }

    @Test
    void refusesTextThatIsNotUtf8AndEndsTheConnection() throws IOException {
        for (byte[] bad : new byte[][] {
            {'a', (byte) 0xf7, (byte) 0xbf}, {(byte) 0xc0, (byte) 0x80}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}
        }) {
            try (RawClient client = rig.connect()) {
                client.frame(RawClient.TEXT, true, bad);
                assertEquals("BAD_UTF8", client.reply().get("e").get("name").textValue());
                assertEquals(1007, client.awaitClose().closeCode());
            }
        }
    }

    @Test
    void readsACharacterThatIsSplitBetweenTwoFrames() throws IOException {
        try (RawClient client = rig.connect()) {
            byte[] text = "{\"op\":\"Ping\",\"id\":\"拍\"}".getBytes(StandardCharsets.UTF_8);
            byte[] head = Arrays.copyOfRange(text, 0, text.length - 4);
            byte[] tail = Arrays.copyOfRange(text, text.length - 4, text.length);
            client.frame(RawClient.TEXT, false, head);
            client.frame(RawClient.PING, true, new byte[] {1});
            client.frame(RawClient.CONTINUATION, true, tail);
            assertEquals("拍", client.reply().get("id").textValue());
        }
    }

    @Test
    void refusesBinaryFrames() throws IOException {
        try (RawClient client = rig.connect()) {
            client.frame(RawClient.BINARY, true, new byte[] {'{', '}'});
            assertEquals("BAD_JSON", client.reply().get("e").get("name").textValue());
            assertEquals(1003, client.awaitClose().closeCode());
        }
    }

    @Test
    void refusesAMessageTooLargeForItsRoleAndGoesOn() throws IOException {
        try (RawClient bidder = rig.signedIn(7, Role.BIDDER);
                RawClient clerk = rig.signedIn(3, Role.CLERK)) {
            assertTrue(bidder.ask(padded(Session.SMALL_MESSAGE)).get("ok").booleanValue());
            assertEquals("TOO_LARGE", bidder.refusal(padded(Session.SMALL_MESSAGE + 1)));
            assertTrue(bidder.ask("{'op':'Ping'}").get("ok").booleanValue());
            assertTrue(clerk.ask(padded(Session.LARGE_MESSAGE)).get("ok").booleanValue());
        }
    }

    @Test
    void endsAConnectionThatSendsMoreThanIsEverRead() throws IOException {
        try (RawClient one = rig.signedIn(3, Role.CLERK);
                RawClient parts = rig.signedIn(7, Role.BIDDER)) {
            one.text(padded(Session.LARGE_MESSAGE + 1));
            RawClient.Frame end = one.awaitClose();
            assertEquals(1009, end.closeCode());
            assertFalse(end.closeReason().isEmpty());
            byte[] part = new byte[Session.LARGE_MESSAGE / 4];
            parts.frame(RawClient.TEXT, false, part);
            for (int i = 0; i < 4; i++) {
                parts.frame(RawClient.CONTINUATION, false, part);
            }
            assertEquals(1009, parts.awaitClose().closeCode());
        }
    }

    @Test
    void endsAConnectionWhoseFrameSaysItIsEndless() throws IOException {
        try (RawClient client = rig.connect()) {
            client.bytes(new byte[] {(byte) 0x81, (byte) 0xff, 0x7f, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0});
            assertEquals(1009, client.awaitClose().closeCode());
        }
    }

    @Test
    void agreesToNoCompression() throws IOException {
        try (RawClient client = rig.connect()) {
            assertEquals(101, client.status());
            assertFalse(client.headers().toLowerCase(Locale.ROOT).contains("extensions"), client.headers());
        }
    }

    @Test
    void endsAConnectionWithCompressedFramesNobodyAgreedTo() throws IOException {
        try (RawClient client = rig.connect()) {
            client.frame(0x40 | RawClient.TEXT, true, new byte[] {1, 2, 3});
            assertEquals(1002, client.awaitClose().closeCode());
        }
    }

    @Test
    void letsInOnlyPagesOfKnownOrigins() throws IOException {
        try (RawClient known = RawClient.from(rig.gateway.port(), "https://hall.example");
                RawClient none = rig.connect();
                RawClient other = RawClient.from(rig.gateway.port(), "https://hall.example.evil.example");
                RawClient nothing = RawClient.from(rig.gateway.port(), "null")) {
            assertEquals(101, known.status());
            assertEquals(101, none.status());
            assertEquals(403, other.status());
            assertEquals(403, nothing.status());
            assertTrue(other.body().contains("FORBIDDEN"));
        }
    }

    @Test
    void takesNoTokenButItsOwn() throws IOException {
        TokenKeys others = TokenKeys.create(directory.resolve("others"));
        Instant later = Instant.now().plusSeconds(60);
        String foreign = others.issue(Story.VENUE, 7, Role.OPERATOR, later, "t");
        String elsewhere = rig.keys.issue("elsewhere", 7, Role.OPERATOR, later, "t");
        String expired =
                rig.keys.issue(Story.VENUE, 7, Role.OPERATOR, Instant.now().minusSeconds(1), "t");
        String none = "eyJhbGciOiJub25lIn0.eyJzdWIiOiI3Iiwicm9sZSI6Ik9QRVJBVE9SIn0.";
        try (RawClient client = rig.connect();
                RawClient again = rig.connect()) {
            assertEquals("BAD_TOKEN", client.refusal("{'op':'Authenticate','token':'" + foreign + "'}"));
            assertEquals("BAD_TOKEN", client.refusal("{'op':'Authenticate','token':'" + elsewhere + "'}"));
            assertEquals("AUTH_REQUIRED", client.refusal("{'op':'OpenLot','cid':'a','lot':1,'reason':'x'}"));
            assertEquals("BAD_TOKEN", client.refusal("{'op':'Authenticate','token':'" + none + "'}"));
            assertEquals(4503, client.awaitClose().closeCode());
            assertEquals("TOKEN_EXPIRED", again.refusal("{'op':'Authenticate','token':'" + expired + "'}"));
        }
    }

    @Test
    void servesItsPagesAndProbes() throws Exception {
        assertEquals(200, get("/livez").statusCode());
        assertTrue(get("/readyz").body().contains("\"ready\":true"));
        assertTrue(get("/readyz").body().contains("\"ledger\":{\"behind\":0,\"state\":\"NONE\"}"));
        assertTrue(get("/readyz").body().contains("\"clock\":{\"aheadMicros\":0,\"state\":\"NONE\"}"));
        assertTrue(get("/v1/lots").body().contains("\"lot\":1"));
        assertEquals(404, get("/../gateway").statusCode());
        assertEquals(404, get("/web/index.html").statusCode());
        HttpResponse<String> page = get("/");
        assertTrue(
                page.headers().firstValue("Content-Security-Policy").orElse("").startsWith("default-src 'none'"));
        ObjectNode market = JsonCodec.parse(get("/v1/lots").body());
        assertEquals(rig.feed.sequence(), market.get("sequence").longValue());
        assertFalse(get("/v1/lots?after=1").body().contains("\"lot\":1"));
        assertEquals(400, get("/v1/lots?after=x").statusCode());
    }

    @Test
    void servesTheRuleSheetOfALotAndNoOther() throws Exception {
        ObjectNode sheet = JsonCodec.parse(get("/v1/lots/1/rules").body());
        assertEquals(1, sheet.get("lot").get("lot").intValue());
        assertEquals("PRIVATE_SALE", sheet.get("rulebook").get("name").textValue());
        ObjectNode market = JsonCodec.parse(get("/v1/lots").body());
        assertEquals(
                CanonicalJson.hash(sheet),
                market.get("lots").get(0).get("ruleSheet").textValue());
        for (String path :
                List.of("/v1/lots/99/rules", "/v1/lots/0/rules", "/v1/lots/9999999999/rules", "/v1/lots/x/rules")) {
            assertEquals(404, get(path).statusCode(), path);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + rig.gateway.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
