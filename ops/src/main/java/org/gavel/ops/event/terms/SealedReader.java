package org.gavel.ops.event.terms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.protocol.value.EnvelopeKey;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.SealedPricing;
import org.gavel.protocol.value.SealedTerms;

/** Reads {@code mechanism: sealed}. */
final class SealedReader implements MechanismReader {
    private static final int MOST_ENVELOPES = 1_000_000;

    @Override
    public List<String> keys() {
        return List.of("start", "submission", "reveal", "pricing", "maxEnvelopes", "rounds", "envelopeKey");
    }

    @Override
    public Optional<PhaseTerms> read(PhaseKeys keys) {
        Money start = keys.start();
        Duration submission = keys.positive("submission");
        Duration reveal = keys.positive("reveal");
        SealedPricing pricing = keys.has("pricing") ? keys.word("pricing", SealedPricing.class) : SealedPricing.FIRST;
        int envelopes = keys.read("maxEnvelopes", ScalarTypes.whole(0, MOST_ENVELOPES), 0);
        int rounds = keys.read("rounds", ScalarTypes.whole(1, SealedTerms.MAX_ROUNDS), 1);
        EnvelopeKey key = EnvelopeKeyReader.read(keys);
        return keys.build(() -> new SealedTerms(start, submission, reveal, pricing, envelopes, rounds, key));
    }
}
