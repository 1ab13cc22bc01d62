package org.gavel.ops.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gavel.exchange.audit.JournalPlaces;
import org.gavel.ops.cli.Console.Run;
import org.gavel.protocol.codec.json.JsonCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The auditor's diff and what-if, over real journals. */
class AuditComparingTest {
    private static final Path ROLLING = Path.of("../docs/examples/MR-T18.jsonl");

    @TempDir
    Path directory;

    private AuditedVenue venue(String name, String from, String to) throws IOException {
        List<String> lines = Files.readAllLines(ROLLING).stream()
                .map(line -> line.replace(from, to))
                .toList();
        return AuditedVenue.of(directory.resolve(name), lines);
    }

    private AuditedVenue rolling(String name) throws IOException {
        return venue(name, "", "");
    }

    @Test
    void aJournalAndItsCopyAreTheSame() throws IOException {
        AuditedVenue venue = rolling("a");
        Path copy = venue.copy(directory.resolve("copy"));
        Run run = venue.withoutKey("diff", copy.toString()).expect(ExitCodes.OK);
        assertTrue(run.out().startsWith("SAME: 13 records\n"), run.out());
        venue.audit("diff", "--event-log").expect(ExitCodes.OK);
    }

    @Test
    void theFirstRecordThatDiffersIsNamedInBothAndInWords() throws IOException {
        AuditedVenue one = rolling("a");
        AuditedVenue other = venue("b", "\"amount\": \"220000000\"", "\"amount\": \"230000000\"");
        Run run = one.withoutKey("diff", other.data().toString()).expect(ExitCodes.VERIFICATION_FAILED);
        String first = JournalPlaces.describe(one.data(), 10);
        assertTrue(run.out().contains("DIFFERENT after 9 records that are the same"), run.out());
        assertTrue(run.out().contains("at " + first), run.out());
        assertTrue(run.out().contains("at " + JournalPlaces.describe(other.data(), 10)), run.out());
        assertTrue(
                run.out().contains("The field amount is \"220000000\" in the first and \"230000000\" in the second."),
                run.out());
        JsonNode json = JsonCodec.parse(
                one.withoutKey("diff", other.data().toString(), "--json").out().strip());
        assertEquals(9, json.path("sameRecords").asLong());
        assertEquals(
                JournalPlaces.batches(one.data(), 5, 8).get(0).hash(),
                json.path("chainInCommon").asText());
    }

    @Test
    void aCopyCutShortAndADamagedOneAreComparedAsFarAsTheyGo() throws IOException {
        AuditedVenue venue = rolling("a");
        List<String> lines = Files.readAllLines(ROLLING);
        AuditedVenue shorter = AuditedVenue.of(directory.resolve("b"), lines.subList(0, lines.size() - 1));
        Run cut = venue.withoutKey("diff", shorter.data().toString()).expect(ExitCodes.VERIFICATION_FAILED);
        assertTrue(cut.out().contains("The second journal ends after sequence 12; the other goes on."), cut.out());
        Path copy = venue.copy(directory.resolve("copy"));
        JournalPlaces.Batch batch = JournalPlaces.batches(copy, 9, 9).get(0);
        try (RandomAccessFile bytes =
                new RandomAccessFile(copy.resolve(batch.file()).toFile(), "rw")) {
            bytes.seek(batch.offset() + 300);
            bytes.write(0x7f);
        }
        Run damaged = venue.withoutKey("diff", copy.toString()).expect(ExitCodes.VERIFICATION_FAILED);
        assertTrue(damaged.out().contains("DIFFERENT after 8 records"), damaged.out());
        assertTrue(damaged.out().contains("Damage ends the reading: " + copy), damaged.out());
    }

    @Test
    void anEventLogOfAnotherHistoryIsToldEventByEvent() throws IOException {
        AuditedVenue one = rolling("a");
        AuditedVenue other = venue("b", "\"amount\": \"220000000\"", "\"amount\": \"230000000\"");
        Run run = one.audit("diff", other.data().toString(), "--event-log").expect(ExitCodes.VERIFICATION_FAILED);
        assertTrue(run.out().contains("Event 1 of sequence 10 is {\"amount\":\"220000000\""), run.out());
    }

    private JsonNode whatIf(AuditedVenue venue, String... options) {
        String[] all = Stream.concat(Stream.of("--json"), Stream.of(options)).toArray(String[]::new);
        JsonNode report = JsonCodec.parse(
                venue.audit("whatif", all).expect(ExitCodes.OK).out().strip());
        assertTrue(report.path("counterfactual").asBoolean());
        assertEquals("COUNTERFACTUAL 反事实推演", report.path("label").asText());
        return report.path("lots").get(0);
    }

    @Test
    void underAShorterExtensionTheLastBidComesTooLate() throws IOException {
        JsonNode lot = whatIf(rolling("a"), "--lot", "1", "--extension", "1m");
        assertEquals("230000000", lot.path("actual").path("price").asText());
        assertEquals("230000000", lot.path("counterfactual").path("price").asText());
        long closed = lot.path("counterfactual").path("closedAt").asLong();
        long before = lot.path("actual").path("closedAt").asLong();
        assertEquals(4 * 60_000_000L, before - closed);
        JsonNode none = whatIf(rolling("b"), "--lot", "1", "--extension", "none");
        assertEquals(0, none.path("counterfactual").path("extensions").asInt());
    }

    @Test
    void underALongerExtensionALateBidIsTakenAndTheLotEndsAfterItsJournal() throws IOException {
        JsonNode lot = whatIf(rolling("a"), "--lot", "1", "--extension", "10m");
        assertEquals("240000000", lot.path("counterfactual").path("price").asText());
        assertEquals("P01", lot.path("counterfactual").path("winners").asText());
        JsonNode late = lot.path("answeredOtherwise").get(0);
        assertEquals(13, late.path("seq").asInt());
        assertEquals("LOT_CLOSED", late.path("actual").path("name").asText());
        assertEquals("ACCEPTED", late.path("counterfactual").path("outcome").asText());
    }

    @Test
    void underAnotherLadderRefusalsCarryTheirReason() throws IOException {
        JsonNode lot = whatIf(rolling("a"), "--lot", "1", "--ladder", "0:20万");
        assertEquals("200000000", lot.path("counterfactual").path("price").asText());
        assertEquals(
                "OFF_INCREMENT",
                lot.path("answeredOtherwise")
                        .get(0)
                        .path("counterfactual")
                        .path("name")
                        .asText());
    }

    @Test
    void aHigherReservePassesTheLotAndAWholeDayIsRunAtOnce() throws IOException {
        AuditedVenue day = AuditedVenue.day(directory.resolve("day"));
        Run run =
                day.audit("whatif", "--day", "2026-11-22", "--reserve", "300万").expect(ExitCodes.OK);
        assertTrue(run.out().contains("RESERVE_NOT_MET"), run.out());
        for (String lot : List.of("lot 1 ", "lot 2 ", "lot 3 ", "lot 4 ", "lot 5 ")) {
            assertTrue(run.out().contains(lot + " (COUNTERFACTUAL 反事实推演)"), run.out());
        }
        Run ladder =
                day.audit("whatif", "--day", "2026-11-22", "--ladder", "0:1").expect(ExitCodes.OK);
        assertTrue(ladder.out().contains("nothing of what was to be changed: lots [3]"), ladder.out());
    }

    @Test
    void withTheTermsItHadNothingIsAnsweredOtherwise() throws IOException {
        JsonNode lot = whatIf(rolling("a"), "--lot", "1", "--ladder", "0:10万", "--extension", "5m");
        assertEquals(lot.path("actual"), lot.path("counterfactual"));
        assertEquals(0, lot.path("answeredOtherwise").size());
    }

    @Test
    void whatCannotBeAskedIsRefusedWithWhatToDo() throws IOException {
        AuditedVenue day = AuditedVenue.day(directory.resolve("day"));
        Map<String, String[]> wrong = Map.of(
                "Lot 3 has no increment ladder in any of its phases (Shares)",
                new String[] {"--lot", "3", "--ladder", "0:1"},
                "no lot 99 was announced",
                new String[] {"--lot", "99", "--reserve", "none"},
                "No lot opened on 2020-01-01 in Beijing",
                new String[] {"--day", "2020-01-01", "--reserve", "none"},
                "Say what would have been otherwise",
                new String[] {"--lot", "1"},
                "Lot 1 cannot have these terms",
                new String[] {"--lot", "1", "--ladder", "5:1"});
        wrong.forEach((sentence, options) -> {
            Run run = day.audit("whatif", options).expect(ExitCodes.VERIFICATION_FAILED);
            assertTrue(run.err().contains(sentence), run.err());
        });
        Run blind = day.withoutKey("whatif", "--lot", "1", "--reserve", "none");
        assertTrue(blind.expect(ExitCodes.VERIFICATION_FAILED).err().contains("this needs the venue's key: name"));
        Run usage = day.audit("whatif", "--lot", "1", "--ladder", "5").expect(ExitCodes.USAGE);
        assertTrue(usage.err().contains("must be FROM:STEP"), usage.err());
        assertFalse(usage.err().contains("\tat "));
    }
}
