package org.gavel.ops.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gavel.exchange.audit.JournalPlaces;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.ops.cli.Console.Run;
import org.gavel.protocol.codec.json.JsonCodec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The auditor's replay and timeline over a real journal of several mechanisms, refusals and acts of two persons. */
class AuditReadingTest {
    @TempDir
    Path directory;

    private AuditedVenue venue;

    @BeforeEach
    void journal() {
        venue = AuditedVenue.day(directory);
    }

    private List<ObjectNode> timeline(String... options) {
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("--format", "jsonl"), java.util.Arrays.stream(options))
                .toArray(String[]::new);
        return venue.audit("timeline", all).expect(ExitCodes.OK).outLines().stream()
                .map(JsonCodec::parse)
                .toList();
    }

    @Test
    void rebuildsALotAtEveryTimeItIsAskedAbout() {
        JsonNode paused = lotAt("2026-11-22T10:12:00+08:00");
        assertEquals("PAUSED", paused.path("state").asText());
        assertEquals("200000000", paused.path("price").asText());
        assertEquals(1, paused.path("leader").asInt());
        assertEquals("HELD", paused.path("entrants").get(1).path("state").asText());
        JsonNode open = lotAt("2026-11-22T10:58:00+08:00");
        assertEquals("OPEN", open.path("state").asText());
        assertEquals("210000000", open.path("price").asText());
        assertEquals(2, open.path("leader").asInt());
        JsonNode ended = lotAt("2026-11-23T00:00:00+08:00");
        assertEquals("AWARDED", ended.path("state").asText());
        assertEquals(1, ended.path("extensions").asInt());
        assertEquals("RELEASED", ended.path("entrants").get(1).path("state").asText());
    }

    private JsonNode lotAt(String time) {
        Run run = venue.audit("replay", "--lot", "1", "--until", time, "--json").expect(ExitCodes.OK);
        return JsonCodec.parse(run.out().strip()).path("lots").get(0);
    }

    @Test
    void replayUntilTheLastRecordEndsInTheStateThatVerifyFinds() {
        ObjectNode verified =
                JsonCodec.parse(venue.audit("verify", "--json").out().strip());
        String last = verified.path("stateSequence").asText();
        ObjectNode replayed = JsonCodec.parse(
                venue.audit("replay", "--until", last, "--json").out().strip());
        assertEquals(verified.path("stateHash"), replayed.path("stateHash"));
        assertTrue(replayed.path("digestsEqual").asInt() >= 2, replayed.toString());
    }

    @Test
    void showsAccountsOnlyWhereIdentitiesMayBeSeen() {
        assertFalse(venue.audit("replay").out().contains("account "));
        Run disclosed = venue.audit("replay", "--identities").expect(ExitCodes.OK);
        assertTrue(
                disclosed.out().contains("account 7700001  free 300,000.00  held 200,000.00  forfeited 0.00"),
                disclosed.out());
        assertTrue(disclosed.out().contains("account 7700002  free 500,000.00  held 0.00"), disclosed.out());
    }

    @Test
    void tellsEveryCommandOfALotWithItsOutcome() {
        List<String> told = timeline("--lot", "1").stream()
                .map(row -> row.path("op").asText() + " " + row.path("who").asText() + " "
                        + row.path("outcome").asText() + " "
                        + row.path("name").asText())
                .map(String::strip)
                .toList();
        assertEquals(
                List.of(
                        "AnnounceLot operator 9001 ACCEPTED",
                        "HoldDeposit P01 ACCEPTED",
                        "HoldDeposit P02 ACCEPTED",
                        "OpenLot clerk 9002 ACCEPTED",
                        "PlaceBid P01 REJECTED BELOW_START",
                        "PlaceBid P01 ACCEPTED",
                        "PlaceBid P01 REPEATED",
                        "PlaceBid T0003 REJECTED DEPOSIT_NOT_HELD",
                        "PauseLot clerk 9002 ACCEPTED",
                        "PlaceBid P02 REJECTED LOT_PAUSED",
                        "ResumeLot clerk 9002 ACCEPTED",
                        "PlaceBid P02 ACCEPTED",
                        "PlaceBid P01 ACCEPTED",
                        "Tick venue ACCEPTED"),
                told);
    }

    @Test
    void tellsActsOfTwoPersonsWithReasonAndApprover() {
        List<ObjectNode> undone = timeline("--lot", "4").stream()
                .filter(row -> row.path("op").asText().equals("UndoBid"))
                .toList();
        assertEquals("APPROVER_NEEDED", undone.get(0).path("name").asText());
        assertEquals(
                "Have a second person of the venue approve this.",
                undone.get(0).path("sentence").asText());
        assertEquals(9003, undone.get(1).path("approver").asInt());
        assertEquals("Misheard.", undone.get(1).path("command").path("reason").asText());
        assertEquals("ACCEPTED", undone.get(1).path("outcome").asText());
    }

    @Test
    void tellsWhenTheGatewayHadABidAndWhenItWasEntered() {
        ObjectNode bid = timeline("--lot", "1").get(5);
        assertEquals(5_000, bid.path("at").asLong() - bid.path("receivedAt").asLong());
        assertEquals("2026-11-22T10:02:00.000000+08:00", bid.path("time").asText());
        assertEquals("ONLINE", bid.path("channel").asText());
    }

    @Test
    void filtersByRoadshowAndByParticipant() {
        assertEquals(
                List.of("AnnounceRoadshow", "StartRoadshow", "HammerLot"),
                timeline("--roadshow", "8").stream()
                        .map(row -> row.path("op").asText())
                        .filter(op -> !op.equals("Tick"))
                        .toList());
        assertTrue(timeline("--participant", "7700003").stream()
                .anyMatch(row -> row.path("name").asText().equals("DEPOSIT_NOT_HELD")));
    }

    @Test
    void nothingShownWithoutIdentitiesNamesAParticipantOrOpensASeal() {
        for (String format : List.of("text", "jsonl", "csv")) {
            assertNamesNobody(
                    venue.audit("timeline", "--format", format, "--all").out());
        }
        assertNamesNobody(venue.audit("replay").out());
        assertNamesNobody(venue.audit("screen", "--json").out());
        Run disclosed = venue.audit("timeline", "--identities", "--format", "jsonl");
        for (String hidden : List.of("7700001", "BANK-7700001", "31415926", "aa11", "a7700001")) {
            assertTrue(disclosed.out().contains(hidden), hidden);
        }
    }

    private static void assertNamesNobody(String shown) {
        for (String hidden : List.of("77000", "BANK-", "31415926", "aa11", "ee55")) {
            assertFalse(
                    shown.contains(hidden),
                    () -> hidden + " in "
                            + shown.lines()
                                    .filter(line -> line.contains(hidden))
                                    .collect(Collectors.joining("\n")));
        }
    }

    @Test
    void csvIsRfc4180AndStartsNoFormula() {
        String csv = venue.audit("timeline", "--lot", "1", "--format", "csv").out();
        assertTrue(csv.startsWith("seq,time,who,role,channel,"), csv);
        assertTrue(csv.endsWith("\r\n"));
        assertTrue(csv.contains(",'=cmd|' /C calc'!A0,"), csv);
        for (String row : csv.split("\r\n", -1)) {
            assertFalse(row.matches(".*(^|,)[=+@-][^,].*"), row);
        }
    }

    @Test
    void withoutTheKeyOutcomesComeFromTheEventLogAndSealsStayShut() {
        Run run = venue.withoutKey("timeline", "--lot", "3", "--format", "jsonl");
        run.expect(ExitCodes.OK);
        assertTrue(run.err().contains("NOT REPLAYED"), run.err());
        assertTrue(run.out().contains("\"sealed\":\"[sealed]\""), run.out());
        List<String> outcomes = run.outLines().stream()
                .map(JsonCodec::parse)
                .map(row -> row.path("outcome").asText())
                .distinct()
                .toList();
        assertEquals(List.of("ACCEPTED"), outcomes);
        assertEquals(
                timeline("--lot", "1").stream().map(row -> row.path("events")).toList(),
                venue.withoutKey("timeline", "--lot", "1", "--json").outLines().stream()
                        .map(JsonCodec::parse)
                        .map(row -> row.path("events"))
                        .toList());
    }

    @Test
    void withoutKeyAndEventLogItSaysWhatNobodyCanKnow() throws IOException {
        Path copy = venue.copy(directory.resolve("copy"));
        deleteTree(copy.resolve("eventlog"));
        Run run = Console.gavel("audit", "timeline", copy.toString(), "--lot", "1", "--json")
                .expect(ExitCodes.OK);
        assertTrue(run.out().contains("\"outcome\":\"UNKNOWN\""), run.out());
    }

    private static void deleteTree(Path tree) throws IOException {
        try (var paths = Files.walk(tree)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void aWrongKeyIsRefusedWithFileByteAndSequence() throws IOException {
        SealingKey.create(directory.resolve("other"));
        Run run = venue.withoutKey(
                        "replay", "--keys", directory.resolve("other").toString())
                .expect(ExitCodes.VERIFICATION_FAILED);
        assertTrue(
                run.err()
                        .matches("(?s)REFUSED: .*\\.cq4, batch at byte \\d+, sequence 10: a sealed field does not open"
                                + " with this sealing key; use the key directory of the venue\n"),
                run.err());
    }

    @Test
    void verifyNamesThePlaceOfAWrongAndOfAMissingKeyToo() throws IOException {
        SealingKey.create(directory.resolve("other"));
        Run wrong =
                venue.withoutKey("verify", "--keys", directory.resolve("other").toString());
        assertTrue(
                wrong.expect(ExitCodes.VERIFICATION_FAILED).err().contains("sequence 10: a sealed field does not open"),
                wrong.err());
        Run absent = venue.withoutKey("verify").expect(ExitCodes.VERIFICATION_FAILED);
        assertTrue(absent.err().contains("sequence 10: the journal holds sealed fields: name the venue's key"));
    }

    @Test
    void oneLotsTimelineLinksNoPaddleToAnotherName() {
        assertFalse(venue.audit("timeline", "--lot", "1", "--json").out().contains("T0001"));
    }

    @Test
    void identitiesWithoutAKeyAreRefused() {
        Run run = venue.withoutKey("timeline", "--identities").expect(ExitCodes.VERIFICATION_FAILED);
        assertTrue(run.err().contains("name its key directory with --keys"), run.err());
        Run absent =
                venue.withoutKey("timeline", "--keys", directory.resolve("no").toString());
        assertTrue(absent.expect(ExitCodes.FAILED).err().contains("is missing; restore it"), absent.err());
    }

    @Test
    void aJournalOfAnotherVenueIsRefused() {
        Run run = venue.audit("replay", "--venue", "Elsewhere").expect(ExitCodes.VERIFICATION_FAILED);
        assertTrue(
                run.err().contains("sequence 1: this is the journal of the venue \"" + AuditedVenue.NAME), run.err());
    }

    @Test
    void aFlippedByteIsRefusedAtItsPlaceByEveryCommandMrT47() throws IOException {
        JournalPlaces.Batch batch = JournalPlaces.batches(venue.data(), 20, 20).get(0);
        Path file = venue.data().resolve(batch.file());
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(batch.offset() + 200);
            int was = bytes.read();
            bytes.seek(batch.offset() + 200);
            bytes.write(was ^ 1);
        }
        for (String command : List.of("replay", "timeline", "screen")) {
            Run run = venue.audit(command).expect(ExitCodes.VERIFICATION_FAILED);
            assertTrue(run.err().contains(file + ", byte "), run.err());
            assertTrue(run.err().contains("Restore it from a backup or a replica"), run.err());
        }
    }

    @Test
    void aDirectoryThatMayNotBeWrittenIsReadAndLeftAsItWas() throws IOException {
        Path copy = venue.copy(directory.resolve("copy"));
        try (var paths = Files.walk(copy)) {
            for (Path path : paths.toList()) {
                String mode = Files.isDirectory(path) ? "r-xr-xr-x" : "r--r--r--";
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
            }
        }
        Map<String, String> before = AuditedVenue.fingerprint(copy);
        String keys = venue.keys().toString();
        for (List<String> command : List.of(
                List.of("verify"),
                List.of("replay"),
                List.of("timeline", "--lot", "1"),
                List.of("screen"),
                List.of("whatif", "--lot", "1", "--reserve", "none"),
                List.of(
                        "export",
                        "--lot",
                        "1",
                        "--out",
                        directory.resolve("pack").toString()),
                List.of("diff", venue.data().toString()))) {
            List<String> all = new java.util.ArrayList<>(List.of("audit", command.get(0), copy.toString()));
            all.addAll(command.subList(1, command.size()));
            all.addAll(List.of("--keys", keys));
            Console.gavel(all.toArray(String[]::new)).expect(ExitCodes.OK);
        }
        assertEquals(before, AuditedVenue.fingerprint(copy));
        try (var paths = Files.walk(copy)) {
            for (Path path : paths.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    @Test
    void aDirectoryWithoutAJournalIsNamed() {
        Run run = Console.gavel("audit", "timeline", directory.toString()).expect(ExitCodes.VERIFICATION_FAILED);
        assertTrue(run.err().contains("holds no journal; name a node's data directory"), run.err());
        Run none = Console.gavel("audit", "timeline").expect(ExitCodes.USAGE);
        assertTrue(none.err().contains("Missing required parameter: 'DIR'"), none.err());
        Run when = venue.audit("replay", "--until", "yesterday").expect(ExitCodes.USAGE);
        assertTrue(when.err().contains("must be a sequence from 1, or a time with its offset"), when.err());
        Run lot = venue.audit("replay", "--lot", "99").expect(ExitCodes.VERIFICATION_FAILED);
        assertTrue(lot.err().contains("no lot 99 was announced"), lot.err());
    }
}
