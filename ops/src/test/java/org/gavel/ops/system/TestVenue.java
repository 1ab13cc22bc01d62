package org.gavel.ops.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.loadtest.client.ClientOptions;
import org.gavel.loadtest.client.SyncClient;
import org.gavel.loadtest.link.Endpoint;
import org.gavel.protocol.value.Role;

/** A venue with configuration, keys and data in one directory, served by a process that may be killed. */
final class TestVenue {
    static final String NAME = "Test Venue 测试";
    static final long OPERATOR = 9001;
    private static final Duration VALID = Duration.ofHours(1);

    private final Gavel gavel;
    private final Path root;
    private final String settings;
    private final TokenKeys tokens;
    private final SealingKey sealingKey;
    private int port;

    /**
     * Makes the keys; nothing runs yet.
     *
     * @param settings further lines of the configuration
     */
    TestVenue(Gavel gavel, String settings) {
        this.gavel = gavel;
        this.root = gavel.directory();
        this.settings = settings;
        configure();
        tokens = TokenKeys.create(root.resolve("keys"));
        try {
            sealingKey = SealingKey.create(root.resolve("keys"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void configure() {
        write("node.yaml", "venue: " + NAME + "\ndata: data\nkeys: keys\nlisten: { port: " + port + " }\n" + settings);
    }

    /** Starts the node and returns when it serves; a second start uses the port that the first was given. */
    GavelProcess serve() {
        configure();
        GavelProcess node = gavel.start("serve", "--config", config()).awaitMessage("serving on");
        port = Integer.parseInt(node.err().replaceFirst("(?s).*serving on [^:]+:(\\d+)\\s.*", "$1"));
        return node;
    }

    String config() {
        return root.resolve("node.yaml").toString();
    }

    Path data() {
        return root.resolve("data");
    }

    int port() {
        return port;
    }

    Endpoint endpoint() {
        return new Endpoint("127.0.0.1", port);
    }

    Path keys() {
        return root.resolve("keys");
    }

    SealingKey sealingKey() {
        return sealingKey;
    }

    String token(long subject, Role role) {
        return token(subject, role, Instant.now().plus(VALID));
    }

    String token(long subject, Role role, Instant expires) {
        return tokens.issue(NAME, subject, role, expires, UUID.randomUUID().toString());
    }

    SyncClient client(long subject, Role role) {
        return SyncClient.open(ClientOptions.participant(endpoint(), token(subject, role), subject));
    }

    /** Writes a file of the test's directory. */
    String write(String name, String text) {
        try {
            return Files.writeString(root.resolve(name), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
