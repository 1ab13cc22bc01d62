package org.gavel.ops.event.terms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.protocol.value.ClockTerms;
import org.gavel.protocol.value.DividedTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;

/** Reads {@code mechanism: clock}; its prices are those of a unit. */
final class ClockReader implements MechanismReader {
    @Override
    public List<String> keys() {
        return List.of("start", "units", "riseBasisPoints", "round");
    }

    @Override
    public Optional<PhaseTerms> read(PhaseKeys keys) {
        Money start = keys.start();
        long units = keys.require("units", ScalarTypes.count(DividedTerms.MAX_UNITS), 0L);
        int rise = keys.number("riseBasisPoints", 1, ClockTerms.MAX_RISE);
        Duration round = keys.positive("round");
        return keys.build(() -> new ClockTerms(units, start, rise, round));
    }
}
