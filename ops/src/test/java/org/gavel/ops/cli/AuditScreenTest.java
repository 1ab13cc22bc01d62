package org.gavel.ops.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.gavel.ops.cli.Console.Run;
import org.gavel.protocol.codec.json.JsonCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The screens over a real journal of ten lots with a ring in it. */
class AuditScreenTest {
    private static final int LOTS = 10;
    private static final long OPENED = Instant.parse("2026-11-22T01:00:00Z").getEpochSecond();

    @TempDir
    Path directory;

    private static String line(long second, String fields) {
        return String.format(Locale.ROOT, "{\"at\": %d, %s}", second * 1_000_000, fields);
    }

    private static String bid(long second, int bidder, int lot, long fen) {
        return line(
                second,
                "\"by\": " + bidder + ", \"op\": \"PlaceBid\", \"lot\": " + lot + ", \"amount\": \"" + fen + "\"");
    }

    /**
     * 1 and 2 take turns, the other staying at nine tenths; 3 bids the start price and no more; 1 and 3 are one person, which
     * comes out afterwards.
     */
    private static List<String> ring() {
        List<String> lines = new ArrayList<>();
        for (int participant : List.of(1, 2, 3, 9)) {
            lines.add(line(
                    OPENED,
                    "\"op\": \"RegisterParticipant\", \"participant\": " + participant + ", \"identityHash\": \"h"
                            + participant + "\""));
        }
        for (int lot = 1; lot <= LOTS; lot++) {
            long second = OPENED + lot * 1000L;
            long price = 100_000L + lot * 7_000L;
            lines.add(line(
                    second,
                    "\"op\": \"AnnounceLot\", \"lot\": " + lot + ", \"title\": {\"en\": \"L\"}, \"seller\": 9,"
                            + " \"rulebook\": \"PRIVATE_SALE\", \"phases\": [{\"mechanism\": \"English\", \"start\":"
                            + " \"1000\", \"increments\": [{\"from\": \"0\", \"step\": \"100\"}], \"anyRaise\": true,"
                            + " \"duration\": \"PT5M\"}]"));
            lines.add(line(second, "\"op\": \"OpenLot\", \"lot\": " + lot + ", \"reason\": \"As announced.\""));
            lines.add(bid(second + 1, 3, lot, 1000));
            int loser = lot % 2 == 0 ? 1 : 2;
            lines.add(bid(second + 2, loser, lot, price * 9 / 10));
            lines.add(bid(second + 3, 3 - loser, lot, price));
        }
        for (int participant : List.of(1, 3)) {
            lines.add(line(
                    OPENED + (LOTS + 1) * 1000L,
                    "\"op\": \"DescribeParticipant\", \"participant\": " + participant + ", \"legalPerson\": \"a\""));
        }
        return lines;
    }

    private static List<String> flags(JsonNode report) {
        return StreamSupport.stream(report.path("flags").spliterator(), false)
                .map(flag -> flag.path("screen").asText() + " " + flag.path("parties"))
                .toList();
    }

    @Test
    void aRingIsFlaggedWithItsNumbersAndTheCaution() {
        AuditedVenue venue = AuditedVenue.of(directory, ring());
        JsonNode report = JsonCodec.parse(venue.audit("screen", "--identities", "--json")
                .expect(ExitCodes.OK)
                .out()
                .strip());
        List<String> flags = flags(report);
        assertTrue(flags.contains("ROTATION [\"1\",\"2\"]"), flags.toString());
        assertTrue(flags.contains("SAME_SOURCE [\"1\",\"3\"]"), flags.toString());
        assertEquals(10, report.path("closedLots").asInt());
        assertTrue(report.path("caution").asText().contains("A flag is no finding"));
        Run text = venue.audit("screen").expect(ExitCodes.OK);
        assertTrue(text.out().contains("ROTATION: 1 flag\n"), text.out());
        assertTrue(text.out().contains("T0001 and T0002: 9 of 9 (1000/1000)"), text.out());
    }

    @Test
    void fewLotsGiveNoFlagAndDivideByNothing() {
        AuditedVenue venue = AuditedVenue.of(directory, List.of(ring().get(0)));
        JsonNode report = JsonCodec.parse(
                venue.audit("screen", "--json").expect(ExitCodes.OK).out().strip());
        assertEquals(0, report.path("flags").size());
        assertEquals(0, report.path("closedLots").asInt());
        Run low = venue.audit("screen", "--least-lots", "2").expect(ExitCodes.USAGE);
        assertTrue(low.err().contains("must be 3 or more"), low.err());
    }
}
