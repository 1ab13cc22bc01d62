package org.gavel.gateway.transport;

import java.time.Duration;
import java.util.Set;

/**
 * Where the gateway listens and how much it takes.
 *
 * @param port 0 for any free one
 * @param origins web origins whose pages may connect, exactly as browsers write them; where empty, this server's own
 * @param connections the most WebSocket connections at once
 * @param connectionsPerAddress the most from one network address; a proxy in front counts as one
 * @param pendingBytes how much may wait for a client that does not read
 * @param patience how long it may wait before the connection ends
 */
public record TransportSettings(
        String host,
        int port,
        Set<String> origins,
        int connections,
        int connectionsPerAddress,
        int pendingBytes,
        Duration patience) {
    /** Listens on this machine alone, on any free port. */
    public static final TransportSettings DEFAULT =
            new TransportSettings("127.0.0.1", 0, Set.of(), 20_000, 1_000, 1 << 20, Duration.ofSeconds(10));

    private static final int LEAST_PENDING = 4_096;

    public TransportSettings {
        origins = Set.copyOf(origins);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be from 0 to 65535");
        }
        if (connections < 1 || connectionsPerAddress < 1) {
            throw new IllegalArgumentException("connections and connectionsPerAddress must be above 0");
        }
        if (pendingBytes < LEAST_PENDING || patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("pendingBytes must be at least 4096, patience longer than PT0S");
        }
    }

    public TransportSettings withAddress(String otherHost, int otherPort) {
        return new TransportSettings(
                otherHost, otherPort, origins, connections, connectionsPerAddress, pendingBytes, patience);
    }

    public TransportSettings withOrigins(Set<String> others) {
        return new TransportSettings(host, port, others, connections, connectionsPerAddress, pendingBytes, patience);
    }

    public TransportSettings withConnections(int total, int perAddress) {
        return new TransportSettings(host, port, origins, total, perAddress, pendingBytes, patience);
    }

    public TransportSettings withPatience(int bytes, Duration wait) {
        return new TransportSettings(host, port, origins, connections, connectionsPerAddress, bytes, wait);
    }
}
