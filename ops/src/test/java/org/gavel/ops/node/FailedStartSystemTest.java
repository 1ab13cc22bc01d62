package org.gavel.ops.node;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gavel.exchange.transparency.LogSalts;
import org.gavel.exchange.transparency.LogSigners;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.ops.config.NodeConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that fails at its last step leaves nothing running behind it. */
class FailedStartSystemTest {
    @TempDir
    private Path directory;

    private NodePlan plan(int port) throws Exception {
        Path file = directory.resolve("node.yaml");
        Files.writeString(
                file,
                "venue: V\ndata: data\nkeys: keys\ndurability: process\nlisten: {host: 127.0.0.1, port: " + port
                        + "}\nlog: {origin: gavel.example/hall}\n");
        return NodePlan.of(NodeConfig.readWithKeys(file));
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("gavel-"))
                .sorted()
                .toList();
    }

    @Test
    void endsWhatItHadBegunWhereThePortIsTaken() throws Exception {
        Path keys = Files.createDirectories(directory.resolve("keys"));
        TokenKeys.create(keys);
        SealingKey.create(keys);
        LogSalts.create(keys);
        LogSigners.create(keys, "gavel.example/hall");
        List<String> before = threads();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            NodePlan plan = plan(taken.getLocalPort());
            assertThrows(Exception.class, () -> GavelNode.start(plan, fault -> {}));
        }
        await().untilAsserted(() -> assertTrue(before.containsAll(threads()), () -> "left behind: " + threads()));
        try (GavelNode node = GavelNode.start(plan(0), fault -> {})) {
            assertTrue(node.port() > 0);
            assertTrue(threads().contains("gavel-log"), () -> threads().toString());
        }
    }
}
