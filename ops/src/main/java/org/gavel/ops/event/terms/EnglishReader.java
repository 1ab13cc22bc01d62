package org.gavel.ops.event.terms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;

/** Reads {@code mechanism: english}. */
final class EnglishReader implements MechanismReader {
    @Override
    public List<String> keys() {
        return List.of(
                "start", "increment", "ladder", "anyRaise", "maxMultiple", "duration", "softClose", "leaderMayRaise");
    }

    @Override
    public Optional<PhaseTerms> read(PhaseKeys keys) {
        Money start = keys.start();
        List<Step> increments = IncrementsReader.read(keys);
        boolean anyRaise = keys.flag("anyRaise");
        int maxMultiple = keys.maxMultiple();
        Duration duration = keys.positive("duration");
        SoftClose softClose = SoftCloseReader.read(keys, duration);
        boolean leaderMayRaise = keys.flag("leaderMayRaise");
        return keys.build(
                () -> new EnglishTerms(start, increments, anyRaise, maxMultiple, duration, softClose, leaderMayRaise));
    }
}
