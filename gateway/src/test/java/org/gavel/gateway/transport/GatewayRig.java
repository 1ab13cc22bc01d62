package org.gavel.gateway.transport;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.gavel.gateway.Gateway;
import org.gavel.gateway.GatewaySettings;
import org.gavel.gateway.ListFeed;
import org.gavel.gateway.RecordingPort;
import org.gavel.gateway.Story;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.protocol.value.Role;

/** A whole gateway on a real port, with a told story behind it and a door that writes down. */
final class GatewayRig implements AutoCloseable {
    final RecordingPort port = new RecordingPort();
    final ListFeed feed =
            new ListFeed().add(Story.venue()).add(Story.announced(1)).add(Story.opened(1));
    final TokenKeys keys;
    private final GatewaySettings settings;
    Gateway gateway;

    GatewayRig(Path directory, UnaryOperator<GatewaySettings> change) {
        keys = TokenKeys.create(directory.resolve("keys"));
        settings = change.apply(GatewaySettings.defaults(Story.VENUE).withDurability("memory"));
        start();
    }

    private void start() {
        gateway = Gateway.open(settings, port, feed, () -> System.currentTimeMillis() * 1_000, keys);
        Awaitility.await().until(() -> gateway.caughtUpTo(feed.sequence()));
    }

    /** Another gateway in place of this one, behind the same feed. */
    void restart() {
        gateway.close();
        start();
    }

    RawClient connect() throws IOException {
        return RawClient.connect(gateway.port());
    }

    RawClient signedIn(long subject, Role role) throws IOException {
        RawClient client = connect();
        client.ask("{'op':'Authenticate','token':'" + token(subject, role) + "'}");
        return client;
    }

    String token(long subject, Role role) {
        return keys.issue(Story.VENUE, subject, role, Instant.now().plusSeconds(600), "t");
    }

    @Override
    public void close() {
        gateway.close();
    }
}
