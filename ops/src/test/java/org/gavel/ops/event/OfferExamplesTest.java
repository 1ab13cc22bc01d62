package org.gavel.ops.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gavel.ops.simulate.Simulation;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.value.DealTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The event files of docs/examples with listings, deals and books, loaded and run to their end. */
class OfferExamplesTest {
    @TempDir
    Path keys;

    private static List<ObjectNode> run(LoadedEvent loaded) {
        List<ObjectNode> events = new ArrayList<>();
        Simulation simulation = new Simulation(line -> events.add(JsonCodec.parse(line)));
        loaded.lines().forEach(simulation::line);
        simulation.finish();
        return events;
    }

    private static List<String> told(List<ObjectNode> events, Predicate<ObjectNode> which, String... fields) {
        return events.stream()
                .filter(which)
                .map(event -> event.path("event").asText()
                        + List.of(fields).stream()
                                .map(event::path)
                                .filter(value -> !value.isMissingNode())
                                .map(value -> " " + value.asText())
                                .collect(Collectors.joining()))
                .toList();
    }

    private static Predicate<ObjectNode> named(String... names) {
        return event -> Set.of(names).contains(event.path("event").asText());
    }

    private static Predicate<ObjectNode> of(String kind, int number) {
        return event -> event.path(kind).asInt() == number;
    }

    @Test
    void listingsReachTheirCompetitionByThemselves() throws InvalidFile, IOException {
        List<ObjectNode> events = run(LoadedEvent.listings(keys));
        assertEquals(List.of(), told(events, named("CommandRejected", "LineRefused"), "reason", "message"));
        assertEquals(
                List.of(
                        "LotAnnounced",
                        "ListingAnnounced",
                        "ListingClosed COMPETITION",
                        "LotOpened",
                        "BidAccepted 44000000",
                        "BidAccepted 46000000",
                        "LotAwarded 46000000"),
                told(
                        events,
                        of("lot", 11)
                                .and(named(
                                        "ListingAnnounced",
                                        "LotAnnounced",
                                        "ListingClosed",
                                        "LotOpened",
                                        "BidAccepted",
                                        "LotAwarded")),
                        "outcome",
                        "amount"));
    }

    @Test
    void aDynamicListingTakesQuotesAndAsksWhoQuoted() throws InvalidFile, IOException {
        List<ObjectNode> events = run(LoadedEvent.listings(keys));
        assertEquals(
                List.of("ListingQuoted 52000000", "ListingQuoted 53000000", "ListingClosed COMPETITION"),
                told(events, of("listing", 2).and(named("ListingQuoted", "ListingClosed")), "amount", "outcome"));
        assertEquals(List.of("LotAwarded 53000000"), told(events, of("lot", 12).and(named("LotAwarded")), "amount"));
    }

    @Test
    void aListingNobodyComesToIsExtendedTwiceAndPasses() throws InvalidFile, IOException {
        List<ObjectNode> events = run(LoadedEvent.listings(keys));
        assertEquals(
                List.of("ListingExtended CYCLE", "ListingExtended CYCLE", "ListingClosed NO_PARTY"),
                told(events, of("listing", 3).and(named("ListingExtended", "ListingClosed")), "cause", "outcome"));
    }

    @Test
    void theDealsOfTheExampleAreSaid() throws InvalidFile, IOException {
        LoadedEvent loaded = new LoadedEvent("listings.yaml", keys)
                .act("12-01T09:00", 1001, "BuyNow", "lot=21 price=6000000")
                .act("12-01T09:00", 1001, "PledgeShares", "lot=22 shares=8")
                .act("12-01T09:00", 1002, "PledgeShares", "lot=22 shares=8")
                .act("12-01T09:00", 1003, "MakeOffer", "lot=23 price=25000000 proposal=" + "ab".repeat(32))
                .act("12-01T09:00", 0, "PublishDeal", "lot=24 place=UNIT reference=A1")
                .act("12-01T09:00", 0, "PublishDeal", "lot=24 place=VENUE reference=B1")
                .act("12-10T09:00", 1002, "ConvertUse", "lot=25");
        List<ObjectNode> events = run(loaded);
        assertEquals(List.of(), told(events, named("CommandRejected", "LineRefused"), "reason", "message"));
        assertEquals(List.of("OrderTaken"), told(events, of("lot", 21).and(named("OrderTaken"))));
        assertEquals(
                List.of("LotAwarded 5000000", "LotAwarded 5000000"),
                told(events, of("lot", 22).and(named("LotAwarded")), "amount"));
        assertEquals(List.of("OfferMade"), told(events, of("lot", 23).and(named("OfferMade"))));
        assertEquals(List.of("LotAwarded 80000000"), told(events, of("lot", 24).and(named("LotAwarded")), "amount"));
        assertEquals(List.of("LotAwarded 30000000"), told(events, of("lot", 25).and(named("LotAwarded")), "amount"));
    }

    @Test
    void booksTradeOnTheDayTheyWereGiven() throws InvalidFile, IOException {
        List<ObjectNode> events = run(LoadedEvent.books(keys));
        assertEquals(
                List.of("CommandRejected NOT_VERIFIED"),
                told(events, named("CommandRejected", "LineRefused"), "reason"));
        assertEquals(
                List.of(
                        "BookPhaseBegun CLOSED SCHEDULE",
                        "BookPhaseBegun CALL SCHEDULE",
                        "OrdersTraded 1000 200",
                        "BookPhaseBegun CONTINUOUS CROSSED",
                        "OrdersTraded 1000 100",
                        "BookPhaseBegun CALL VOLATILITY",
                        "OrdersTraded 1200 1",
                        "BookPhaseBegun CONTINUOUS CROSSED",
                        "BookPhaseBegun CALL SCHEDULE",
                        "BookPhaseBegun CLOSED CROSSED"),
                told(
                                events,
                                of("book", 1).and(named("OrdersTraded", "BookPhaseBegun")),
                                "phase",
                                "cause",
                                "price",
                                "quantity")
                        .stream()
                        .map(line -> line.replaceFirst("(BookPhaseBegun \\w+ \\w+) .*", "$1"))
                        .toList());
        assertEquals(
                List.of("OrdersTraded 500 5"),
                told(events, of("book", 2).and(named("OrdersTraded")), "price", "quantity"));
    }

    @Test
    void everyModeOfDealIsInTheExample() throws InvalidFile {
        EventFile file = EventFile.read(Path.of("..", "docs", "examples", "listings.yaml"));
        Set<Class<?>> modes = file.plan().programme().deals().stream()
                .map(deal -> deal.terms().getClass())
                .collect(Collectors.toSet());
        for (Class<?> mode : DealTerms.class.getPermittedSubclasses()) {
            assertTrue(modes.contains(mode), "docs/examples/listings.yaml has no " + mode);
        }
    }
}
