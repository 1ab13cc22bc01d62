package org.gavel.ops.cli;

import static org.awaitility.Awaitility.await;
import static org.gavel.ops.cli.Console.gavel;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.loadtest.client.Outcome;
import org.gavel.ops.cli.Console.Run;
import org.gavel.ops.config.NodeConfig;
import org.gavel.ops.node.GavelNode;
import org.gavel.ops.node.NodePlan;
import org.gavel.ops.remote.NodeAddress;
import org.gavel.ops.remote.NodeLink;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.proof.Checkpoint;
import org.gavel.protocol.proof.NoteKind;
import org.gavel.protocol.proof.NoteSigner;
import org.gavel.protocol.proof.SignedNote;
import org.gavel.protocol.proof.TreeHash;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The public log of a real node: sockets, journal, witness, and proofs checked with nothing but a key. */
class ProofsSystemTest {
    private static final Duration MOST = Duration.ofSeconds(60);
    private static final String EVENT = """
            event: e1
            venue: V
            rulebook: PRIVATE_SALE
            participants:
              sellers: [{number: 501, name: S}]
              bidders: [{number: 1001, name: A, deposit: 100万}, {number: 1002, name: B, deposit: 100万}]
            defaults: {seller: 501, deposit: 10%, increment: 5万, duration: 3s}
            lots:
              - {number: 1, title: {zh: 一, en: One}, start: 50万}
              - {number: 2, title: {zh: 二, en: Two}, start: 60万}
            sessions: []
            """;

    @TempDir
    Path directory;

    private Path config;
    private GavelNode node;
    private String key;
    private String witness;

    @BeforeEach
    void start() throws Exception {
        witness = gavel("witness", "create", "--dir", path("w"), "--name", "notary.example/w1")
                .expect(ExitCodes.OK)
                .out()
                .strip();
        config = directory.resolve("node.yaml");
        configure("1h");
        gavel("keys", "create", "--config", config.toString()).expect(ExitCodes.OK);
        serve();
        Path event = Files.writeString(directory.resolve("event.yaml"), EVENT);
        gavel("event", "load", event.toString(), "--config", config.toString()).expect(ExitCodes.OK);
        key = path("venue.key");
        Files.writeString(Path.of(key), page("/log/key").body());
    }

    private void configure(String every) throws IOException {
        Files.writeString(
                config,
                "venue: V\ndata: data\nkeys: keys\ndurability: process\nlisten: {port: 0}\nlog:\n  every: " + every
                        + "\n  witnesses: [{key: \"" + witness + "\", from: w/cosigned}]\n");
    }

    private void serve() throws Exception {
        node = GavelNode.start(NodePlan.of(NodeConfig.readWithKeys(config)), fault -> {
            throw new AssertionError(fault);
        });
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private String log() {
        return "http://127.0.0.1:" + node.port() + "/log";
    }

    private HttpResponse<String> page(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + path))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String token(int bidder) throws Exception {
        NodeConfig read = NodeConfig.readWithKeys(config);
        String token = TokenKeys.load(read.keys())
                .issue("V", bidder, Role.BIDDER, Instant.now().plusSeconds(600), "t" + bidder);
        return Files.writeString(directory.resolve(bidder + ".token"), token).toString();
    }

    /** Opens the lot, bids, and answers the bid's sequence. */
    private long bid(int lot, int bidder) throws Exception {
        gavel("lot", "open", Integer.toString(lot), "--config", config.toString(), "--reason", "r")
                .expect(ExitCodes.OK);
        String token = Files.readString(Path.of(token(bidder)));
        try (NodeLink link = NodeLink.open(new NodeAddress("127.0.0.1", node.port()), token)) {
            Outcome held = link.act(new HoldDeposit(lot, 0));
            assertTrue(held.accepted(), held.toString());
            Outcome placed = link.act(new PlaceBid(lot, 0, Money.parse("60000000")));
            assertTrue(placed.accepted(), placed.toString());
            return placed.seq();
        }
    }

    private Checkpoint awaitHead(long size) {
        return await().atMost(MOST)
                .until(
                        () -> {
                            HttpResponse<String> answer = page("/log/checkpoint");
                            return answer.statusCode() != 200
                                    ? new Checkpoint("none", 0, TreeHash.EMPTY)
                                    : Checkpoint.parse(
                                            SignedNote.parse(answer.body()).text());
                        },
                        head -> head.size() >= size);
    }

    private Run get(long seq, String... more) {
        List<String> arguments = Stream.concat(
                        Stream.of("proof", "get", Long.toString(seq), "--node", "127.0.0.1:" + node.port()),
                        Stream.of(more))
                .toList();
        return gavel(arguments.toArray(String[]::new));
    }

    @Test
    @Timeout(120)
    void aBidIsProvenAtTheHammerWithNothingButTheFileAndTheKey() throws Exception {
        assertEquals(503, page("/log/checkpoint").statusCode(), "nothing is signed before the hour or a hammer");
        long seq = bid(1, 1001);
        awaitHead(seq);
        String proof = path("bid.proof");
        get(seq, "--token-file", token(1001), "--out", proof).expect(ExitCodes.OK);
        node.close();

        Run proven = gavel("proof", "verify", proof, "--key", key).expect(ExitCodes.OK);
        assertTrue(
                proven.out()
                        .startsWith("PROVEN: record " + seq + " of the log V is PlaceBid on lot 1 of 600,000.00"
                                + " yuan, asked by BIDDER 1001 (ONLINE, cid "),
                proven.out());
        assertTrue(proven.out().contains("not that it was accepted"), proven.out());
        Path receipt = Files.writeString(
                directory.resolve("receipt.json"), "{\"id\":1,\"ok\":true,\"r\":{\"at\":7,\"seq\":" + seq + "}}");
        Run other = gavel("proof", "verify", proof, "--key", key, "--receipt", receipt.toString())
                .expect(ExitCodes.VERIFICATION_FAILED);
        assertTrue(other.err().contains("the receipt names another time"), other.err());
        blamesWhatIsWrong(proof);
        String text = Files.readString(Path.of(proof));
        Files.writeString(Path.of(proof), text.replaceFirst("\"index\":", "\"index\":1"));
        Run refused = gavel("proof", "verify", proof, "--key", key).expect(ExitCodes.VERIFICATION_FAILED);
        assertTrue(refused.err().startsWith("REFUSED: " + proof + ": "), refused.err());
    }

    private void blamesWhatIsWrong(String proof) throws Exception {
        Path bad = Files.writeString(directory.resolve("bad.key"), "no key at all\n");
        Run badKey = gavel("proof", "verify", proof, "--key", bad.toString()).expect(ExitCodes.USAGE);
        assertTrue(badKey.err().startsWith("--key " + bad + ": a line of keys is written as"), badKey.err());
        assertFalse(badKey.err().contains("REFUSED"), badKey.err());
        Run badWitness =
                gavel("proof", "verify", proof, "--key", key, "--witness", key).expect(ExitCodes.USAGE);
        assertTrue(badWitness.err().startsWith("--witness " + key + ": V is a log's key"), badWitness.err());
        for (Run noFile : List.of(
                gavel("proof", "verify", directory.toString(), "--key", key),
                gavel("proof", "verify", proof, "--key", directory.toString()),
                gavel("proof", "verify", proof, "--key", key, "--since", directory.toString()))) {
            String said = noFile.expect(ExitCodes.FAILED).err();
            assertEquals("gavel: " + directory + " is a directory; name a file\n", said);
        }
    }

    @Test
    @Timeout(120)
    void aRepeatedAnswerIsHeldAgainstItsRecordAndNotAgainstItsTime() throws Exception {
        Outcome first = held();
        Outcome again = held();
        assertEquals(first.seq(), again.seq());
        assertTrue(again.repeated() && again.at() > first.at(), again.toString());
        awaitHead(bid(1, 1001));
        String proof = path("held.proof");
        get(first.seq(), "--token-file", token(1001), "--out", proof).expect(ExitCodes.OK);

        for (Outcome outcome : List.of(first, again)) {
            Path receipt = Files.writeString(
                    directory.resolve("receipt.json"),
                    "{\"at\":" + outcome.at() + ",\"repeated\":" + outcome.repeated() + ",\"seq\":" + outcome.seq()
                            + "}");
            gavel("proof", "verify", proof, "--key", key, "--receipt", receipt.toString())
                    .expect(ExitCodes.OK);
        }
        String help = gavel("proof", "verify", "--help").expect(ExitCodes.OK).out();
        assertTrue(help.contains("repeated answer (repeated: true) is not compared"), help);
    }

    /** The same command of one bidder under the same cid. */
    private Outcome held() throws Exception {
        String token = Files.readString(Path.of(token(1001)));
        try (NodeLink link = NodeLink.open(new NodeAddress("127.0.0.1", node.port()), token)) {
            return link.act(new HoldDeposit(2, 0), ClientId.parse("h-1"));
        }
    }

    @Test
    @Timeout(120)
    void nobodySeesAnothersRecordAndEverybodyItsPlace() throws Exception {
        long seq = bid(1, 1001);
        awaitHead(seq);
        Run stranger = get(seq, "--token-file", token(1002)).expect(ExitCodes.FAILED);
        assertTrue(
                stranger.err().contains("NOT_YOUR_ACCOUNT") || stranger.err().contains("own participant"),
                stranger.err());
        String sealed = path("sealed.proof");
        get(seq, "--out", sealed).expect(ExitCodes.OK);
        Run proven = gavel("proof", "verify", sealed, "--key", key).expect(ExitCodes.OK);
        assertTrue(proven.out().contains("a command this proof keeps sealed"), proven.out());
        Run staff = gavel("proof", "get", Long.toString(seq), "--config", config.toString())
                .expect(ExitCodes.OK);
        assertTrue(staff.out().contains("\"origin\""), staff.out());
        Run absent = get(999_999).expect(ExitCodes.FAILED);
        assertTrue(absent.err().contains("the node has no such record"), absent.err());
    }

    @Test
    @Timeout(120)
    void servesTilesForCachesAndNothingBesides() throws Exception {
        long seq = bid(1, 1001);
        Checkpoint head = awaitHead(seq);
        HttpResponse<String> tile = page("/log/tile/0/000.p/" + head.size());
        assertEquals(200, tile.statusCode());
        assertEquals(
                "public, max-age=31536000, immutable",
                tile.headers().firstValue("Cache-Control").orElse(""));
        assertEquals(
                "application/octet-stream",
                tile.headers().firstValue("Content-Type").orElse(""));
        HttpResponse<String> checkpoint = page("/log/checkpoint");
        assertEquals(
                "no-cache", checkpoint.headers().firstValue("Cache-Control").orElse(""));
        for (String path : List.of(
                "/log/tile/0/%2e%2e/%2e%2e/checkpoint", "/log/..%2fkeys%2flog-1.key", "/log/tile/0/999", "/log/")) {
            HttpResponse<String> none = page(path);
            assertEquals(404, none.statusCode(), path);
            assertTrue(none.body().contains("/log/checkpoint"), none.body());
        }
        assertEquals(400, page("/log/proof/1?from=x").statusCode());
    }

    @Test
    @Timeout(180)
    void aWitnessCosignsAndTheProofCarriesIt() throws Exception {
        long seq = bid(1, 1001);
        Checkpoint first = awaitHead(seq);
        Files.writeString(
                directory.resolve("first.note"), page("/log/checkpoint").body());
        Run seen = look(log()).expect(ExitCodes.OK);
        assertTrue(seen.err().contains("cosigned V at " + first.size() + " leaves"), seen.err());
        node.close();
        configure("200ms");
        serve();
        await().atMost(MOST).until(() -> page("/log/witnessed").statusCode() == 200);
        String proof = path("bid.proof");
        get(seq, "--token-file", token(1001), "--out", proof).expect(ExitCodes.OK);
        Run proven = gavel("proof", "verify", proof, "--key", key, "--witness", witness)
                .expect(ExitCodes.OK);
        assertTrue(proven.out().contains("Cosigned by notary.example/w1 at "), proven.out());

        awaitHead(first.size() + 1);
        look(log()).expect(ExitCodes.OK);
        Files.writeString(
                directory.resolve("later.note"), page("/log/checkpoint").body());
        Run consistent = gavel(
                        "proof", "consistency", path("first.note"), path("later.note"), "--key", key, "--log", log())
                .expect(ExitCodes.OK);
        assertTrue(consistent.out().startsWith("PROVEN: the log V of "), consistent.out());
        Run swapped = gavel(
                        "proof", "consistency", path("later.note"), path("first.note"), "--key", key, "--log", log())
                .expect(ExitCodes.VERIFICATION_FAILED);
        assertTrue(swapped.err().contains("name the earlier one first"), swapped.err());
    }

    private Run look(String log) {
        return gavel("witness", "run", "--once", "--dir", path("w"), "--log", log, "--key", key);
    }

    @Test
    @Timeout(180)
    void aWitnessRefusesAForkedAndAShrunkenHistoryAndKeepsBothHeads() throws Exception {
        long seq = bid(1, 1001);
        awaitHead(seq);
        node.close();
        look(path("data/log")).expect(ExitCodes.OK);
        // The venue begins anew under the same name and keys and hopes that nobody remembers.
        deleteData();
        serve();
        gavel("event", "load", path("event.yaml"), "--config", config.toString())
                .expect(ExitCodes.OK);
        awaitHead(bid(2, 1002));
        Run refused = look(log()).expect(ExitCodes.VERIFICATION_FAILED);
        assertTrue(refused.err().contains("REFUSED: The log V is not one history"), refused.err());
        assertTrue(refused.err().contains("Both are signed by the log's own key"), refused.err());
        Path evidence = Path.of(refused.err().strip().replaceFirst("(?s).*kept in ", ""));
        assertEquals(3, count(evidence));
        assertTrue(Files.readString(directory.resolve("w/cosigned")).contains("V\n"));
        Run again = look(log()).expect(ExitCodes.VERIFICATION_FAILED);
        assertFalse(again.err().contains("cosigned V"), again.err());
        Run strange = gavel("witness", "run", "--once", "--dir", path("w"), "--log", log(), "--key", strangersKey())
                .expect(ExitCodes.VERIFICATION_FAILED);
        assertTrue(strange.err().contains("not signed by the key"), strange.err());
    }

    private String strangersKey() {
        return NoteSigner.generate("V", NoteKind.SIGNATURE).verifier().line();
    }

    private static long count(Path evidence) throws IOException {
        try (Stream<Path> files = Files.list(evidence)) {
            return files.count();
        }
    }

    private void deleteData() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("data"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    @Timeout(120)
    void anotherKeySignsBesideTheOldOneAfterARotation() throws Exception {
        long seq = bid(1, 1001);
        awaitHead(seq);
        node.close();
        gavel("keys", "rotate-log", "--config", config.toString(), "--beside", "90d")
                .expect(ExitCodes.OK);
        configure("200ms");
        serve();
        awaitHead(seq + 2);
        await().atMost(MOST)
                .until(() -> SignedNote.parse(page("/log/checkpoint").body())
                                .signatures()
                                .size()
                        == 2);
        String proof = path("bid.proof");
        get(seq, "--token-file", token(1001), "--out", proof).expect(ExitCodes.OK);
        gavel("proof", "verify", proof, "--key", key).expect(ExitCodes.OK);
        Path both = Files.writeString(
                directory.resolve("both.key"), page("/log/key").body());
        assertEquals(2, Files.readAllLines(both).size());
        gavel("proof", "verify", proof, "--key", both.toString()).expect(ExitCodes.OK);
    }
}
