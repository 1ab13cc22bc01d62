package org.gavel.ops.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.gavel.ops.event.LoadedEvent;
import org.gavel.protocol.codec.json.JsonCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Event files with listings, deals and books in a real journal on disk: what was loaded and run is there and replays. */
class LoadedEventsJournalTest {
    @TempDir
    Path directory;

    @Test
    void listingsLoadedFromAFileAreSoldAndReplayToTheSame() throws Exception {
        AuditedVenue venue = AuditedVenue.of(
                directory.resolve("venue"),
                LoadedEvent.listings(directory.resolve("keys")).lines());
        venue.audit("verify").expect(ExitCodes.OK);
        venue.audit("diff", "--event-log").expect(ExitCodes.OK);
        JsonNode market = JsonCodec.parse(
                venue.audit("replay", "--json").expect(ExitCodes.OK).out().strip());
        assertEquals("AWARDED", lot(market, 11).path("state").asText());
        assertEquals("46000000", lot(market, 11).path("price").asText());
        assertEquals("AWARDED", lot(market, 12).path("state").asText());
        assertEquals("PASSED", lot(market, 13).path("state").asText());
    }

    private static JsonNode lot(JsonNode market, int number) {
        for (JsonNode lot : market.path("lots")) {
            if (lot.path("lot").asInt() == number) {
                return lot;
            }
        }
        throw new AssertionError("no lot " + number + " in " + market);
    }

    @Test
    void aBookLoadedFromAFileTradesAndReplaysToTheSame() throws Exception {
        AuditedVenue venue = AuditedVenue.of(
                directory.resolve("venue"),
                LoadedEvent.books(directory.resolve("keys")).lines());
        String verified = venue.audit("verify").expect(ExitCodes.OK).out();
        assertTrue(verified.contains("VERIFIED"), verified);
        venue.audit("diff", "--event-log").expect(ExitCodes.OK);
    }
}
