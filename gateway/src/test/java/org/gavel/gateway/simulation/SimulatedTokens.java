package org.gavel.gateway.simulation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.gavel.gateway.Story;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.protocol.value.Role;

/** Everybody's token at the simulated venues, the same in all of them: to sign one takes as long as a whole second there. */
final class SimulatedTokens {
    private final TokenKeys keys;
    private final Map<String, String> issued = new HashMap<>();

    SimulatedTokens(Path directory) {
        keys = TokenKeys.create(directory);
    }

    TokenKeys keys() {
        return keys;
    }

    String of(Role role, long subject) {
        return issued.computeIfAbsent(
                role + "-" + subject,
                who -> keys.issue(
                        Story.VENUE, subject, role, SimulatedMachine.START.plus(Duration.ofDays(3_650)), "sim"));
    }
}
