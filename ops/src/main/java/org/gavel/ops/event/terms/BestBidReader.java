package org.gavel.ops.event.terms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gavel.protocol.value.BestBidTerms;
import org.gavel.protocol.value.PhaseTerms;

/** Reads {@code mechanism: bestBid}, which has no price of its own. */
final class BestBidReader implements MechanismReader {
    @Override
    public List<String> keys() {
        return List.of("duration");
    }

    @Override
    public Optional<PhaseTerms> read(PhaseKeys keys) {
        Duration duration = keys.positive("duration");
        return keys.build(() -> new BestBidTerms(duration));
    }
}
