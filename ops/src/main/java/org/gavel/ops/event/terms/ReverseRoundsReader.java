package org.gavel.ops.event.terms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.ReverseRoundsTerms;

/** Reads {@code mechanism: reverseRounds}. */
final class ReverseRoundsReader implements MechanismReader {
    @Override
    public List<String> keys() {
        return List.of("start", "forward", "minStep", "initial", "pauses", "turn");
    }

    @Override
    public Optional<PhaseTerms> read(PhaseKeys keys) {
        Money start = keys.start();
        boolean forward = keys.flag("forward");
        Money minStep = keys.price("minStep");
        Duration initial = keys.positive("initial");
        List<Duration> pauses = keys.durations("pauses", ReverseRoundsTerms.MAX_ROUNDS);
        Duration turn = keys.positive("turn");
        return keys.build(() -> new ReverseRoundsTerms(start, forward, minStep, initial, pauses, turn));
    }
}
