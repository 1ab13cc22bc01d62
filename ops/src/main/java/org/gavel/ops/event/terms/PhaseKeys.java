package org.gavel.ops.event.terms;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gavel.ops.yaml.Placed;
import org.gavel.ops.yaml.ScalarType;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;

/**
 * The keys of one phase; what its block does not say is taken from the file's defaults. A value that is missing or
 * wrong goes to the file's problems and reads as zero, and {@link #build} gives nothing then. For one thread.
 */
final class PhaseKeys {
    private static final int MOST_MULTIPLE = 1_000_000;

    private final Section block;
    private final Section defaults;
    private final Optional<Money> start;
    private final Path directory;
    private boolean wrong;

    /**
     * @param start the price the phase begins at; empty where that is wrong
     * @param directory where the event file is
     */
    PhaseKeys(Section block, Section defaults, Optional<Money> start, Path directory) {
        this.block = block;
        this.defaults = defaults;
        this.start = start;
        this.directory = directory;
    }

    /** Where the key is to be read. */
    Section holder(String key) {
        return block.holder(key, defaults);
    }

    /** The phase itself, or the defaults where it has neither of the two keys. */
    Section holderOfEither(String one, String other) {
        holder(one);
        holder(other);
        return block.has(one) || block.has(other) ? block : defaults;
    }

    boolean has(String key) {
        return holder(key).has(key);
    }

    /** Something in the phase is wrong, and has been said. */
    void spoil() {
        wrong = true;
    }

    void error(String key, String sentence) {
        holder(key).error(key, sentence);
        spoil();
    }

    /** The whole key, for the messages of other keys. */
    String name(String key) {
        return block.key(key);
    }

    /** The file of this name, seen from the event file. */
    Path file(String name) {
        return directory.resolve(name);
    }

    Money start() {
        return orSpoil(start, Money.ZERO);
    }

    <T> T require(String key, ScalarType<T> type, T otherwise) {
        return orSpoil(holder(key).require(key, type), otherwise);
    }

    /** A key that may be absent. */
    <T> T read(String key, ScalarType<T> type, T otherwise) {
        return has(key) ? require(key, type, otherwise) : otherwise;
    }

    Money price(String key) {
        return require(key, ScalarTypes.PRICE, Money.ZERO);
    }

    int number(String key, int least, int most) {
        return require(key, ScalarTypes.whole(least, most), 0);
    }

    /** The most increments of one bid; 0, also where absent, for any number. */
    int maxMultiple() {
        return read("maxMultiple", ScalarTypes.whole(0, MOST_MULTIPLE), 0);
    }

    /** One of an enum's words, written as in the protocol or as keys are: {@code AT_STOP}, {@code atStop}. */
    <E extends Enum<E>> E word(String key, Class<E> type) {
        return require(key, ScalarTypes.word(type), type.getEnumConstants()[0]);
    }

    boolean flag(String key) {
        return read(key, ScalarTypes.FLAG, false);
    }

    /** May be absent or zero. */
    Duration duration(String key) {
        return read(key, ScalarTypes.DURATION, Duration.ZERO);
    }

    /** May be neither absent nor zero. */
    Duration positive(String key) {
        Optional<Duration> given = holder(key).require(key, ScalarTypes.DURATION);
        if (given.isPresent() && given.get().isZero()) {
            error(key, "must be longer than 0s");
        }
        return orSpoil(given, Duration.ZERO);
    }

    List<Duration> durations(String key, int most) {
        List<Placed<Duration>> given = holder(key).list(key, ScalarTypes.DURATION, most);
        if (given.isEmpty()) {
            error(key, "must be a list of durations, one a round, such as [5m, 5m, 5m]");
        }
        return given.stream().map(Placed::value).toList();
    }

    private <T> T orSpoil(Optional<T> value, T otherwise) {
        wrong |= value.isEmpty();
        return value.orElse(otherwise);
    }

    /** The terms, unless something was wrong; what they refuse is said at the key they name. */
    Optional<PhaseTerms> build(Supplier<? extends PhaseTerms> terms) {
        if (wrong) {
            return Optional.empty();
        }
        try {
            return Optional.of(terms.get());
        } catch (InvalidValue refused) {
            error(refused.field(), refused.problem());
            return Optional.empty();
        }
    }
}
