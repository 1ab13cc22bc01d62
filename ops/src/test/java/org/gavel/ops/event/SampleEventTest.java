package org.gavel.ops.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.ops.simulate.Simulation;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.value.PhaseTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The event file of docs/examples, which sells in every way there is, as the engine takes it. */
class SampleEventTest {
    private static final Path SAMPLE = Path.of("..", "docs", "examples", "event.yaml");

    private static final Path LISTINGS = SAMPLE.resolveSibling("listings.yaml");

    @TempDir
    Path directory;

    @Test
    void theEngineTakesEveryCommandOfIt() throws InvalidFile, IOException {
        EventFile file = EventFile.read(SAMPLE);
        assertEquals(List.of(), file.problems());
        List<String> events = new ArrayList<>();
        Simulation simulation = new Simulation(events::add);
        for (LoadCommand load : file.commands(SealingKey.create(directory))) {
            simulation.line(CanonicalJson.write(JsonCodec.tree(load.command()).put("at", 0)));
        }
        for (PlannedLot lot : file.plan().lots()) {
            simulation.line("{\"at\":0,\"op\":\"OpenLot\",\"lot\":" + lot.number() + ",\"reason\":\"go\"}");
        }
        List<String> refused = events.stream()
                .filter(line -> line.contains("\"CommandRejected\"") || line.contains("\"LineRefused\""))
                .toList();
        assertEquals(List.of(), refused);
        assertEquals(file.plan().lots().size(), count(events, "LotOpened"));
        assertEquals(3, count(events, "PriorityGranted"));
    }

    private static long count(List<String> events, String name) {
        return events.stream()
                .filter(line -> line.contains("\"event\":\"" + name + "\""))
                .count();
    }

    @Test
    void theExamplesHaveALotOfEveryMechanism() throws InvalidFile {
        Stream<PlannedLot> lots = EventFile.read(SAMPLE).plan().lots().stream();
        Stream<PlannedLot> listed =
                EventFile.read(LISTINGS).plan().programme().listings().stream().map(PlannedListing::lot);
        Set<Class<?>> sold = Stream.concat(lots, listed)
                .flatMap(lot -> lot.terms().phases().stream())
                .map(Object::getClass)
                .collect(Collectors.toSet());
        mechanisms(PhaseTerms.class)
                .forEach(mechanism ->
                        assertTrue(sold.contains(mechanism), "docs/examples sell nothing by " + mechanism));
    }

    private static Stream<Class<?>> mechanisms(Class<?> terms) {
        return terms.isSealed()
                ? Arrays.stream(terms.getPermittedSubclasses()).flatMap(SampleEventTest::mechanisms)
                : Stream.of(terms);
    }
}
