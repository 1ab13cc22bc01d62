package org.gavel.ops.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.loadtest.client.ClientOptions;
import org.gavel.loadtest.client.SyncClient;
import org.gavel.loadtest.link.Endpoint;
import org.gavel.ops.config.NodeConfig;
import org.gavel.ops.node.GavelNode;
import org.gavel.ops.node.NodePlan;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.protocol.value.Role;

/** A whole node in the test's own process, for tests of its page. */
final class ServedVenue implements AutoCloseable {
    private static final String VENUE = "V";

    private final Path config;
    private final NodeConfig settings;
    private GavelNode node;

    private ServedVenue(Path config, NodeConfig settings) throws IOException {
        this.config = config;
        this.settings = settings;
        node = start(settings);
    }

    /** A new venue with keys of its own, on a free port. */
    static ServedVenue open(Path directory) throws IOException, InvalidFile {
        Path config = directory.resolve("node.yaml");
        NodeConfig settings = configure(config, 0);
        TokenKeys.create(settings.keys());
        SealingKey.create(settings.keys());
        return new ServedVenue(config, settings);
    }

    private static NodeConfig configure(Path config, int port) throws IOException, InvalidFile {
        Files.writeString(
                config, "venue: V\ndata: data\nkeys: keys\ndurability: process\nlisten: {port: " + port + "}\n");
        return NodeConfig.read(config);
    }

    private static GavelNode start(NodeConfig settings) throws IOException {
        return GavelNode.start(NodePlan.of(settings), fault -> {
            throw new AssertionError(fault);
        });
    }

    /** Ends the node; answers the port its clients look for it at. */
    int stop() {
        int port = node.port();
        node.close();
        return port;
    }

    /** Starts the node again at this port, on what it had. */
    void startAgain(int port) throws IOException, InvalidFile {
        node = start(configure(config, port));
    }

    NodeConfig settings() {
        return settings;
    }

    /** The page's address. */
    String page() {
        return "http://127.0.0.1:" + node.port() + "/";
    }

    String token(long subject, Role role) {
        Instant expires = Instant.now().plusSeconds(600);
        return TokenKeys.load(settings.keys()).issue(VENUE, subject, role, expires, "t" + subject);
    }

    SyncClient client(long subject, Role role) {
        return SyncClient.open(ClientOptions.participant(endpoint(), token(subject, role), subject));
    }

    /** Two of its operators. */
    TwoPersons operators() {
        return new TwoPersons(endpoint(), token(9001, Role.OPERATOR), token(9002, Role.OPERATOR));
    }

    private Endpoint endpoint() {
        return new Endpoint("127.0.0.1", node.port());
    }

    @Override
    public void close() {
        node.close();
    }
}
