package org.gavel.ops.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gavel.ops.cli.Console.Run;
import org.gavel.protocol.codec.json.JsonCodec;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of sale, from its example, through the journal into a pack that checks. */
class AuditOfMechanismsTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AM-D1",
                "AM-J1",
                "AM-K1",
                "AM-M14",
                "AM-P3",
                "AM-Q2",
                "AM-R1",
                "AM-S1",
                "AM-T1",
                "AM-X2",
                "GROUP",
                "MR-T22",
                "MR-T48",
                "MR-T49",
                "SEALED-KEY"
            })
    void everyLotOfAnExampleGivesAPackThatFollowsFromItsJournal(String example) {
        AuditedVenue venue = AuditedVenue.of(directory, Path.of("../docs/examples/" + example + ".jsonl"));
        JsonNode market = JsonCodec.parse(
                venue.audit("replay", "--json").expect(ExitCodes.OK).out().strip());
        assertTrue(market.path("lots").size() > 0);
        for (JsonNode lot : market.path("lots")) {
            String number = lot.path("lot").asText();
            Path pack = directory.resolve("pack-" + number);
            venue.audit("export", "--lot", number, "--out", pack.toString()).expect(ExitCodes.OK);
            Run check = venue.audit("export", "--check", pack.toString()).expect(ExitCodes.OK);
            assertTrue(check.out().startsWith("VERIFIED by manifest and journal"), check.out());
            int winners = lot.path("winners").size();
            assertEquals(
                    winners > 0,
                    Files.exists(pack.resolve(String.format("confirmation-%04d.txt", Math.max(1, winners)))));
        }
        venue.audit("diff", "--event-log").expect(ExitCodes.OK);
    }
}
