package org.gavel.ops.event.terms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.Step;
import org.gavel.protocol.value.TimedTerms;

/** Reads {@code mechanism: timed}. */
final class TimedReader implements MechanismReader {
    @Override
    public List<String> keys() {
        return List.of(
                "start", "increment", "ladder", "anyRaise", "maxMultiple", "cycle", "hardStop", "leaderMayRaise");
    }

    @Override
    public Optional<PhaseTerms> read(PhaseKeys keys) {
        Money start = keys.start();
        List<Step> increments = IncrementsReader.read(keys);
        boolean anyRaise = keys.flag("anyRaise");
        int maxMultiple = keys.maxMultiple();
        Duration cycle = keys.positive("cycle");
        Duration hardStop = keys.duration("hardStop");
        boolean leaderMayRaise = keys.flag("leaderMayRaise");
        return keys.build(
                () -> new TimedTerms(start, increments, anyRaise, maxMultiple, cycle, hardStop, leaderMayRaise));
    }
}
