package org.gavel.loadtest.scenario;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gavel.loadtest.client.Patience;
import org.gavel.loadtest.report.Ack;
import org.gavel.loadtest.report.AckLog;
import org.gavel.loadtest.report.CrowdReport;
import org.gavel.loadtest.venue.Fault;
import org.gavel.loadtest.venue.ScriptedVenue;
import org.gavel.loadtest.venue.TinyAuction;
import org.gavel.protocol.reject.RejectReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BidderCrowdTest {
    private static final double SCALE = 30.0;
    private static final long SEED = 20_260_101;
    private static final Patience QUICK = new Patience(1_000, 2_000, 400, 5, 100, 30_000);

    /** What a lawful bid may meet because another was quicker, or the lot stood still. */
    private static final Set<RejectReason> RACES = EnumSet.of(
            RejectReason.BELOW_START, RejectReason.BELOW_INCREMENT, RejectReason.LOT_PAUSED, RejectReason.LOT_CLOSED);

    private final TinyAuction auction = new TinyAuction(2, Duration.ofSeconds(40), SCALE);
    private final ScriptedVenue venue = new ScriptedVenue(auction, SCALE);

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void aCrowdBidsTheWholeRoadshowThroughAndBreaksRulesOnlyOnPurpose() {
        CrowdReport report = attend(crowd -> {});
        List<Ack> acks = acks();
        assertEquals(List.of("AWARDED", "AWARDED"), auction.states());
        assertEquals(0, report.bids().unresolved() + report.connections().lostBidders());
        assertTrue(report.bids().accepted() > 6 && report.bids().mistakes() > 0, report.text());
        assertEquals(SCALE, report.clockScale(), SCALE * 0.1);
        assertEquals(
                report.bids().sent(),
                acks.stream().filter(BidderCrowdTest::isBid).count());
        acks.forEach(BidderCrowdTest::assertLawful);
    }

    @Test
    void aCrowdOutlivesANodeThatIsKilledAgainAndAgain() {
        CrowdReport report = attend(crowd -> {
            for (int kill = 1; kill <= 3; kill++) {
                int enough = kill * 5;
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> venue.requests("PlaceBid").size() >= enough);
                venue.fault("PlaceBid", Fault.SWALLOW_REPLY, Fault.SWALLOW_REQUEST);
                venue.down();
                venue.up();
            }
        });
        assertEquals(0, report.bids().unresolved() + report.connections().lostBidders(), report.text());
        assertTrue(report.connections().reconnects() >= 12, report.text());
        assertEquals(List.of("AWARDED", "AWARDED"), auction.states());
        assertEveryCommandAppliedOnce();
    }

    @Test
    void aBidderWhoseTokenIsRefusedLeavesAndTheOthersStay() {
        List<Seat> seats = List.of(new Seat(1, "1"), new Seat(2, "2"), new Seat(3, "forged"));
        CrowdReport report = attend(plan(seats), crowd -> {});
        assertEquals(1, report.connections().lostBidders());
    }

    private CrowdReport attend(Consumer<BidderCrowd> meanwhile) {
        List<Seat> seats = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> new Seat(number, Integer.toString(number)))
                .toList();
        return attend(plan(seats), meanwhile);
    }

    private CrowdPlan plan(List<Seat> seats) {
        return new CrowdPlan(venue.endpoint(), TinyAuction.ROADSHOW, SEED, seats, 80, Optional.of(log()), QUICK);
    }

    private CrowdReport attend(CrowdPlan plan, Consumer<BidderCrowd> meanwhile) {
        try (BidderCrowd crowd = new BidderCrowd(plan)) {
            var finished = crowd.start();
            long subscriptions =
                    2 * plan.seats().stream().filter(BidderCrowdTest::isKnown).count();
            await().until(() -> venue.requests("Subscribe").size() == subscriptions);
            auction.begin(venue);
            meanwhile.accept(crowd);
            CrowdReport report = finished.orTimeout(60, TimeUnit.SECONDS).join();
            System.out.println(report.text());
            return report;
        }
    }

    private static boolean isKnown(Seat seat) {
        return seat.token().equals(Integer.toString(seat.participant()));
    }

    private Path log() {
        return directory.resolve("acks.jsonl");
    }

    private List<Ack> acks() {
        return AckLog.read(log());
    }

    private static boolean isBid(Ack ack) {
        return ack.op().equals("PlaceBid");
    }

    private static void assertLawful(Ack ack) {
        if (isBid(ack) && !ack.mistake()) {
            long above = ack.amount() - TinyAuction.START_FEN;
            assertTrue(above >= 0 && above % TinyAuction.STEP_FEN == 0, ack.toString());
            assertTrue(ack.amount() <= 3 * TinyAuction.START_FEN, ack.toString());
            assertTrue(ack.reason() == RejectReason.NONE || RACES.contains(ack.reason()), ack.toString());
        }
    }

    private void assertEveryCommandAppliedOnce() {
        List<Ack> acks = acks();
        Set<Long> places = new HashSet<>();
        acks.stream().filter(ack -> ack.seq() > 0).forEach(ack -> assertTrue(places.add(ack.seq()), ack.toString()));
        Set<String> sent =
                venue.requests("PlaceBid").stream().map(BidderCrowdTest::cid).collect(Collectors.toSet());
        Set<String> answered =
                acks.stream().filter(BidderCrowdTest::isBid).map(Ack::cid).collect(Collectors.toSet());
        assertEquals(sent, answered);
        assertEquals(venue.applied(), places.size());
    }

    private static String cid(ObjectNode request) {
        return request.path("cid").asText();
    }
}
