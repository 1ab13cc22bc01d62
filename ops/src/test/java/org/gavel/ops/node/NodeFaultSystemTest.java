package org.gavel.ops.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.ops.config.NodeConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a fault of the node's own looks like from outside. */
class NodeFaultSystemTest {
    private static final int MOST_SECONDS = 60;

    @TempDir
    private Path directory;

    private NodePlan plan() throws Exception {
        Path keys = Files.createDirectories(directory.resolve("keys"));
        TokenKeys.create(keys);
        SealingKey.create(keys);
        Path file = directory.resolve("node.yaml");
        Files.writeString(
                file, "venue: V\ndata: data\nkeys: keys\ndurability: process\nlisten: {host: 127.0.0.1, port: 0}\n");
        return NodePlan.of(NodeConfig.readWithKeys(file));
    }

    /** Connects, and completes the future with the code of the close frame. */
    private static void connect(int port, CompletableFuture<Integer> closed) throws Exception {
        WebSocket.Listener listener = new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                closed.complete(code);
                return null;
            }
        };
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws/v1"), listener)
                .get(MOST_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void tellsItsClientsThatItEndsForAFault() throws Exception {
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        try (GavelNode node = GavelNode.start(plan(), ended::complete)) {
            connect(node.port(), closed);
            node.exchange().follow("broken", 0, applied -> {
                throw new IllegalStateException("broken");
            });

            assertEquals(4001, closed.get(MOST_SECONDS, TimeUnit.SECONDS));
            assertEquals("broken", ended.get(MOST_SECONDS, TimeUnit.SECONDS).getMessage());
        }
    }
}
