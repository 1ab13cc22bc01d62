package org.gavel.ops.event.terms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.ScoreRule;
import org.gavel.protocol.value.ScoreTerms;
import org.gavel.protocol.value.ScoredTerms;

/** Reads {@code mechanism: scored}. */
final class ScoredReader implements MechanismReader {
    @Override
    public List<String> keys() {
        return List.of("start", "submission", "reveal", "scores", "minBidders");
    }

    @Override
    public Optional<PhaseTerms> read(PhaseKeys keys) {
        Money start = keys.start();
        Optional<ScoreRule> scores = ScoresReader.read(keys);
        Duration submission = keys.positive("submission");
        Duration reveal = keys.positive("reveal");
        int minBidders = keys.read("minBidders", ScalarTypes.whole(1, ScoreTerms.MAX_MIN_BIDDERS), 1);
        return keys.build(() -> new ScoredTerms(start, submission, reveal, scores.orElseThrow(), minBidders));
    }
}
