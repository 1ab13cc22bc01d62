package org.gavel.protocol.codec.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.Events;
import org.gavel.protocol.event.Faces;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Draw;
import org.gavel.protocol.value.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCodecTest {
    private static InvalidValue refusal(String json) {
        return assertThrows(InvalidValue.class, () -> JsonCodec.command(JsonCodec.parse(json)), json);
    }

    /** Each line: the code, the field's path, the message. */
    @ParameterizedTest
    @CsvFileSource(resources = "refused.csv", delimiter = '|', quoteCharacter = '`', maxCharsPerColumn = 8192)
    void refusesWithItsCodeAndTheFieldsPath(RejectReason reason, String field, String json) {
        InvalidValue refusal = refusal(json);
        String path = field == null ? "" : field;
        assertEquals(reason + " " + path, refusal.reason() + " " + refusal.field(), refusal.sentence());
        assertTrue(refusal.sentence().contains(path), refusal.sentence());
        assertTrue(refusal.sentence().endsWith("."), refusal.sentence());
    }

    /** A calendar or a fault is found by the engine alone, so neither is among what is accepted. */
    @Test
    void namesThePeoplesGroundsForASuspensionAlone() {
        String known =
                "cause must be one of [ATTACK, FAILURE, LEAK, AUTHORITY, REQUEST, TITLE_DISPUTE, OBJECTION, OTHER]";
        for (String cause : new String[] {"CALENDAR", "FAULT", "WEATHER"}) {
            InvalidValue refusal = refusal("{'op':'SuspendListing','listing':3,'cause':'%s','reason':'x'}"
                    .formatted(cause)
                    .replace('\'', '"'));
            assertTrue(refusal.sentence().contains(known), refusal.sentence());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "1",
                "\"a\"",
                "{",
                "}",
                "{}{}",
                "{} x",
                "{\"a\":1,}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":0x1}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":1}//",
                "/**/{}",
                "{\"a\":True}",
                "\ufeff{}"
            })
    void refusesWhatIsNotOneJsonObject(String text) {
        InvalidValue refusal = assertThrows(InvalidValue.class, () -> JsonCodec.parse(text), text);
        assertEquals(RejectReason.BAD_JSON, refusal.reason());
    }

    @Test
    void refusesWhatIsTooDeepOrTooLong() {
        String deep = "{\"a\":" + "[".repeat(12) + "]".repeat(12) + "}";
        String longNumber = "{\"a\":" + "9".repeat(65) + "}";
        String tooLong = "{\"a\":\"" + "x".repeat(JsonCodec.MAX_TEXT) + "\"}";
        for (String text : new String[] {deep, longNumber, tooLong}) {
            InvalidValue refusal = assertThrows(InvalidValue.class, () -> JsonCodec.parse(text));
            assertEquals(RejectReason.TOO_LARGE, refusal.reason());
        }
    }

    @Test
    void readsWhatIsJustNotTooDeepOrTooLong() {
        String deep = "{\"a\":" + "[".repeat(11) + "]".repeat(11) + "}";
        String full = "{\"a\":\"" + "x".repeat(JsonCodec.MAX_TEXT - 8) + "\"}";
        assertFalse(JsonCodec.parse(deep).isEmpty());
        assertEquals(JsonCodec.MAX_TEXT, full.length());
        assertFalse(JsonCodec.parse(full).isEmpty());
    }

    @Test
    void readsMoneyFromANumberToo() {
        String bid = "{\"op\":\"PlaceBid\",\"lot\":7,\"amount\":200000000}";
        assertEquals(new PlaceBid(7, 0, new Money(200_000_000)), JsonCodec.command(JsonCodec.parse(bid)));
    }

    @Test
    void readsNullAsAbsent() {
        String held = "{\"op\":\"HoldDeposit\",\"lot\":7,\"participant\":null}";
        assertEquals(new HoldDeposit(7, 0), JsonCodec.command(JsonCodec.parse(held)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "9e2147483647", "1e99999999999", "1E400"})
    void refusesHugeExponentsQuickly(String number) {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            refusal("{\"op\":\"PlaceBid\",\"lot\":7,\"amount\":" + number + "}");
            refusal("{\"op\":\"PlaceBid\",\"lot\":" + number + ",\"amount\":\"1\"}");
            refusal("{\"op\":\"PlaceBid\",\"lot\":7,\"bidder\":" + number + ",\"amount\":\"1\"}");
            refusal("{\"op\":\"AnnounceLot\",\"opensAt\":" + number + "}");
            refusal("{\"op\":\"AskStatus\",\"about\":" + number + "}");
            refusal("{\"op\":\"AnnounceRoadshow\",\"lots\":[" + number + "],\"interval\":" + number + "}");
        });
    }

    @Test
    void repeatsNoUnknownNameWholeOrUnprintable() {
        InvalidValue refusal = refusal("{\"op\":\"WithdrawBid\",\"lot\":1,\"\\n" + "x".repeat(5000) + "\":1}");
        assertEquals(RejectReason.UNKNOWN_FIELD, refusal.reason());
        assertTrue(refusal.field().length() <= JsonPath.MAX_LENGTH);
        assertTrue(refusal.field().startsWith("?x"), refusal.field());
    }

    @Test
    void leavesTheFieldsItReadsUntouched() {
        var fields = JsonCodec.parse("{\"op\":\"WithdrawBid\",\"lot\":1}");
        JsonCodec.command(fields);
        assertEquals("{\"lot\":1,\"op\":\"WithdrawBid\"}", CanonicalJson.write(fields));
    }

    @Test
    void showsEverybodyAllButWhatIsPrivate() {
        Event bid = Events.generators().get(BidAccepted.class.getSimpleName()).apply(new Draw(1));
        var everybodys = JsonCodec.tree(bid, Faces.Public.class);
        assertFalse(everybodys.has("bidder") || everybodys.has("cid"), everybodys::toString);
        assertTrue(everybodys.has("paddle") && everybodys.has("amount"), everybodys::toString);
        assertTrue(JsonCodec.tree(bid).has("bidder"));
    }
}
