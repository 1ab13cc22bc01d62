package org.gavel.ops.cli;

import static org.gavel.ops.cli.Console.gavel;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.gavel.ops.cli.Console.Run;
import org.gavel.ops.config.NodeConfig;
import org.gavel.ops.node.GavelNode;
import org.gavel.ops.node.NodePlan;
import org.gavel.protocol.codec.json.JsonCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listings, deals and books loaded into a real node from an event file, and the staff's commands for them. */
class OfferCommandsSystemTest {
    private static final String EVENT = """
            event: e1
            venue: V
            rulebook: PRIVATE_SALE
            participants:
              sellers: [{number: 501, name: S, units: [{asset: POOL.A, quantity: 1000}]}]
              bidders:
                - {number: 1001, name: B, deposit: 100万}
                - {number: 1002, name: C, deposit: 100万}
            defaults: {seller: 501, deposit: 1万, increment: 1万, duration: 10m, terms: {days: 5}}
            listings:
              - {number: 3, lot: {number: 8, title: {zh: 一, en: One}, start: 44万}}
              - {number: 4, lot: {number: 9, title: {zh: 二}, start: 44万}}
            deals:
              - {number: 21, title: {zh: 许可}, terms: {mode: fixedPrice, price: 6万, deposit: 1万}}
              - number: 24
                title: {zh: 协议}
                buyer: 1001
                terms: {mode: negotiated, price: 80万, publicity: {summary: s, objections: o}}
            books:
              - {number: 1, asset: POOL.A, title: {en: Pool A}, terms: {tick: 0.01, highest: 1000}, reference: 10}
            """;

    @TempDir
    Path directory;

    private String config;
    private GavelNode node;

    @BeforeEach
    void loadTheEvent() throws Exception {
        Path file = Files.writeString(
                directory.resolve("node.yaml"),
                "venue: V\ndata: data\nkeys: keys\ndurability: process\nlisten: {port: 0}\n");
        config = file.toString();
        gavel("keys", "create", "--config", config).expect(ExitCodes.OK);
        node = GavelNode.start(NodePlan.of(NodeConfig.readWithKeys(file)), fault -> {
            throw new AssertionError(fault);
        });
        int year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();
        calendar(year);
        calendar(year + 1);
        Path event = Files.writeString(directory.resolve("event.yaml"), EVENT);
        gavel("event", "load", event.toString(), "--config", config).expect(ExitCodes.OK);
    }

    /** Whichever year the test runs in has its days. */
    private void calendar(int year) throws IOException {
        Path file = Files.writeString(
                directory.resolve(year + ".json"),
                "{\"year\": " + year + ", \"version\": 1, \"source\": \"a test\", \"mark\": \"P\"}");
        act("rulebook", "install", file.toString()).expect(ExitCodes.OK);
    }

    @AfterEach
    void stopNode() {
        node.close();
    }

    @Test
    void aFileIsLoadedOnceHoweverOften() {
        Run again = gavel("event", "load", directory.resolve("event.yaml").toString(), "--config", config);
        assertTrue(again.expect(ExitCodes.OK).out().startsWith("loaded already: all 12 commands"), again.out());
    }

    @Test
    void runsAListingAndEndsItOnlyWithASecondPerson() {
        assertRow("listing", "3 +8 +DISCLOSING +440,000.00 +- +20.* ANNOUNCED +- +One");
        act("listing", "suspend", "3", "--cause", "titleDispute").expect(ExitCodes.OK);
        assertRow("listing", "3 +8 +SUSPENDED +440,000.00 +- +- +ANNOUNCED +test +One");
        act("listing", "resume", "3").expect(ExitCodes.OK);
        assertRow("listing", "3 +8 +DISCLOSING .*");
        act("lot", "qualify", "8", "--participant", "1001").expect(ExitCodes.FAILED);
        act("lot", "mark", "8", "--participant", "1001", "--cause", "relatedParty")
                .expect(ExitCodes.OK);
        act("listing", "withdraw", "4").expect(ExitCodes.OK);
        assertRow("listing", "4 +9 +WITHDRAWN .* WITHDRAWN +test +二");
        Run early =
                approved(act("listing", "conclude", "3", "--json"), "listing").expect(ExitCodes.FAILED);
        assertTrue(early.err().contains("NO_AGREEMENT_DUE"), early.err());
        act("listing", "terminate", "3").expect(ExitCodes.OK);
        Run held = gavel("listing", "approvals", "--config", config).expect(ExitCodes.OK);
        assertTrue(held.out().contains("TerminateListing"), held.out());
        assertRow("listing", "3 +8 +DISCLOSING .*");
        approved(act("listing", "terminate", "3", "--json"), "listing").expect(ExitCodes.OK);
        assertRow("listing", "3 +8 +TERMINATED .* TERMINATED +test +One");
        Run unknown = act("listing", "resume", "77").expect(ExitCodes.FAILED);
        assertTrue(unknown.err().startsWith("refused: resume listing 77: 4241 LISTING_UNKNOWN"), unknown.err());
        Run cause = act("listing", "suspend", "4", "--cause", "fault").expect(ExitCodes.USAGE);
        assertTrue(cause.err().contains("'fault' must be one of attack, failure, leak"), cause.err());
    }

    @Test
    void publishesADealAndDecidesAnObjectionWithASecondPerson() {
        assertRow("deal", "21 +FixedPrice +OFFERED +0 +0 +0 +- +- +许可");
        act("deal", "publish", "24", "--place", "unit").expect(ExitCodes.OK);
        act("deal", "publish", "24", "--place", "venue").expect(ExitCodes.OK);
        assertRow("deal", "24 +Negotiated +PUBLICITY +0 +0 +0 +20.*");
        act("deal", "object", "24").expect(ExitCodes.OK);
        act("deal", "object", "24", "--participant", "1002").expect(ExitCodes.OK);
        assertRow("deal", "24 +Negotiated +PUBLICITY +0 +0 +2 .*");
        approved(act("deal", "decide", "24", "--objection", "1", "--dismissed", "--json"), "deal")
                .expect(ExitCodes.OK);
        assertRow("deal", "24 +Negotiated +PUBLICITY +0 +0 +1 .*");
        approved(act("deal", "decide", "24", "--objection", "2", "--upheld", "--json"), "deal")
                .expect(ExitCodes.OK);
        assertRow("deal", "24 +Negotiated +TERMINATED .*");
        approved(act("deal", "end", "21", "--json"), "deal").expect(ExitCodes.OK);
        assertRow("deal", "21 +FixedPrice +ENDED .*");
        Run nothing = approved(act("deal", "void", "24", "--json"), "deal").expect(ExitCodes.FAILED);
        assertTrue(nothing.err().contains("DEAL_ENDED"), nothing.err());
        Run both = act("deal", "decide", "24", "--objection", "1", "--upheld", "--dismissed")
                .expect(ExitCodes.USAGE);
        assertTrue(both.err().contains("mutually exclusive"), both.err());
    }

    @Test
    void haltsResumesCrossesAndClosesABook() {
        assertRow("book", "1 +POOL.A +CONTINUOUS +- +- +0 +- +0 +- +0 +Pool A");
        act("book", "halt", "1").expect(ExitCodes.OK);
        assertRow("book", "1 +POOL.A +HALTED .*");
        Run again = act("book", "halt", "1").expect(ExitCodes.FAILED);
        assertTrue(again.err().startsWith("refused: halt book 1: 4216 WRONG_BOOK_PHASE"), again.err());
        Run past = act("book", "resume", "1", "--cross-at", "2020-01-01T09:00:00+08:00")
                .expect(ExitCodes.FAILED);
        assertTrue(past.err().contains("4225 CROSS_TIME_PAST"), past.err());
        act("book", "resume", "1").expect(ExitCodes.OK);
        act("book", "call", "1", "--cross-at", "2199-01-01T09:00:00+08:00").expect(ExitCodes.OK);
        assertRow("book", "1 +POOL.A +CALL +2199-01-01T01:00:00Z .*");
        act("book", "cross", "1").expect(ExitCodes.OK);
        act("book", "close", "1").expect(ExitCodes.OK);
        assertRow("book", "1 +POOL.A +CLOSED .*");
        Run day = act("book", "day", "1", "--call-at", "2199-01-01T09:00:00+08:00")
                .expect(ExitCodes.FAILED);
        assertTrue(day.err().contains("day.crossAt must come after day.callAt"), day.err());
        act("book", "day", "1", "--closes-at", "2199-01-01T15:00:00+08:00").expect(ExitCodes.OK);
        assertRow("book", "1 +POOL.A +CONTINUOUS .*");
        Run time = act("book", "resume", "1", "--cross-at", "noon").expect(ExitCodes.USAGE);
        assertTrue(time.err().contains("'noon' must be a time with its offset"), time.err());
    }

    private void assertRow(String what, String pattern) {
        List<String> rows =
                gavel(what, "list", "--config", config).expect(ExitCodes.OK).outLines();
        assertTrue(rows.stream().anyMatch(row -> row.matches(pattern)), pattern + "\n" + String.join("\n", rows));
    }

    /** What the second person's approval of an act comes to. */
    private Run approved(Run asked, String group) {
        JsonNode held = JsonCodec.parse(asked.expect(ExitCodes.OK).out().strip());
        String number = held.path("approval").asText();
        String hash = held.path("hash").asText();
        return gavel(group, "approve", number, "--hash", hash, "--config", config, "--actor", "9002");
    }

    private Run act(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", config, "--reason", "test"));
        return gavel(all.toArray(String[]::new));
    }
}
