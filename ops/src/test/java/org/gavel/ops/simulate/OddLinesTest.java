package org.gavel.ops.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gavel.protocol.codec.json.JsonCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that are no command, or one the market refuses: a code, a sentence, the line's number, and nothing else happens. */
class OddLinesTest {
    private static final String BOOK = """
            # one order rests, another was filled
            {"at":1000000,"op":"RegisterParticipant","participant":1}
            {"at":1000000,"op":"RegisterParticipant","participant":2}
            {"at":1000000,"op":"CreditDeposit","participant":1,"amount":"1000000","reference":"b"}
            {"at":1000000,"op":"CreditUnits","participant":2,"asset":"A","quantity":1000}
            {"at":1000000,"op":"OpenBook","book":1,"asset":"A","title":{"en":"A"},"terms":\
            {"tick":"5","highest":"10000"},"reference":"1000","reason":"r"}
            {"at":1000000,"op":"OpenBook","book":2,"asset":"A","title":{"en":"A"},"terms":\
            {"tick":"5","highest":"10000"},"reference":"1000","reason":"r"}
            {"at":1000000,"op":"HaltBook","book":2,"reason":"r"}
            {"at":2000000,"by":2,"cid":"s1","op":"PlaceOrder","book":1,"side":"SELL","price":"1000","quantity":10}
            {"at":2000000,"by":1,"cid":"b1","op":"PlaceOrder","book":1,"side":"BUY","price":"1000","quantity":10}
            {"at":2000000,"by":2,"cid":"s2","op":"PlaceOrder","book":1,"side":"SELL","price":"1000","quantity":10}
            """;

    private final List<ObjectNode> out = new ArrayList<>();
    private final Simulation simulation = new Simulation(line -> out.add(JsonCodec.parse(line)));

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "at":3000000,"by":1,"op":"PlaceOrder","book":1,"side":"BUY","price":"1000","quantity":0 | QUANTITY_NOT_POSITIVE
            "at":3000000,"by":1,"op":"PlaceOrder","book":1,"side":"BUY","price":"1000","quantity":-5 | QUANTITY_NOT_POSITIVE
            "at":3000000,"by":1,"op":"PlaceOrder","book":1,"side":"BUY","price":"1000" | MISSING_FIELD
            "at":3000000,"by":1,"op":"PlaceOrder","book":1,"side":"BUY","price":"1000","quantity":1.5 | BAD_FIELD
            "at":3000000,"by":1,"op":"PlaceOrder","book":1,"side":"BUY","price":"1000","quantity":99999999999999999999 | BAD_FIELD
            "at":3000000,"by":1,"op":"PlaceOrder","book":1,"side":"BUY","price":"1000","quantity":1000000000001 | QUANTITY_TOO_BIG
            "at":3000000,"by":1,"op":"PlaceOrder","book":1,"side":"BUY","price":"1003","quantity":1 | OFF_TICK
            "at":3000000,"by":1,"op":"PlaceOrder","book":1,"side":"BUY","price":"10005","quantity":1 | PRICE_TOO_HIGH
            "at":3000000,"by":1,"op":"PlaceOrder","book":1,"side":"BUY","price":"0","quantity":1 | AMOUNT_ZERO
            "at":3000000,"by":1,"op":"PlaceOrder","book":1,"side":"BUY","quantity":1 | MISSING_FIELD
            "at":3000000,"by":1,"op":"PlaceOrder","book":1,"price":"5","quantity":1 | MISSING_FIELD
            "at":3000000,"by":1,"op":"PlaceOrder","book":1,"side":"BUY","price":"5","quantity":1,"timeInForce":"GTD" | TERMS_CLASH
            "at":3000000,"by":1,"op":"PlaceOrder","book":1,"side":"BUY","price":"5","quantity":1,"colour":"red" | UNKNOWN_FIELD
            "at":3000000,"by":1,"op":"PlaceOrder","book":9,"side":"BUY","price":"5","quantity":1 | BOOK_UNKNOWN
            "at":3000000,"by":7,"op":"PlaceOrder","book":1,"side":"BUY","price":"5","quantity":1 | PARTICIPANT_UNKNOWN
            "at":3000000,"by":1,"op":"PlaceOrder","book":1,"side":"BUY","price":"1000","quantity":1001 | MONEY_INSUFFICIENT
            "at":3000000,"by":2,"op":"PlaceOrder","book":1,"side":"SELL","price":"1000","quantity":981 | UNITS_INSUFFICIENT
            "at":3000000,"by":1,"op":"PlaceOrder","book":2,"side":"BUY","price":"5","quantity":1 | BOOK_HALTED
            "at":3000000,"by":1,"cid":"b1","op":"PlaceOrder","book":1,"side":"BUY","price":"1000","quantity":11 | CID_CONFLICT
            "at":3000000,"by":1,"role":"BIDDER","op":"HaltBook","book":1,"reason":"r" | FORBIDDEN
            "at":3000000,"by":5,"role":"CLERK","op":"CreditDeposit","participant":1,"amount":"1" | FORBIDDEN
            "at":3000000,"by":5,"role":"OPERATOR","op":"PlaceOrder","book":1,"side":"BUY","price":"5","quantity":1 | FORBIDDEN
            "at":3000000,"role":"OPERATOR","op":"Tick","due":0 | FORBIDDEN
            "at":3000000,"by":1,"cid":"seventeen letters","op":"CancelOrders","book":1 | BAD_FIELD
            "at":3000000,"by":2,"op":"AmendOrder","book":1,"order":"s1","price":"1000","quantity":5 | ORDER_UNKNOWN
            "at":3000000,"by":2,"op":"AmendOrder","book":1,"order":"s2","price":"1001","quantity":5 | OFF_TICK
            "at":3000000,"by":2,"op":"AmendOrder","book":1,"order":"s2","price":"1000","quantity":99999 | UNITS_INSUFFICIENT
            "at":3000000,"by":2,"op":"AmendOrder","book":1,"order":"s2","quantity":5 | PRICE_TOO_LOW
            "at":3000000,"by":1,"op":"PlaceOrder","book":1,"side":"BUY","type":"MARKET","price":"5","quantity":1 | TERMS_CLASH
            "at":3000000,"op":"CreditUnits","participant":2,"asset":"A","quantity":0 | BAD_FIELD
            "at":3000000,"op":"CreditUnits","participant":2,"asset":"A","quantity":1000000000001 | BAD_FIELD
            "at":3000000,"by":1,"op":"CancelOrder","book":1,"order":"s2" | ORDER_UNKNOWN
            "at":3000000,"by":1,"op":"CancelOrder","book":1,"order":"nobody's" | ORDER_UNKNOWN
            "at":3000000,"by":1,"op":"CancelOrder","book":1,"order":12345 | ORDER_UNKNOWN
            "at":3000000,"by":1,"op":"CancelOrder","book":1 | MISSING_FIELD
            "at":3000000,"by":2,"op":"CancelOrders","book":" " | BAD_FIELD
            "at":3000000,"by":1,"op":"RegisterIntention","lot":1,"related":" " | BAD_FIELD
            "at":3000000,"by":2,"op":"ReduceOrder","book":1,"order":"s2","quantity":0 | QUANTITY_NOT_POSITIVE
            "at":3000000,"op":"HaltBook","book":2,"reason":"again" | WRONG_BOOK_PHASE
            "at":1999999,"by":1,"op":"CancelOrders","book":1 | BAD_FIELD
            "at":-1,"by":1,"op":"CancelOrders","book":1 | BAD_FIELD
            "at":"yesterday","by":1,"op":"CancelOrders","book":1 | BAD_FIELD
            "by":1,"op":"CancelOrders","book":1 | MISSING_FIELD
            "at":3000000,"by":1,"op":"Nonsense" | UNKNOWN_OP
            "at":3000000,"op":"RaiseObjection","lot":1 | MISSING_FIELD
            "at":3000000,"op":"AnnounceDeal","lot":1,"title":{"en":"x"},"seller":2,"rulebook":"PRIVATE_SALE","terms":{} | MISSING_FIELD
            """)
    void anOddCommandIsAnsweredAtItsLineAndChangesNothing(String fields, String reason) {
        BOOK.lines().forEach(simulation::line);
        int before = out.size();
        simulation.line("{" + fields + "}");
        assertEquals(before + 1, out.size(), out.subList(before, out.size()).toString());
        ObjectNode answer = out.get(before);
        assertEquals(reason, answer.path("reason").asText());
        assertTrue(
                answer.path("code").asInt() > 0
                        && answer.path("message").asText().endsWith("."),
                answer.toString());
        assertEquals(BOOK.lines().count() + 1, answer.path("line").asLong());
    }

    @Test
    void theSentenceNamesTheFieldAsItIsWritten() {
        simulation.line("{\"at\":1,\"op\":\"AnnounceDeal\",\"lot\":1,\"title\":{\"en\":\"x\"},\"seller\":2,"
                + "\"rulebook\":\"PRIVATE_SALE\",\"terms\":{\"mode\":\"Barter\"}}");
        assertEquals(
                "terms.mode is not a known mode. Correct the field's value.",
                last().path("message").asText());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"by, person", "approver, person", "session, connection"})
    void theSentenceSaysWhatTheNumberIsOf(String field, String what) {
        simulation.line("{\"at\":1,\"" + field + "\":\"one\",\"op\":\"Tick\",\"due\":0}");
        assertEquals(
                field + " must be the number of a " + what + ". Correct the field's value.",
                last().path("message").asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"at":1 | The message is not one JSON object at column 8. Write one JSON object on one line.
            [] | The message is not a JSON object. Write one JSON object on one line.
            {"at":"+999999999-12-31T23:59:59Z"} | at must be a time from 1970-01-01T00:00:00Z to 2255-06-05T23:47:34Z.
            {"at":"1969-12-31T23:59:59.999999Z"} | at must be a time from 1970-01-01T00:00:00Z to 2255-06-05T23:47:34Z.
            {"at":"yesterday"} | at must be microseconds since 1970 or a time like 2026-11-22T15:00:00.000+08:00.
            {"at":1,"op":"OpenLot","lot":1,"reason":"\\ud800"} | reason must not hold half characters (lone surrogates).
            {"at":1,"op":"OpenLot","lot":1,"reason":"\\u0007"} | reason must not hold control characters.
            {"at":1,"op":"PlaceOrder","book":1,"expiresAt":"2026-11-22T15:00:00Z"} | expiresAt must be microseconds since 1970.
            {"at":1,"op":"StartTradingDay","book":1,"day":{"crossAt":"9:30"}} | day.crossAt must be microseconds since 1970.
            {"at":1,"op":"QualifyBidder","lot":1,"qualified":1} | qualified must be true or false.
            {"at":1,"session":9007199254740992,"op":"Tick","due":0} | session must be from 0 to 9007199254740991.
            """)
    void theSentenceSaysWhatToWrite(String line, String sentence) {
        simulation.line(line);
        String message = last().path("message").asText();
        assertTrue(message.startsWith(sentence), message);
    }

    @Test
    void aConnectionHasTheSameNumbersInEveryLine() {
        BOOK.lines().forEach(simulation::line);
        simulation.line("""
                {"at":3000000,"by":1,"session":9007199254740991,"op":"PlaceOrder","book":1,"side":"BUY","price":"500",\
                "quantity":1,"cancelOnDisconnect":true}""");
        simulation.line("""
                {"at":4000000,"op":"ReportDisconnect","participant":1,"session":9007199254740991}""");
        assertTrue(out.stream().anyMatch(event -> event.path("cause").asText().equals("DISCONNECTED")), out::toString);
    }

    /** As text it would name the order, and the {@code order} of a later line another one: that of its sequence. */
    @ParameterizedTest
    @ValueSource(strings = {"6", "true", "1.50", "[]", "{}"})
    void aClientIdIsTextAndNothingThatLooksLikeIt(String cid) {
        simulation.line("{\"at\":1,\"cid\":" + cid + ",\"op\":\"Tick\",\"due\":0}");
        assertEquals(
                "cid must be text in quotes, such as \"a1\". Correct the field's value.",
                last().path("message").asText());
        assertEquals(1, out.size());
        simulation.line("{\"at\":1,\"cid\":null,\"op\":\"Tick\",\"due\":0}");
        assertEquals(1, simulation.refusedLines());
    }

    private ObjectNode last() {
        return out.get(out.size() - 1);
    }

    private void feed(byte[] file) throws IOException {
        try (SimulationFile lines = new SimulationFile(new ByteArrayInputStream(file))) {
            for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
                simulation.line(line.get());
            }
        }
    }

    @Test
    void aFileFromAnotherSystemIsReadAsAnyOther() throws IOException {
        feed(("\uFEFF" + BOOK.replace("\n", "\r\n")).getBytes(UTF_8));
        assertEquals(0, simulation.refusedLines());
        String hash = simulation.stateHash();
        Simulation plain = new Simulation(line -> {});
        BOOK.lines().forEach(plain::line);
        assertEquals(plain.stateHash(), hash);
    }

    @Test
    void aLineThatIsNoTextIsRefusedAndTheOthersAreRead() throws IOException {
        byte[] file = """
                {"at":1,"op":"RegisterParticipant","participant":1}
                ?
                {"at":2,"op":"Tick","due":0}
                """.getBytes(UTF_8);
        file[new String(file, UTF_8).indexOf('?')] = (byte) 0xFF;
        feed(file);
        assertEquals("BAD_UTF8", last().path("reason").asText());
        assertEquals(1, simulation.refusedLines());
        assertEquals(3, simulation.sequence());
    }

    @Test
    void aMarketOrdersPriceOf0IsNoneAndAReductionByMoreThanIsOpenEndsAnOrder() {
        BOOK.lines().forEach(simulation::line);
        simulation.line("""
                {"at":3000000,"by":1,"op":"PlaceOrder","book":1,"side":"BUY","type":"MARKET","price":"0","quantity":3}""");
        simulation.line("""
                {"at":3000000,"by":2,"op":"ReduceOrder","book":1,"order":"s2","quantity":99}""");
        ObjectNode ended = out.stream()
                .filter(event -> event.path("event").asText().equals("OrderEnded"))
                .findFirst()
                .orElseThrow();
        assertEquals(7, ended.path("quantity").asLong());
    }

    @Test
    void aLineThatIsSkippedMayBeLongerThanACommand() {
        simulation.line("#" + "-".repeat(JsonCodec.MAX_TEXT));
        String tick = "{\"at\":1,\"op\":\"Tick\",\"due\":0}";
        simulation.line(tick + " ".repeat(JsonCodec.MAX_TEXT - tick.length()));
        assertEquals(0, simulation.refusedLines());
        simulation.line(tick + " ".repeat(JsonCodec.MAX_TEXT + 1 - tick.length()));
        assertEquals("TOO_LARGE", last().path("reason").asText());
    }

    @Test
    void aLineLongerThanAnyCommandIsRefusedAndTheNextIsRead() throws IOException {
        String padding = "\"" + "a".repeat(Simulation.MAX_LINE) + "\"}\n";
        feed(("{\"at\":1,\"op\":" + padding + "{\"at\":1,\"op\":\"Tick\",\"due\":0}\n").getBytes(UTF_8));
        assertEquals("TOO_LARGE", out.get(0).path("reason").asText());
        assertTrue(out.get(0).path("message").asText().startsWith("The line has more than 4194304 bytes"));
        assertEquals(2, simulation.sequence());
    }

    @Test
    void anEmptyFileIsNoMistake() throws IOException {
        feed(new byte[0]);
        simulation.finish();
        assertEquals(List.of(), out);
    }
}
