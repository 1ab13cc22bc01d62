package org.gavel.ops.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gavel.ops.yaml.ScalarType;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.ProxyTerms;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;

/** Reads how one lot is bid for: increments, duration, soft close. */
final class TermsReader {
    private static final int MOST_MULTIPLE = 1_000_000;
    private static final int MOST_EXTENSIONS = 1_000_000;

    private final Section lot;
    private final Section defaults;

    TermsReader(Section lot, Section defaults) {
        this.lot = lot;
        this.defaults = defaults;
    }

    Optional<PhaseTerms> read(Optional<Money> start) {
        Section holder = lot.holder("mechanism", defaults);
        if (!holder.has("mechanism") || holder.says("mechanism", "english")) {
            return english(start);
        }
        if (holder.says("mechanism", "proxy")) {
            return proxy(start);
        }
        holder.error("mechanism", "is not known; write english or proxy");
        return Optional.empty();
    }

    /** What belongs to plain bidding alone contradicts maxima where the lot says it; in the defaults it does not count. */
    private Optional<PhaseTerms> proxy(Optional<Money> start) {
        boolean clear = true;
        for (String key : List.of("anyRaise", "maxMultiple", "leaderMayRaise")) {
            lot.holder(key, defaults);
            if (lot.has(key)) {
                lot.error(key, "does not go with mechanism: proxy; leave it out");
                clear = false;
            }
        }
        List<Step> increments = increments();
        Optional<Duration> duration = duration();
        Optional<SoftClose> softClose = softClose(duration);
        if (!clear || start.isEmpty() || increments.isEmpty() || duration.isEmpty() || softClose.isEmpty()) {
            return Optional.empty();
        }
        return lot.build(() -> new ProxyTerms(start.get(), increments, duration.get(), softClose.get()));
    }

    private Optional<PhaseTerms> english(Optional<Money> start) {
        List<Step> increments = increments();
        boolean anyRaise = value("anyRaise", ScalarTypes.FLAG).orElse(false);
        int maxMultiple =
                value("maxMultiple", ScalarTypes.whole(0, MOST_MULTIPLE)).orElse(0);
        Optional<Duration> duration = duration();
        Optional<SoftClose> softClose = softClose(duration);
        boolean leaderMayRaise = value("leaderMayRaise", ScalarTypes.FLAG).orElse(false);
        if (start.isEmpty() || increments.isEmpty() || duration.isEmpty() || softClose.isEmpty()) {
            return Optional.empty();
        }
        return lot.build(() -> new EnglishTerms(
                start.get(), increments, anyRaise, maxMultiple, duration.get(), softClose.get(), leaderMayRaise));
    }

    private <T> Optional<T> value(String key, ScalarType<T> type) {
        return lot.holder(key, defaults).read(key, type);
    }

    private Optional<Duration> duration() {
        Section holder = lot.holder("duration", defaults);
        Optional<Duration> duration = holder.require("duration", ScalarTypes.DURATION);
        if (duration.isPresent() && duration.get().isZero()) {
            holder.error("duration", "must be longer than 0s");
            return Optional.empty();
        }
        return duration;
    }

    /** Of the lot itself, or of the defaults where it has neither key. Empty where something is wrong. */
    private List<Step> increments() {
        lot.holder("increment", defaults);
        lot.holder("ladder", defaults);
        Section holder = lot.has("increment") || lot.has("ladder") ? lot : defaults;
        if (holder.has("increment") && holder.has("ladder")) {
            holder.error("ladder", "stands beside increment; write one of the two");
            return List.of();
        }
        if (holder.has("ladder")) {
            return ladder(holder);
        }
        if (!holder.has("increment")) {
            lot.error("increment", "is missing; write an amount such as 5万, or a ladder");
            return List.of();
        }
        return holder.read("increment", ScalarTypes.PRICE)
                .map(step -> List.of(new Step(Money.ZERO, step)))
                .orElse(List.of());
    }

    private static List<Step> ladder(Section holder) {
        List<Section> rows = holder.sections("ladder", EnglishTerms.MAX_STEPS);
        List<Step> steps = new ArrayList<>();
        boolean wrong = rows.isEmpty();
        Optional<Money> previous = Optional.empty();
        for (Section row : rows) {
            Optional<Money> from = row.require("from", ScalarTypes.MONEY);
            Optional<Money> step = row.require("step", ScalarTypes.PRICE);
            row.rejectUnknown();
            wrong |= from.isEmpty() || step.isEmpty() || !ascends(row, previous, from.get());
            previous = from.isEmpty() ? previous : from;
            if (!wrong) {
                steps.add(new Step(from.get(), step.get()));
            }
        }
        if (rows.isEmpty()) {
            holder.error("ladder", "must be a list of rows such as {from: 0, step: 5万}");
        }
        return wrong ? List.of() : steps;
    }

    private static boolean ascends(Section row, Optional<Money> previous, Money from) {
        if (previous.isEmpty() && from.fen() != 0) {
            row.error("from", "must be 0 in the ladder's first row");
            return false;
        }
        if (previous.isPresent() && from.compareTo(previous.get()) <= 0) {
            row.error("from", "must be above the row before, " + previous.get().yuan() + " yuan; the ladder ascends");
            return false;
        }
        return true;
    }

    /** Empty where something is wrong. */
    private Optional<SoftClose> softClose(Optional<Duration> duration) {
        Section holder = lot.holder("softClose", defaults);
        if (!holder.has("softClose") || holder.says("softClose", "none")) {
            return Optional.of(SoftClose.NONE);
        }
        Optional<Section> section = holder.section("softClose");
        if (section.isEmpty()) {
            return Optional.empty();
        }
        Optional<SoftClose.Mode> mode = mode(section.get());
        Optional<Duration> window = mode.equals(Optional.of(SoftClose.Mode.CYCLE))
                ? Optional.of(Duration.ZERO)
                : section.get().require("window", ScalarTypes.DURATION);
        Optional<Duration> extension = section.get().require("extension", ScalarTypes.DURATION);
        Duration latest =
                section.get().read("latestClose", ScalarTypes.DURATION).orElse(Duration.ZERO);
        int most = section.get()
                .read("maxExtensions", ScalarTypes.whole(0, MOST_EXTENSIONS))
                .orElse(0);
        section.get().rejectUnknown();
        if (mode.isEmpty()
                || window.isEmpty()
                || extension.isEmpty()
                || duration.isEmpty()
                || !capFits(section.get(), latest, duration)) {
            return Optional.empty();
        }
        boolean moves = mode.get() == SoftClose.Mode.CYCLE || !window.get().isZero();
        if (moves && extension.get().isZero()) {
            section.get().error("extension", "must be longer than 0s");
            return Optional.empty();
        }
        return Optional.of(new SoftClose(window.get(), extension.get(), latest, most, mode.get()));
    }

    private static Optional<SoftClose.Mode> mode(Section section) {
        if (!section.has("mode")) {
            return Optional.of(SoftClose.Mode.RESET);
        }
        for (SoftClose.Mode mode : SoftClose.Mode.values()) {
            if (section.says("mode", mode.name().toLowerCase(Locale.ROOT))) {
                return Optional.of(mode);
            }
        }
        section.error("mode", "must be reset, add or cycle");
        return Optional.empty();
    }

    private boolean capFits(Section section, Duration latest, Optional<Duration> duration) {
        boolean fits = latest.isZero() || latest.compareTo(duration.orElse(Duration.ZERO)) >= 0;
        if (!fits) {
            section.error(
                    "latestClose",
                    "of " + latest + " is shorter than the duration of " + duration.orElse(Duration.ZERO) + " ("
                            + lot.key("duration") + "); it counts from the opening");
        }
        return fits;
    }
}
