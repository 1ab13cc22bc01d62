package org.gavel.ops.event.terms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.protocol.value.ChallengeTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.ScoreRule;
import org.gavel.protocol.value.ScoreTerms;

/** Reads {@code mechanism: challenge}. */
final class ChallengeReader implements MechanismReader {
    @Override
    public List<String> keys() {
        return List.of("start", "submission", "reveal", "scores", "minBidders", "maxAwards", "minScore");
    }

    @Override
    public Optional<PhaseTerms> read(PhaseKeys keys) {
        Money start = keys.start();
        Optional<ScoreRule> scores = ScoresReader.read(keys);
        Duration submission = keys.positive("submission");
        Duration reveal = keys.positive("reveal");
        int minBidders = keys.read("minBidders", ScalarTypes.whole(1, ScoreTerms.MAX_MIN_BIDDERS), 1);
        int maxAwards = keys.read("maxAwards", ScalarTypes.whole(1, ChallengeTerms.MAX_AWARDS), 1);
        int minScore = keys.read("minScore", ScalarTypes.whole(0, ScoreRule.BEST), 0);
        return keys.build(() ->
                new ChallengeTerms(start, submission, reveal, scores.orElseThrow(), minBidders, maxAwards, minScore));
    }
}
