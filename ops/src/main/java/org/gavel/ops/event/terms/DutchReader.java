package org.gavel.ops.event.terms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gavel.protocol.value.DutchTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;

/** Reads {@code mechanism: dutch}. */
final class DutchReader implements MechanismReader {
    @Override
    public List<String> keys() {
        return List.of("start", "stages", "stage", "decrement");
    }

    @Override
    public Optional<PhaseTerms> read(PhaseKeys keys) {
        Money start = keys.start();
        int stages = keys.number("stages", 1, DutchTerms.MAX_STAGES);
        Duration stage = keys.positive("stage");
        Decrement fall = keys.require("decrement", Decrement.TYPE, Decrement.NOTHING);
        return keys.build(() -> new DutchTerms(start, stages, stage, fall.basisPoints(), fall.amount()));
    }
}
