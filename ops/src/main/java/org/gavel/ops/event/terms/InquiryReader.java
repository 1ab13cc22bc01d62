package org.gavel.ops.event.terms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gavel.protocol.value.InquiryTerms;
import org.gavel.protocol.value.PhaseTerms;

/** Reads {@code mechanism: inquiry}, which has no price of its own. */
final class InquiryReader implements MechanismReader {
    @Override
    public List<String> keys() {
        return List.of("duration");
    }

    @Override
    public Optional<PhaseTerms> read(PhaseKeys keys) {
        Duration duration = keys.positive("duration");
        return keys.build(() -> new InquiryTerms(duration));
    }
}
