package org.gavel.ops.event.terms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.ProxyTerms;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;

/** Reads {@code mechanism: proxy}. */
final class ProxyReader implements MechanismReader {
    @Override
    public List<String> keys() {
        return List.of("start", "increment", "ladder", "duration", "softClose");
    }

    @Override
    public Optional<PhaseTerms> read(PhaseKeys keys) {
        Money start = keys.start();
        List<Step> increments = IncrementsReader.read(keys);
        Duration duration = keys.positive("duration");
        SoftClose softClose = SoftCloseReader.read(keys, duration);
        return keys.build(() -> new ProxyTerms(start, increments, duration, softClose));
    }
}
