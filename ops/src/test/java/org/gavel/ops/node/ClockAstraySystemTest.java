package org.gavel.ops.node;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.exchange.pipeline.Exchange;
import org.gavel.exchange.pipeline.ExchangeSettings;
import org.gavel.exchange.sequencer.SequencerClock;
import org.gavel.exchange.snapshot.SnapshotRule;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.ops.config.NodeConfig;
import org.gavel.protocol.codec.json.JsonCodec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A journal far ahead of the wall clock: the market's time counts, and an operator is told (RT-09). */
final class ClockAstraySystemTest {
    private static final int DAYS_IN_A_SECOND = 86_400 * 20;
    private static final long LEAST_AHEAD_MICROS = 15 * 86_400_000_000L;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void aJournalWrittenUnderAClockThatRanAway() throws Exception {
        Path keys = Files.createDirectories(folder.resolve("keys"));
        TokenKeys.create(keys);
        SealingKey.create(keys);
        Files.writeString(
                folder.resolve("node.yaml"),
                "venue: hall\ndata: data\nkeys: keys\ndurability: process\nlisten: {host: 127.0.0.1, port: 0}\n");
        ExchangeSettings own = plan().exchange();
        ExchangeSettings fast = new ExchangeSettings(
                own.venue(),
                own.dataDirectory(),
                Durability.PROCESS,
                LogSettings.daily(),
                own.sealer(),
                own.digestEvery(),
                DAYS_IN_A_SECOND,
                own.release(),
                own.leastFreeBytes(),
                SnapshotRule.NONE);
        try (Exchange exchange = Exchange.open(fast, fault -> {})) {
            await().until(() -> exchange.acknowledged() > 0
                    && exchange.micros() - SequencerClock.wallMicros() > LEAST_AHEAD_MICROS);
        }
    }

    private NodePlan plan() throws Exception {
        return NodePlan.of(NodeConfig.readWithKeys(folder.resolve("node.yaml")));
    }

    @Test
    void isToldAtTheStartAndAtReadyzAndKeepsNobodyOut() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger("org.gavel.exchange.pipeline");
        log.start();
        root.addAppender(log);
        try (GavelNode node = GavelNode.start(plan(), fault -> {})) {
            Set<Long> compared = new HashSet<>(Set.of(ahead(node)));
            await().until(() -> compared.add(ahead(node)) && compared.size() > 2);
        } finally {
            root.detachAppender(log);
        }
        List<String> told = log.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.contains("WALL CLOCK"))
                .toList();
        assertEquals(1, told.size(), told::toString);
        assertTrue(told.get(0).contains(" AHEAD OF THE WALL CLOCK"), told.get(0));
    }

    /** As the clocks were last compared, which is done once a second and to the microsecond. */
    private static long ahead(GavelNode node) throws Exception {
        HttpResponse<String> ready = ready(node);
        assertEquals(200, ready.statusCode(), ready.body());
        JsonNode clock = JsonCodec.parse(ready.body()).get("clock");
        assertEquals("ASTRAY", clock.get("state").textValue());
        long ahead = clock.get("aheadMicros").longValue();
        assertTrue(ahead > LEAST_AHEAD_MICROS, "ahead by " + Duration.ofMillis(ahead / 1000));
        return ahead;
    }

    private static HttpResponse<String> ready(GavelNode node) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + node.port() + "/readyz");
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
