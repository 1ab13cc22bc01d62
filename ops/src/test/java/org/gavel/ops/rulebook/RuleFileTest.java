package org.gavel.ops.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.protocol.value.SourceMark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rulebooks and calendars as people write them. */
class RuleFileTest {
    private static final String GOOD = """
            {"name": "HOUSE", "version": 2, "effectiveFrom": "2026-01-01", "title": {"en": "House"},
             "notice": {"days": {"value": 7, "source": "拍卖法 art. 45", "mark": "L"}},
             "commission": [{"above": "0", "perMyriad": {"value": 300, "source": "house", "mark": "P"}}]}
            """;

    @TempDir
    Path directory;

    private String problem(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("r.json"), text);
        String said = assertThrows(InvalidFile.class, () -> RuleFile.read(file)).getMessage();
        return said.substring(said.indexOf("r.json") + "r.json: ".length());
    }

    @Test
    void listsEveryValueWithItsSource() {
        RuleFile file = RuleFile.of(GOOD);
        assertEquals("rulebook HOUSE@2", file.name());
        assertEquals(
                List.of(
                        new RuleFile.Value("notice.days", "7", "拍卖法 art. 45", SourceMark.L),
                        new RuleFile.Value("commission[1].perMyriad", "300", "house", SourceMark.P)),
                file.values());
        assertEquals(1, file.unverified());
    }

    @Test
    void theLayoutOfTheFileDoesNotChangeItsHash() {
        assertEquals(
                RuleFile.of(GOOD).hash(), RuleFile.of(GOOD.replace("\n", " ")).hash());
    }

    @Test
    void namesTheFieldAndWhatItTakes() throws IOException {
        assertTrue(problem(GOOD.replace("\"HOUSE\"", "\"house\"")).startsWith("name: "));
        assertTrue(problem(GOOD.replace("2026-01-01", "1.1.2026")).startsWith("effectiveFrom: "));
        assertTrue(problem(GOOD.replace(", \"mark\": \"L\"", "")).contains("mark is required"));
        assertTrue(problem(GOOD.replace("\"source\": \"house\", ", "")).contains("source is required"));
        assertTrue(problem(GOOD.replace("\"above\": \"0\"", "\"above\": \"1\""))
                .contains("must ascend, the first from 0"));
        assertTrue(problem(GOOD.replace("\"notice\"", "\"notices\"")).startsWith("notices: "));
        assertTrue(problem("[]").contains("not a JSON object"));
        String weekday =
                "{\"year\": 2026, \"version\": 1, \"workdays\": [\"2026-03-02\"], \"source\": \"s\", \"mark\": \"P\"}";
        assertTrue(problem(weekday).contains("must be Saturdays and Sundays"));
        assertTrue(problem(weekday.replace("2026-03-02", "2027-03-06")).contains("must be days of 2026"));
    }

    @Test
    void findsWhatIsShippedByNameOrVersion() {
        for (String name : ShippedRules.NAMES) {
            int version = name.equals("SOE_ASSET") ? 2 : 1;
            assertEquals(
                    "rulebook " + name + "@" + version,
                    ShippedRules.rulebook(name).orElseThrow().name());
        }
        assertTrue(ShippedRules.rulebook("SOE_ASSET@2").isPresent());
        assertTrue(ShippedRules.rulebook("PRIVATE_SALE").isPresent());
        assertTrue(ShippedRules.rulebook("SOE_ASSET@3").isEmpty());
        assertTrue(ShippedRules.rulebook("SOE").isEmpty());
    }

    @Test
    void aPrivateSaleNeedsNothingAndOthersTheirCalendarAndPack() {
        assertEquals(List.of(), ShippedRules.neededBy("PRIVATE_SALE"));
        assertEquals(
                List.of("calendar 2026@1", "rulebook SOE_ASSET@2"),
                ShippedRules.neededBy("SOE_ASSET").stream().map(RuleFile::name).toList());
        assertEquals(
                List.of("calendar 2026@1"),
                ShippedRules.neededBy("HOUSE@1").stream().map(RuleFile::name).toList());
    }
}
