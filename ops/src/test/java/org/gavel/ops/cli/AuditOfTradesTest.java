package org.gavel.ops.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gavel.protocol.codec.json.JsonCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor is told of unit books, listings and deals, over real journals of the examples. */
class AuditOfTradesTest {
    private static final Path EXAMPLES = Path.of("../docs/examples");

    /** By when there was one trade. */
    private static final String FIRST_TRADE = "1970-01-01T00:00:02Z";

    @TempDir
    Path directory;

    private AuditedVenue venue(String example) {
        return AuditedVenue.of(directory, EXAMPLES.resolve(example));
    }

    private static JsonNode replay(AuditedVenue venue, String... options) {
        String[] all = Stream.concat(Stream.of("--json"), Stream.of(options)).toArray(String[]::new);
        return JsonCodec.parse(
                venue.audit("replay", all).expect(ExitCodes.OK).out().strip());
    }

    private static List<ObjectNode> timeline(AuditedVenue venue, String... options) {
        String[] all = Stream.concat(Stream.of("--format", "jsonl"), Stream.of(options))
                .toArray(String[]::new);
        return venue.audit("timeline", all).expect(ExitCodes.OK).outLines().stream()
                .map(JsonCodec::parse)
                .toList();
    }

    @Test
    void rebuildsABookOrderByOrderAtEveryTime() {
        AuditedVenue venue = venue("BOOK.jsonl");
        JsonNode book = replay(venue, "--book", "1", "--until", FIRST_TRADE)
                .path("books")
                .get(0);
        assertEquals("CONTINUOUS", book.path("phase").asText());
        assertEquals("1000", book.path("ask").asText());
        assertEquals(4, book.path("volume").asInt());
        assertEquals(0, book.path("bids").size());
        assertEquals(6, book.path("asks").get(0).path("quantity").asInt());
        assertEquals("T0002", book.path("asks").get(0).path("who").asText());
        String text = venue.audit("replay", "--book", "1", "--until", FIRST_TRADE)
                .expect(ExitCodes.OK)
                .out();
        assertTrue(text.contains("book 1  POOL.A  Pool A"), text);
        assertTrue(text.contains("SELL  T0002  6 units at 10.00"), text);
    }

    @Test
    void accountsFollowOrdersAndTrades() {
        JsonNode market = replay(venue("BOOK.jsonl"), "--until", FIRST_TRADE, "--identities");
        assertEquals(account(1, 1_000_000 - 4_000, 0), market.path("accounts").get(0));
        assertEquals(account(2, 1_000_000 + 4_000, 0), market.path("accounts").get(1));
        assertEquals(units(1, 1_004, 0), market.path("units").get(0));
        assertEquals(units(2, 990, 6), market.path("units").get(1));
    }

    private static ObjectNode account(int participant, long free, long held) {
        return JsonCodec.parse("{\"participant\":%d,\"free\":\"%d\",\"held\":\"%d\",\"forfeited\":\"0\"}"
                .formatted(participant, free, held));
    }

    private static ObjectNode units(int participant, long free, long held) {
        return JsonCodec.parse("{\"asset\":\"POOL.A\",\"participant\":%d,\"free\":\"%d\",\"held\":\"%d\"}"
                .formatted(participant, free, held));
    }

    @Test
    void aBooksTimelineTellsItsOrdersAndNamesNobody() {
        AuditedVenue venue = venue("BOOK.jsonl");
        List<ObjectNode> rows = timeline(venue, "--book", "1");
        assertEquals("OpenBook", rows.get(0).path("op").asText());
        String trade = rows.stream()
                .map(ObjectNode::toString)
                .filter(row -> row.contains("OrdersTraded"))
                .findFirst()
                .orElseThrow();
        assertTrue(trade.contains("\"buyer\":\"T0001\"") && trade.contains("\"seller\":\"T0002\""), trade);
        assertTrue(rows.stream().noneMatch(row -> row.path("op").asText().equals("RegisterParticipant")));
    }

    @Test
    void aParticipantsTimelineHasTheTradesOthersBrought() {
        List<ObjectNode> rows = timeline(venue("BOOK.jsonl"), "--participant", "2");
        assertTrue(rows.stream()
                .anyMatch(row -> row.path("who").asText().equals("T0001")
                        && row.toString().contains("OrdersTraded")));
    }

    @Test
    void aListingsTimelineHasWhatHappenedByItself() {
        AuditedVenue venue = venue("LISTING.jsonl");
        List<ObjectNode> rows = timeline(venue, "--listing", "1");
        assertEquals("AnnounceListing", rows.get(0).path("op").asText());
        assertTrue(rows.stream().anyMatch(row -> row.path("op").asText().equals("RegisterIntention")));
        assertEquals(
                count(rows, "IntentionLapsed") + 0L, count(timeline(venue, "--lot", "7"), "IntentionLapsed"), "of lot");
        assertEquals(1, count(rows, "IntentionLapsed"));
        assertTrue(rows.stream().anyMatch(row -> row.path("op").asText().equals("PlaceBid")));
    }

    private static long count(List<ObjectNode> rows, String event) {
        return rows.stream().filter(row -> row.toString().contains(event)).count();
    }

    @Test
    void showsListingsAndDeals() {
        AuditedVenue venue = venue("LISTING.jsonl");
        JsonNode listing = replay(venue).path("listings").get(0);
        assertEquals(1, listing.path("listing").asInt());
        assertEquals("COMPETITION", listing.path("state").asText());
        String text = venue.audit("replay", "--lot", "7").expect(ExitCodes.OK).out();
        assertTrue(text.contains("listing 1 of lot 7\n  state COMPETITION, list price 440,000.00"), text);
    }

    @Test
    void showsADealAndNamesNoParty() {
        AuditedVenue venue = venue("JOINT-PURCHASE.jsonl");
        JsonNode deals = replay(venue).path("deals");
        assertFalse(deals.isEmpty());
        String number = deals.get(0).path("lot").asText();
        String text =
                venue.audit("replay", "--lot", number).expect(ExitCodes.OK).out();
        assertTrue(text.contains("deal " + number + "  "), text);
    }

    @Test
    void whatTheJournalDoesNotHaveIsNamed() {
        AuditedVenue venue = venue("BOOK.jsonl");
        String said = venue.audit("replay", "--book", "8")
                .expect(ExitCodes.VERIFICATION_FAILED)
                .err();
        assertTrue(said.contains("no book 8 was announced up to sequence"), said);
    }
}
