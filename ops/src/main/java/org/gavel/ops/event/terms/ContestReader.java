package org.gavel.ops.event.terms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.protocol.value.ContestTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.ScoreRule;
import org.gavel.protocol.value.ScoreTerms;

/** Reads {@code mechanism: contest}. */
final class ContestReader implements MechanismReader {
    @Override
    public List<String> keys() {
        return List.of("start", "scores", "rounds", "round", "minBidders");
    }

    @Override
    public Optional<PhaseTerms> read(PhaseKeys keys) {
        Money start = keys.start();
        Optional<ScoreRule> scores = ScoresReader.read(keys);
        int rounds = keys.number("rounds", 1, ContestTerms.MAX_ROUNDS);
        Duration round = keys.positive("round");
        int minBidders = keys.read("minBidders", ScalarTypes.whole(1, ScoreTerms.MAX_MIN_BIDDERS), 1);
        return keys.build(() -> new ContestTerms(start, scores.orElseThrow(), rounds, round, minBidders));
    }
}
