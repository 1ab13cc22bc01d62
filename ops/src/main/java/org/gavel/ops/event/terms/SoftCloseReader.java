package org.gavel.ops.event.terms;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.value.SoftClose;

/** Reads {@code softClose}. */
final class SoftCloseReader {
    private static final int MOST_EXTENSIONS = 1_000_000;

    private SoftCloseReader() {}

    /** A hard close where the file says none, or where something is wrong. */
    static SoftClose read(PhaseKeys keys, Duration duration) {
        Section holder = keys.holder("softClose");
        if (!holder.has("softClose") || holder.says("softClose", "none")) {
            return SoftClose.NONE;
        }
        Optional<SoftClose> rule = holder.section("softClose").flatMap(section -> rule(section, keys, duration));
        if (rule.isEmpty()) {
            keys.spoil();
        }
        return rule.orElse(SoftClose.NONE);
    }

    private static Optional<SoftClose> rule(Section section, PhaseKeys keys, Duration duration) {
        Optional<SoftClose.Mode> mode = mode(section);
        Optional<Duration> window = mode.equals(Optional.of(SoftClose.Mode.CYCLE))
                ? Optional.of(Duration.ZERO)
                : section.require("window", ScalarTypes.DURATION);
        Optional<Duration> extension = section.require("extension", ScalarTypes.DURATION);
        Duration latest = section.read("latestClose", ScalarTypes.DURATION).orElse(Duration.ZERO);
        int most = section.read("maxExtensions", ScalarTypes.whole(0, MOST_EXTENSIONS))
                .orElse(0);
        section.rejectUnknown();
        boolean fits = capFits(section, latest, duration, keys.name("duration"));
        if (mode.isEmpty() || window.isEmpty() || extension.isEmpty() || !fits) {
            return Optional.empty();
        }
        boolean moves = mode.get() == SoftClose.Mode.CYCLE || !window.get().isZero();
        if (moves && extension.get().isZero()) {
            section.error("extension", "must be longer than 0s");
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

    private static boolean capFits(Section section, Duration latest, Duration duration, String durationKey) {
        boolean fits = latest.isZero() || latest.compareTo(duration) >= 0;
        if (!fits) {
            section.error(
                    "latestClose",
                    "of " + latest + " is shorter than the duration of " + duration + " (" + durationKey
                            + "); it counts from the opening");
        }
        return fits;
    }
}
