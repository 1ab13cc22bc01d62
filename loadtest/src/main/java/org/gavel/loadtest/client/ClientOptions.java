package org.gavel.loadtest.client;

import java.util.Optional;
import org.gavel.loadtest.link.Endpoint;

/**
 * Whom to call and as whom.
 *
 * @param token absent for a spectator
 * @param seed of the jitter between attempts
 */
public record ClientOptions(Endpoint endpoint, Optional<String> token, long seed, Patience patience) {
    public static ClientOptions spectator(Endpoint endpoint, long seed) {
        return new ClientOptions(endpoint, Optional.empty(), seed, Patience.DEFAULT);
    }

    public static ClientOptions participant(Endpoint endpoint, String token, long seed) {
        return new ClientOptions(endpoint, Optional.of(token), seed, Patience.DEFAULT);
    }

    public ClientOptions with(Patience other) {
        return new ClientOptions(endpoint, token, seed, other);
    }
}
