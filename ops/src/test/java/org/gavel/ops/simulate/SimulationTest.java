package org.gavel.ops.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.gavel.protocol.codec.json.JsonCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {
    private static final String LOT = """
            {"at":0,"op":"RegisterParticipant","participant":1}
            {"at":0,"op":"RegisterParticipant","participant":2}
            {"at":0,"op":"RegisterParticipant","participant":9}
            {"at":0,"op":"AnnounceLot","lot":1,"title":{"zh":"技术"},"seller":9,"rulebook":"PRIVATE_SALE",\
            "outage":{"clerkResumes":false,"resumeAfter":"PT5S"},\
            "phases":[{"mechanism":"English","start":"100","increments":[{"from":"0","step":"10"}],"duration":"PT100S"}]}
            {"at":0,"op":"OpenLot","lot":1,"reason":"go"}
            """;

    private final List<String> out = new ArrayList<>();
    private final Simulation simulation = new Simulation(out::add);

    private Simulation feed(String lines) {
        lines.lines().forEach(simulation::line);
        return simulation;
    }

    private ObjectNode last() {
        return JsonCodec.parse(out.get(out.size() - 1));
    }

    @Test
    void theSameLinesGiveTheSameBytes() {
        feed(LOT + "{\"at\":1000000,\"by\":1,\"op\":\"PlaceBid\",\"lot\":1,\"amount\":100}")
                .finish();
        List<String> again = new ArrayList<>();
        Simulation second = new Simulation(again::add);
        (LOT + "{\"at\":1000000,\"by\":1,\"op\":\"PlaceBid\",\"lot\":1,\"amount\":100}")
                .lines()
                .forEach(second::line);
        second.finish();
        assertEquals(out, again);
        assertEquals(simulation.stateHash(), second.stateHash());
    }

    @Test
    void whatIsDueBetweenTwoLinesHappensAtItsOwnTime() {
        feed(LOT + "{\"at\":300000000,\"by\":1,\"op\":\"PlaceBid\",\"lot\":1,\"amount\":100}");
        ObjectNode passed = JsonCodec.parse(out.get(out.size() - 2));
        assertEquals("LotPassed", passed.path("event").asText());
        assertEquals(100_000_000, passed.path("at").asLong());
        assertEquals("LOT_CLOSED", last().path("reason").asText());
    }

    @ParameterizedTest(name = "{0} is refused {1}")
    @CsvSource(delimiter = '|', textBlock = """
            0 | AMOUNT_ZERO
            -1 | AMOUNT_NEGATIVE
            100.5 | AMOUNT_FRACTIONAL
            99999999999999999999 | AMOUNT_OUT_OF_RANGE
            true | BAD_FIELD
            """)
    void anAmountThatCannotBeIsRefusedAndChangesNothing(String amount, String reason) {
        feed(LOT);
        String before = simulation.stateHash();
        simulation.line("{\"at\":1,\"by\":1,\"op\":\"PlaceBid\",\"lot\":1,\"amount\":" + amount + "}");
        assertEquals(reason, last().path("reason").asText());
        assertTrue(last().path("message").asText().endsWith("."));
        assertEquals(before, simulation.stateHash());
        assertEquals(1, simulation.refusedLines());
    }

    @Test
    void aRightOfFirstRefusalWithoutItsRankIsRefused() {
        feed(LOT + "{\"at\":1,\"op\":\"GrantPriority\",\"lot\":1,\"participant\":1,\"basis\":\"Civil Code art. 847\"}");
        assertEquals("MISSING_FIELD", last().path("reason").asText());
        assertTrue(last().path("message").asText().startsWith("rank is required"));
    }

    @Test
    void aLineThatGoesBackInTimeIsRefused() {
        feed(LOT + "{\"at\":5,\"op\":\"Tick\",\"due\":5}\n{\"at\":4,\"op\":\"Tick\",\"due\":4}");
        assertEquals("LineRefused", last().path("event").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T23:59:59Z", "9999-12-31T00:00:00Z", "0001-01-01T00:00:00Z"})
    void aTimeBeyondWhatTheVenueCountsIsRefusedAndTheNextLineIsTaken(String at) {
        feed("{\"at\":\"" + at + "\",\"op\":\"Tick\",\"due\":0}");
        assertEquals(1004, last().path("code").asInt());
        feed(LOT);
        assertEquals(1, simulation.refusedLines());
        assertEquals("LotOpened", last().path("event").asText());
    }

    @Test
    void anOutageCanBeTriedOut() {
        feed(LOT + """
                {"at":40000000,"by":1,"op":"PlaceBid","lot":1,"amount":100}
                {"at":90000000,"op":"NodeStarted"}
                """).finish();
        List<String> events = out.stream()
                .map(JsonCodec::parse)
                .map(e -> e.path("event").asText() + "@" + e.path("at").asLong() / 1_000_000)
                .skip(6)
                .toList();
        assertEquals(
                List.of("BidAccepted@40", "NodeResumed@90", "LotPaused@90", "LotResumed@95", "LotAwarded@155"), events);
    }

    @Test
    void moneyAndUnitsCanBeCredited() {
        feed("""
                {"at":0,"op":"RegisterParticipant","participant":1}
                {"at":0,"op":"CreditDeposit","participant":1,"amount":"5000","reference":"B-1"}
                {"at":0,"op":"CreditUnits","participant":1,"asset":"IP-7","quantity":300}
                """);
        assertEquals("UnitsCredited", last().path("event").asText());
        assertEquals(300, last().path("balance").asLong());
    }

    private static final String BOOK = """
            {"at":0,"op":"RegisterParticipant","participant":1}
            {"at":0,"op":"RegisterParticipant","participant":2}
            {"at":0,"op":"CreditDeposit","participant":1,"amount":"5000","reference":"B-1"}
            {"at":0,"op":"CreditDeposit","participant":2,"amount":"5000","reference":"B-2"}
            {"at":0,"op":"OpenBook","book":1,"asset":"A","title":{"en":"A"},"terms":{"tick":"1","highest":"100"},"reason":"x"}
            {"at":0,"by":1,"cid":"7","op":"PlaceOrder","book":1,"side":"BUY","price":"10","quantity":1}
            {"at":0,"by":2,"cid":"7","op":"PlaceOrder","book":1,"side":"BUY","price":"11","quantity":2}
            """;

    @ParameterizedTest(name = "by {0} for {1}")
    @CsvSource({"1, 1", "2, 2", "0, 1", "0, 2"})
    void anOrderIsNamedByTheClientIdOfItsOwnParticipant(int by, int owner) {
        feed(BOOK + "{\"at\":1,\"by\":" + by + ",\"role\":\"" + (by == 0 ? "CLERK" : "BIDDER") + "\",\"participant\":"
                + owner + ",\"op\":\"CancelOrder\",\"book\":1,\"order\":\"7\"}");
        ObjectNode ended = JsonCodec.parse(out.stream()
                .filter(line -> line.contains("OrderEnded"))
                .findFirst()
                .orElseThrow());
        assertEquals(owner, ended.path("participant").asInt());
        assertEquals(owner, ended.path("quantity").asInt());
    }

    @Test
    void anOrderNobodyHasPlacedIsRefusedByTheMarket() {
        feed(BOOK);
        feed("{\"at\":1,\"by\":1,\"op\":\"CancelOrder\",\"book\":1,\"order\":\"8\"}");
        assertEquals("CommandRejected", last().path("event").asText());
        assertEquals(4200, last().path("code").asInt());
        feed("{\"at\":1,\"by\":1,\"op\":\"CancelOrder\",\"book\":1,\"order\":\"no such cid at all\"}");
        assertEquals("LineRefused", last().path("event").asText());
        assertEquals(1004, last().path("code").asInt());
    }

    @ParameterizedTest(name = "another order of {0} units")
    @ValueSource(ints = {3, 51})
    void anOrderKeepsItsNameWhereTheSameClientIdIsTriedForAnother(int quantity) {
        feed(BOOK);
        feed("{\"at\":1,\"by\":2,\"cid\":\"7\",\"op\":\"PlaceOrder\",\"book\":1,\"side\":\"BUY\",\"price\":\"100\","
                + "\"quantity\":" + quantity + "}");
        assertEquals("CID_CONFLICT", last().path("reason").asText());
        feed("{\"at\":1,\"by\":2,\"op\":\"ReduceOrder\",\"book\":1,\"order\":\"7\",\"quantity\":1}");
        ObjectNode amended = JsonCodec.parse(out.stream()
                .filter(line -> line.contains("OrderAmended"))
                .findFirst()
                .orElseThrow());
        assertEquals(8, amended.path("order").asInt());
    }

    @ParameterizedTest(name = "its line says{0}")
    @ValueSource(strings = {"", ",\"session\":0", ",\"session\":7"})
    void aStartOfTheNodeEndsAnOrderThatAskedToEndWithItsConnection(String session) {
        feed(BOOK
                + "{\"at\":1,\"by\":1,\"op\":\"PlaceOrder\",\"book\":1,\"side\":\"BUY\",\"price\":\"10\",\"quantity\":3,"
                + "\"cancelOnDisconnect\":true" + session + "}\n{\"at\":2,\"op\":\"NodeStarted\"}");
        List<String> ended =
                out.stream().filter(line -> line.contains("OrderEnded")).toList();
        assertEquals(1, ended.size(), out.toString());
        assertEquals("DISCONNECTED", JsonCodec.parse(ended.get(0)).path("cause").asText());
    }

    @Test
    void aRepeatIsAnsweredAsTheFirstTimeWithItsLine() {
        String tooMuch =
                "{\"at\":1,\"by\":1,\"cid\":\"9\",\"op\":\"PlaceOrder\",\"book\":1,\"side\":\"BUY\",\"price\":\"100\","
                        + "\"quantity\":51}";
        feed(BOOK).line(tooMuch);
        ObjectNode first = last();
        simulation.line(tooMuch);
        assertEquals("AnswerRepeated", last().path("event").asText());
        assertEquals(first.path("seq"), last().path("original"));
        assertEquals(9, last().path("line").asInt());
        assertEquals(4208, last().path("code").asInt());
        assertEquals(first.path("message"), last().path("message"));
    }

    @Test
    void whatComesWithGavelIsInstalledByItsNameOrYear() {
        feed("""
                {"at":0,"op":"InstallRulebook","rulebook":"SOE_ASSET","reason":"x"}
                {"at":0,"op":"InstallCalendar","calendar":2026,"reason":"x"}
                """);
        assertEquals(
                2, JsonCodec.parse(out.get(1)).path("rulebook").path("version").asInt());
        assertEquals(2026, last().path("calendar").path("year").asInt());
        assertEquals(0, simulation.refusedLines());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"at":0,"op":"InstallRulebook","rulebook":"HOUSE","reason":"x"} | rulebook must be the whole rulebook, or the name of one of
            {"at":0,"op":"InstallCalendar","calendar":1999,"reason":"x"} | calendar must be the whole calendar, or one of the years
            """)
    void whatDoesNotComeWithGavelIsToBeGivenWhole(String line, String message) {
        feed(line);
        assertEquals("LineRefused", last().path("event").asText());
        assertTrue(last().path("message").asText().startsWith(message), out::toString);
    }
}
