package org.gavel.ops.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.gavel.loadtest.client.Incident;
import org.gavel.loadtest.client.Patience;
import org.gavel.loadtest.client.SyncClient;
import org.gavel.loadtest.report.Ack;
import org.gavel.loadtest.report.AckLog;
import org.gavel.loadtest.report.CrowdReport;
import org.gavel.loadtest.scenario.BidderCrowd;
import org.gavel.loadtest.scenario.CrowdPlan;
import org.gavel.loadtest.scenario.Seat;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.OpenLot;
import org.gavel.protocol.command.ResumeLot;
import org.gavel.protocol.command.StartRoadshow;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** RT-02: a node is killed again and again under load; nothing acknowledged is lost and no outage closes a lot. */
class KillSystemTest {
    private static final int BIDDERS = 50;
    private static final int LOTS = 6;
    private static final int HAMMERING = 10;
    private static final int KILLS = 4;

    private static final int ACKS_BETWEEN_KILLS = 8;
    private static final int MOST_DELAY_MILLIS = 800;
    /** Bidders who are soon back after an outage. */
    private static final Patience EAGER = new Patience(2_000, 5_000, 3_000, 50, 400, 90_000);

    private static final String TERMS = """
            { seller: 501, deposit: 10%, increment: 1万, duration: 3s, outage: { resumeAfter: 1s },
              softClose: { window: 1s, extension: 1s, latestClose: 6s, maxExtensions: 20 } }""";

    @RegisterExtension
    final Gavel gavel = new Gavel();

    private final long seed = Long.getLong("gavel.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);
    private TestVenue venue;
    private Path acks;
    private List<Ack> hammered;
    private GavelProcess node;

    @Test
    @Timeout(180)
    void losesNothingAcknowledgedHoweverOftenItIsKilled() throws Exception {
        System.out.println("KillSystemTest seed " + seed + " (repeat with -Dgavel.seed=" + seed + ")");
        venue = new TestVenue(gavel, "durability: disk\ndigestEvery: 64\nlimits: { commandsPerSecond: 1000 }\n");
        acks = gavel.directory().resolve("acks.jsonl");
        node = venue.serve();
        loadEvent();
        CrowdReport report;
        List<String> feed;
        try (FeedWitness witness = new FeedWitness(venue.endpoint());
                BidderCrowd crowd = new BidderCrowd(plan());
                Hammer hammer = new Hammer(venue, EventText.HAMMERED_LOT, HAMMERING, EAGER)) {
            CompletableFuture<CrowdReport> bidding = crowd.start();
            start();
            for (int kill = 0; kill < KILLS; kill++) {
                killUnderLoad(kill);
            }
            report = bidding.get(90, TimeUnit.SECONDS);
            hammered = hammer.stop();
            System.out.println("hammered " + hammered.size() + " bids, asked after " + hammer.count(Incident.ASK)
                    + ", sent again " + hammer.count(Incident.RESEND));
            feed = awaitFeed(witness);
        }
        System.out.println(report.text());
        int exit = node.terminate();
        assertTrue(exit == 143 || exit == 0, node.report());
        assertEquals(0, report.bids().unresolved(), report.text());
        assertEquals(0, report.connections().lostBidders(), report.text());
        judge(feed);
    }

    private void loadEvent() {
        String event = venue.write("event.yaml", EventText.of(BIDDERS, LOTS, TERMS));
        gavel.run(0, "event", "load", event, "--config", venue.config());
    }

    private CrowdPlan plan() {
        List<Seat> seats = IntStream.range(EventText.FIRST_BIDDER, EventText.FIRST_BIDDER + BIDDERS)
                .mapToObj(bidder -> new Seat(bidder, venue.token(bidder, Role.BIDDER)))
                .toList();
        return new CrowdPlan(
                venue.endpoint(),
                EventText.ROADSHOW,
                seed,
                seats,
                CrowdPlan.USUAL_MISTAKES_PER_MILLE,
                Optional.of(acks),
                EAGER);
    }

    private void start() {
        try (SyncClient clerk = venue.client(TestVenue.OPERATOR, Role.OPERATOR)) {
            clerk.require(new OpenLot(EventText.HAMMERED_LOT, "The test begins."));
            clerk.require(new StartRoadshow(EventText.ROADSHOW, "The test begins."));
        }
    }

    private void killUnderLoad(int kill) {
        int before = AckLog.read(acks).size();
        Awaitility.await("bids before kill " + kill)
                .atMost(Duration.ofSeconds(60))
                .until(() -> AckLog.read(acks).size() >= before + ACKS_BETWEEN_KILLS);
        Duration delay = Duration.ofMillis(1 + random.nextInt(MOST_DELAY_MILLIS));
        Awaitility.await().pollDelay(delay).atMost(delay.plusSeconds(10)).until(() -> true);
        node.kill();
        System.out.println("kill " + kill + " after " + AckLog.read(acks).size() + " answers");
        node = venue.serve();
        resumeWhatWaitsForTheClerk();
    }

    private void resumeWhatWaitsForTheClerk() {
        try (SyncClient clerk = venue.client(TestVenue.OPERATOR, Role.OPERATOR)) {
            for (JsonNode lot : clerk.ask("ListLots").path("lots")) {
                boolean waits = lot.path("lot").asInt() % EventText.CLERK_RESUMES_EVERY == 0;
                if (waits && lot.path("state").asText().equals("PAUSED")) {
                    clerk.require(new ResumeLot(lot.path("lot").asInt(), "The clerk resumes after the outage."));
                }
            }
        }
    }

    /** What the witness saw, once it has seen the end; numbers must be without gap. */
    private static List<String> awaitFeed(FeedWitness witness) {
        Awaitility.await("the end of the roadshow in the feed")
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        witness.seen().stream().anyMatch(push -> push.event().equals("RoadshowEnded")));
        assertEquals(1, witness.snapshots(), "the witness was not brought up to date event by event");
        long first = witness.seen().get(0).sq();
        List<Long> numbers =
                witness.seen().stream().map(push -> push.sq() - first).toList();
        assertEquals(IntStream.range(0, numbers.size()).mapToObj(Long::valueOf).toList(), numbers);
        return witness.seen().stream()
                .map(push -> push.sq() + " " + push.seq() + " " + push.event())
                .toList();
    }

    private void judge(List<String> feed) {
        Replay replay = Replay.of(venue.data(), venue.sealingKey());
        new Acknowledgements(replay).judge(AckLog.read(acks));
        new Acknowledgements(replay).judge(hammered);
        new Course(replay).judgeCourse(KILLS, LOTS);
        new LedgerCheck(replay).judge(venue.data());
        new Course(replay).judgeFeed(feed);
        judgeAudit(replay);
    }

    private void judgeAudit(Replay replay) {
        GavelProcess audit = gavel.run(
                0,
                "audit",
                "verify",
                venue.data().toString(),
                "--keys",
                venue.keys().toString(),
                "--json");
        ObjectNode result = JsonCodec.parse(audit.out().strip());
        assertEquals(replay.newestDigest().stateHash(), result.path("stateHash").asText());
        assertEquals(
                replay.newestDigest().sequence(), result.path("stateSequence").asLong());
        assertEquals(
                replay.stateHash(), Replay.of(venue.data(), venue.sealingKey()).stateHash());
        assertEquals(replay.records().size(), result.path("lastSequence").asLong());
        assertEquals(0, result.path("eventsLacking").asLong());
        assertTrue(result.path("digestsEqual").asLong() > KILLS, audit.out());
    }
}
