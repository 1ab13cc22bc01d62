package org.gavel.ops.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFileTest {
    private final Problems problems = new Problems();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a: 1;b: c: d;            | 2 | mapping values are not allowed here",
                "a: 1;b: 2;keys ./keys;   | 3 | while scanning a simple key, could not find expected ':'",
                "a: 1;b: 'x;c: 3;         | 2 | while scanning a quoted scalar, found unexpected end of stream",
                "a: [1, 2;b: 3;           | 1 | while parsing a flow sequence, expected ',' or ']', but got :",
                "a:;  - b: 1;    c: 2;   d: 3;| 4 | while parsing a block collection, expected <block end>, but found"
                        + " '<block mapping start>'",
                "a: 1;b: *;              | 2 | while scanning an alias, unexpected character found ?(10)"
            })
    void namesTheLineOfWhatIsNotYamlAndWhatToDo(String lines, int line, String problem) {
        assertEquals(
                List.of("f:" + line + ": is not YAML: " + problem
                        + "; write each key as KEY: VALUE, indent with spaces,"
                        + " close quotes and brackets, and put a text with signs in quotes"),
                problems(lines.replace(';', '\n')));
    }

    @Test
    void namesTheLineOfWhatIsNotUtf8() {
        byte[] content = {'a', ':', ' ', '1', '\n', 'b', ':', ' ', (byte) 0xff, '\n'};
        assertTrue(YamlFile.parse(content, problems).isEmpty());
        assertEquals(List.of("f:2: is not UTF-8; save the file as UTF-8"), shown());
    }

    @Test
    void refusesAnchorsAliasesAndTags() {
        assertEquals(
                List.of(
                        "f:1: anchors and aliases (& and *) are not read; write the value itself, in quotes if it is"
                                + " a text",
                        "f:2: anchors and aliases (& and *) are not read; write the value itself, in quotes if it is"
                                + " a text",
                        "f:3: tags (!) are not read; write the value itself, in quotes if it is a text"),
                problems("a: &x 1\nb: *x\nc: !!java.net.URL [u]\n"));
    }

    @Test
    void refusesASecondDocument() {
        assertEquals(
                List.of("f:2: is not YAML: expected a single document in the stream, but found another document; write"
                        + " one document in a file"),
                problems("a: 1\n---\nb: 2\n"));
    }

    @Test
    void refusesWhatIsNotABlockOfKeys() {
        assertEquals(List.of("f:1: must be a block of keys"), problems("- a\n- b\n"));
    }

    @Test
    void refusesNothingAtAll() {
        assertEquals(List.of("f: must be a block of keys"), problems(""));
    }

    @Test
    void boundsTheDepth() {
        assertTrue(
                problems("[".repeat(100) + "]".repeat(100)).get(0).startsWith("f: is not YAML: "), shown().toString());
    }

    @Test
    void namesUnknownAndRepeatedKeysWithTheirLinesAndWhatIsAllowed() {
        Section root = parse("a: 1\nb: 2\na: 3\n");
        root.read("a", ScalarTypes.NUMBER);
        root.read("c", ScalarTypes.NUMBER);
        root.rejectUnknown();
        assertEquals(
                List.of(
                        "f:2: b: is not a key here; allowed are a, c",
                        "f:3: a: stands at line 1 already; write each key once"),
                shown());
    }

    @Test
    void namesWrongTypesMissingAndEmptyValues() {
        Section root = parse("a: [1]\nb: '7'\nc:\nd: 0\ne: x\nf: {g: 1}\n");
        root.read("a", ScalarTypes.NUMBER);
        root.read("b", ScalarTypes.NUMBER);
        root.read("c", ScalarTypes.NUMBER);
        root.read("d", ScalarTypes.NUMBER);
        root.read("e", ScalarTypes.FLAG);
        root.section("f").orElseThrow().require("h", ScalarTypes.FLAG);
        root.section("e");
        root.sections("d", 1);
        assertEquals(
                List.of(
                        "f:1: a: must be a whole number from 1 to 2147483647",
                        "f:2: b: is a text in quotes; must be a whole number from 1 to 2147483647",
                        "f:3: c: has no value; write a whole number from 1 to 2147483647",
                        "f:4: d: \"0\" must be a whole number from 1 to 2147483647",
                        "f:4: d: must be a list",
                        "f:5: e: \"x\" must be true or false",
                        "f:5: e: must be a block of keys",
                        "f:6: f.h: is missing; write true or false"),
                shown());
    }

    @Test
    void boundsListsAndWhatItQuotes() {
        Section root = parse("a: [1, 2, 3]\nb: " + "x".repeat(1000) + "\n");
        assertEquals(List.of(), root.list("a", ScalarTypes.NUMBER, 2));
        root.read("b", ScalarTypes.NUMBER);
        assertEquals("f:1: a: must have at most 2 entries", shown().get(0));
        assertEquals("f:2: b: \"" + "x".repeat(60) + "…\" must be a whole number from 1 to 2147483647", shown().get(1));
    }

    private Section parse(String text) {
        return YamlFile.parse(text.getBytes(StandardCharsets.UTF_8), problems).orElseThrow();
    }

    private List<String> problems(String text) {
        assertTrue(
                YamlFile.parse(text.getBytes(StandardCharsets.UTF_8), problems).isEmpty());
        return shown();
    }

    private List<String> shown() {
        return problems.sorted().stream().map(p -> p.in(Path.of("f"))).toList();
    }
}
