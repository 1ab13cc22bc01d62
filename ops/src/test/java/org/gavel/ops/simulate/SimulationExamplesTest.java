package org.gavel.ops.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gavel.protocol.codec.json.JsonCodec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of docs/examples give what the references they cite say: market-rules section 5, auction-mechanisms 2.2, 2.8. */
class SimulationExamplesTest {
    private static final Path EXAMPLES =
            Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."), "docs", "examples");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            MR-T14 | BELOW_START 200000000 OFF_INCREMENT 210000000 NOT_HIGHER 240000000 300000000 sold:300000000
            MR-T16 | 200000000 ALREADY_LEADING 220000000 230000000 sold:230000000
            MR-T17 | 200000000 BID_IRREVOCABLE 210000000 sold:210000000
            MR-T18 | 200000000 210000000 220000000 to:15:02:30 230000000 to:15:04:59.999 sold:230000000 LOT_CLOSED
            MR-T19 | 200000000 sold:200000000 LOT_CLOSED
            AM-E1 | 100 200 300 to:1299 400 to:1300 OFF_INCREMENT 500 to:1599 sold:500 LOT_CLOSED
            AM-E4 | 100 to:1200 200 to:1490 300 to:1780 400 to:1800 sold:400
            AM-S1 | WRONG_PHASE WRONG_PHASE ENVELOPE_MISMATCH sold:35000
            MR-T50 | sold:100000000
            """)
    void everyExampleGivesWhatItsReferenceSays(String example, String expected) throws IOException {
        List<String> told = new ArrayList<>();
        Simulation simulation = new Simulation(line -> tell(line).ifPresent(told::add));
        Files.readAllLines(EXAMPLES.resolve(example + ".jsonl")).forEach(simulation::line);
        simulation.finish();
        assertEquals(expected, String.join(" ", told));
        assertEquals(0, simulation.refusedLines());
    }

    private static Optional<String> tell(String line) {
        ObjectNode event = JsonCodec.parse(line);
        return switch (event.path("event").asText()) {
            case "BidAccepted" -> Optional.of(event.path("amount").asText());
            case "CommandRejected" -> Optional.of(event.path("reason").asText());
            case "LotExtended" ->
                Optional.of("to:" + time(event.path("closesAt").asLong()));
            case "LotAwarded" -> Optional.of("sold:" + event.path("amount").asText());
            default -> Optional.empty();
        };
    }

    /** Seconds since 1970 where they are few, else the time of day in Beijing. */
    private static String time(long micros) {
        boolean early = micros < 1_000_000_000_000L;
        return early
                ? Long.toString(micros / 1_000_000)
                : java.time.Instant.EPOCH
                        .plus(micros, java.time.temporal.ChronoUnit.MICROS)
                        .atOffset(java.time.ZoneOffset.ofHours(8))
                        .toLocalTime()
                        .toString();
    }
}
