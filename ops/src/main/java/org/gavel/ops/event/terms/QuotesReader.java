package org.gavel.ops.event.terms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.QuotesTerms;
import org.gavel.protocol.value.SoftClose;

/** Reads {@code mechanism: quotes}; its soft close counts from the end of the disclosure, which no phase's duration is. */
final class QuotesReader implements MechanismReader {
    @Override
    public List<String> keys() {
        return List.of("start", "step", "softClose");
    }

    @Override
    public Optional<PhaseTerms> read(PhaseKeys keys) {
        Money start = keys.start();
        Money step = keys.price("step");
        SoftClose softClose = SoftCloseReader.read(keys, Duration.ZERO);
        return keys.build(() -> new QuotesTerms(start, step, softClose));
    }
}
