package org.gavel.ops.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gavel.protocol.codec.json.JsonCodec;
import org.junit.jupiter.api.Test;

/** 305 real auctions, bid by bid, through the simulation: every visible price and every final price. */
class EbayReplayTest {
    private static final Path DATA = Path.of(System.getProperty("gavel.reference.data", "../shared/data"));
    private static final long HOUR = 3_600_000_000L;
    private static final int SELLER = 1_000_000;

    private static final String LOT = """
            {"at":%d,"op":"AnnounceLot","lot":%d,"title":{"en":"%s"},"seller":1000000,"rulebook":"PRIVATE_SALE",\
            "phases":[{"mechanism":"Proxy","start":"%d","duration":"PT240H","increments":[\
            {"from":"0","step":"5"},{"from":"100","step":"25"},{"from":"500","step":"50"},\
            {"from":"2500","step":"100"},{"from":"10000","step":"250"},{"from":"25000","step":"500"},\
            {"from":"50000","step":"1000"},{"from":"100000","step":"2500"},{"from":"250000","step":"5000"},\
            {"from":"500000","step":"10000"}]}]}""";

    private final List<ObjectNode> told = new ArrayList<>();
    private final Simulation simulation = new Simulation(line -> told.add(JsonCodec.parse(line)));
    private long now = HOUR;
    private int lot;
    private long visible;

    @Test
    void showsEveryPriceTheReferenceShows() throws IOException {
        Path expected = DATA.resolve("ebay_expected.jsonl");
        assumeTrue(Files.exists(expected), "skipped: no ebay_expected.jsonl at gavel.reference.data");
        ask("{\"at\":%d,\"op\":\"RegisterParticipant\",\"participant\":%d}".formatted(now, SELLER));
        int auctions = 0;
        int agree = 0;
        for (String line : Files.readAllLines(expected)) {
            JsonNode auction = new ObjectMapper().readTree(line);
            long sold = replay(auction);
            assertEquals(
                    auction.get("replay_c").asLong(),
                    sold,
                    auction.get("auctionid").asText());
            agree += sold == auction.get("price_c").asLong() ? 1 : 0;
            auctions++;
        }
        assertEquals(305, auctions);
        assertEquals(297, agree, "against the prices the site itself closed at");
        assertEquals(0, simulation.refusedLines());
    }

    private long replay(JsonNode auction) {
        lot++;
        visible = 0;
        String name = auction.get("auctionid").asText();
        ask(LOT.formatted(now, lot, name, auction.get("open_c").asLong()));
        ask("{\"at\":%d,\"op\":\"OpenLot\",\"lot\":%d,\"reason\":\"opens\"}".formatted(now, lot));
        Map<String, Integer> bidders = new HashMap<>();
        for (JsonNode bid : auction.get("bids")) {
            int bidder = bidders.computeIfAbsent(bid.get("bidder").asText(), who -> register(bidders.size()));
            now += 1_000_000;
            told.clear();
            ask("{\"at\":%d,\"by\":%d,\"op\":\"PlaceMaximum\",\"lot\":%d,\"maximum\":\"%d\"}"
                    .formatted(now, bidder, lot, bid.get("max_c").asLong()));
            assertEquals(bid.get("verdict").asText(), verdict(), name + " " + bid);
            assertEquals(bid.get("visible_c").asLong(), visible, name + " " + bid);
        }
        told.clear();
        now += 240 * HOUR;
        ask("{\"at\":%d,\"op\":\"Tick\",\"due\":0,\"role\":\"SYSTEM\"}".formatted(now));
        return told.stream()
                .filter(event -> event.get("event").asText().equals("LotAwarded"))
                .mapToLong(event -> event.get("amount").asLong())
                .sum();
    }

    private int register(int index) {
        int number = lot * 1000 + index;
        ask("{\"at\":%d,\"op\":\"RegisterParticipant\",\"participant\":%d}".formatted(now, number));
        return number;
    }

    private String verdict() {
        String verdict = "raise_own";
        for (ObjectNode event : told) {
            switch (event.get("event").asText()) {
                case "BidAccepted" -> visible = event.get("amount").asLong();
                case "CommandRejected" -> verdict = event.get("reason").asText();
                case "MaximumPlaced" -> verdict = ownRaise(event) ? "raise_own" : "ok";
                default -> {}
            }
        }
        return verdict.equals("MAXIMUM_NOT_HIGHER") ? "own_not_higher" : verdict;
    }

    private int leader;

    private boolean ownRaise(ObjectNode placed) {
        int bidder = placed.get("participant").asInt();
        boolean leads = placed.get("leads").asBoolean();
        boolean own = leads && bidder == leader;
        leader = leads ? bidder : leader;
        return own;
    }

    private void ask(String line) {
        simulation.line(line);
    }
}
