package org.gavel.protocol.codec.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.value.Draw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    private static String rewritten(String json) {
        return CanonicalJson.write(JsonCodec.parse(json));
    }

    /** RFC 8785, 3.2.3: the keys of its example, in the order it demands. */
    @Test
    void sortsKeysByUtf16Units() {
        String given =
                "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}";
        String sorted = "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\ufb33\":3}";
        assertEquals(sorted, rewritten(given));
    }

    /** RFC 8785, 3.2.2: its example but for the fractions, which no message holds. */
    @Test
    void writesStringsAndLiteralsAsTheStandardShows() {
        String given = "{ \"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\","
                + " \"literals\": [null, true, false] }";
        String canonical = "{\"literals\":[null,true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}";
        assertEquals(canonical, rewritten(given));
    }

    @Test
    void escapesEveryControlCharacterTheShortestWay() {
        StringBuilder controls = new StringBuilder();
        for (char c = 0; c <= ' '; c++) {
            controls.append(c);
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("c", controls + "\u007f\u2028");
        String expected = "{\"c\":\"\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n\\u000b\\f\\r"
                + "\\u000e\\u000f\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u001a"
                + "\\u001b\\u001c\\u001d\\u001e\\u001f \u007f\u2028\"}";
        assertEquals(expected, CanonicalJson.write(node));
    }

    @ParameterizedTest
    @CsvSource({"-0,0", "0,0", "9007199254740991,9007199254740991", "-9007199254740991,-9007199254740991"})
    void writesWholeNumbersPlainly(String given, String written) {
        assertEquals("{\"n\":" + written + "}", rewritten("{\"n\":" + given + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5",
                "1.0",
                "1e2",
                "1e999999999",
                "-1e-999999999",
                "9007199254740992",
                "-9007199254740992",
                "-9223372036854775808",
                "9223372036854775808",
                "123456789012345678901234567890"
            })
    void refusesNumbersThatNotEveryReaderKeeps(String number) {
        ObjectNode node = JsonCodec.parse("{\"n\":" + number + "}");
        assertThrows(InvalidValue.class, () -> CanonicalJson.write(node));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude00", "\ude00\ud83d", "a\ud83dz"})
    void refusesHalfCharactersInTextAndKeys(String half) {
        ObjectNode text = JsonNodeFactory.instance.objectNode().put("a", half);
        ObjectNode key = JsonNodeFactory.instance.objectNode().put(half, 1);
        assertThrows(InvalidValue.class, () -> CanonicalJson.write(text));
        assertThrows(InvalidValue.class, () -> CanonicalJson.write(key));
    }

    @Test
    void givesTheSameBytesForTheSameFieldsInAnyOrder() {
        assertEquals(
                rewritten("{\"b\":[1,{\"d\":1,\"c\":2}],\"a\":\"\"}"),
                rewritten("{\"a\":\"\",\"b\":[1,{\"c\":2,\"d\":1}]}"));
    }

    @Test
    void writesWhatItWroteAgainUnchanged() {
        Draw.many(2_000, draw -> {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            fill(node, draw, 4);
            String written = CanonicalJson.write(node);
            assertEquals(written, rewritten(written));
        });
    }

    private static void fill(ObjectNode node, Draw draw, int depth) {
        for (int i = draw.below(4); i >= 0; i--) {
            String key = draw.text();
            switch (draw.below(depth > 0 ? 6 : 4)) {
                case 0 -> node.put(key, draw.text() + (char) draw.below(0x20));
                case 1 -> node.put(key, draw.number(-9_007_199_254_740_991L, 9_007_199_254_740_991L));
                case 2 -> node.put(key, draw.flag());
                case 3 -> node.putNull(key);
                case 4 -> fill(node.putObject(key), draw, depth - 1);
                default -> fill(node.putArray(key).addObject(), draw, depth - 1);
            }
        }
    }
}
