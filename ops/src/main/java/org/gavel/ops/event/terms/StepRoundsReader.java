package org.gavel.ops.event.terms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.StepRoundsTerms;

/** Reads {@code mechanism: stepRounds}. */
final class StepRoundsReader implements MechanismReader {
    @Override
    public List<String> keys() {
        return List.of("start", "step", "round", "pause", "hardStop", "allowSelfRaise");
    }

    @Override
    public Optional<PhaseTerms> read(PhaseKeys keys) {
        Money start = keys.start();
        Money step = keys.price("step");
        Duration round = keys.positive("round");
        Duration pause = keys.duration("pause");
        Duration hardStop = keys.duration("hardStop");
        boolean allowSelfRaise = keys.flag("allowSelfRaise");
        return keys.build(() -> new StepRoundsTerms(start, step, round, pause, hardStop, allowSelfRaise));
    }
}
