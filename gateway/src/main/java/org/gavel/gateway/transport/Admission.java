package org.gavel.gateway.transport;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gavel.protocol.reject.RejectReason;

/** Who may connect now: counts connections, in all and by address, and knows the web origins. Thread-safe. */
final class Admission {
    private final TransportSettings settings;
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private volatile Set<String> origins;

    Admission(TransportSettings settings) {
        this.settings = settings;
        origins = settings.origins();
    }

    /** The server listens here: without a list of origins, the pages it serves itself are let in. */
    void listening(int port) {
        if (settings.origins().isEmpty()) {
            String at = ":" + port;
            origins = Stream.of("localhost", "127.0.0.1", settings.host())
                    .map(host -> "http://" + host + at)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Browsers name the page's origin; other clients name none. */
    boolean allowsOrigin(String origin) {
        return origin == null || origins.contains(origin);
    }

    /** Takes a place for a connection from this address, or says why there is none. */
    Optional<RejectReason> enter(String address) {
        if (open.incrementAndGet() > settings.connections()) {
            open.decrementAndGet();
            return Optional.of(RejectReason.TOO_MANY_CONNECTIONS);
        }
        if (byAddress.merge(address, 1, Integer::sum) > settings.connectionsPerAddress()) {
            leave(address);
            return Optional.of(RejectReason.TOO_MANY_CONNECTIONS);
        }
        return Optional.empty();
    }

    /** Gives the place back. */
    void leave(String address) {
        open.decrementAndGet();
        byAddress.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    }

    int open() {
        return open.get();
    }
}
