package org.gavel.ops.event.terms;

import java.time.Duration;
import java.util.Optional;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.value.ScoreRule;

/** Reads {@code scores}. */
final class ScoresReader {
    private static final String KEY = "scores";

    private ScoresReader() {}

    /** Empty where something is wrong; the phase is spoilt then. */
    static Optional<ScoreRule> read(PhaseKeys keys) {
        Section holder = keys.holder(KEY);
        if (!holder.has(KEY)) {
            keys.error(KEY, "is missing; write a block such as {priceWeight: 6000, qualityWeight: 4000, scoring: 1h}");
        }
        Optional<ScoreRule> rule = holder.section(KEY).flatMap(ScoresReader::rule);
        if (rule.isEmpty()) {
            keys.spoil();
        }
        return rule;
    }

    private static Optional<ScoreRule> rule(Section section) {
        Optional<Integer> price = section.require("priceWeight", ScalarTypes.whole(1, ScoreRule.BEST - 1));
        Optional<Integer> quality = section.require("qualityWeight", ScalarTypes.whole(1, ScoreRule.BEST - 1));
        int least =
                section.read("minQuality", ScalarTypes.whole(0, ScoreRule.BEST)).orElse(0);
        Optional<Duration> scoring = section.require("scoring", ScalarTypes.DURATION);
        int extensions = section.read("extensions", ScalarTypes.whole(0, ScoreRule.MAX_EXTENSIONS))
                .orElse(0);
        section.rejectUnknown();
        if (price.isEmpty() || quality.isEmpty() || scoring.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ScoreRule(price.get(), quality.get(), least, scoring.get(), extensions));
        } catch (InvalidValue refused) {
            section.error(refused.field().substring(KEY.length() + 1), refused.problem());
            return Optional.empty();
        }
    }
}
