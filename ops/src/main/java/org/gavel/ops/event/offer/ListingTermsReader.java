package org.gavel.ops.event.offer;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.gavel.ops.yaml.HumanDuration;
import org.gavel.ops.yaml.ScalarType;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.value.ListingExtension;
import org.gavel.protocol.value.ListingTerms;
import org.gavel.protocol.value.SaleBasis;

/** Reads {@code terms} of a listing: the course of its disclosure. What is left out reads as on the wire. */
public final class ListingTermsReader {
    private static final Duration DAY = Duration.ofHours(24);
    private static final ScalarType<Integer> DAYS = ScalarTypes.whole(1, ListingTerms.MAX_DAYS);
    private static final ScalarType<Duration> HOUR = new ScalarType<>(
            "an hour counted from midnight in Beijing, such as 17h or 9h30m, at most 24h", false, given -> hour(given));

    private ListingTermsReader() {}

    /** The listing's own block, or the one of the defaults; empty where anything in it is wrong. */
    public static Optional<ListingTerms> read(Section listing, Section defaults) {
        Section holder = listing.holder("terms", defaults);
        if (!holder.has("terms")) {
            listing.error("terms", "is missing; write a block such as {days: 20, closing: 17h}");
        }
        return holder.section("terms").flatMap(ListingTermsReader::block);
    }

    private static Optional<ListingTerms> block(Section block) {
        Optional<Integer> days = block.require("days", DAYS);
        Duration closing = block.read("closing", HOUR).orElse(DAY);
        if (closing.isZero()) {
            block.error("closing", "must be later than 0s; write 24h for the end of the day");
        }
        block.knows(Set.of("extension"));
        Optional<ListingExtension> extension = block.has("extension")
                ? block.section("extension").flatMap(ListingTermsReader::extension)
                : Optional.of(ListingExtension.NONE);
        int decideDays = block.read("decideDays", DAYS).orElse(0);
        boolean silenceQualifies =
                block.read("silenceQualifies", ScalarTypes.FLAG).orElse(false);
        int depositDays = block.read("depositDays", DAYS).orElse(0);
        int agreeDays = block.read("agreeDays", DAYS).orElse(0);
        Duration opening = block.read("opening", HOUR).orElse(Duration.ZERO);
        block.rejectUnknown();
        return days.isEmpty() || closing.isZero() || extension.isEmpty()
                ? Optional.empty()
                : block.buildByKey(() -> new ListingTerms(
                        days.get(),
                        closing,
                        extension.get(),
                        decideDays,
                        silenceQualifies,
                        depositDays,
                        agreeDays,
                        opening));
    }

    private static Optional<ListingExtension> extension(Section block) {
        Optional<Integer> days = block.require("days", DAYS);
        Optional<Integer> most = block.require("mostCycles", ScalarTypes.whole(1, ListingExtension.MAX_CYCLES));
        var until = block.read("until", ScalarTypes.DAY).orElse(ListingExtension.ANY_DAY);
        int fewerThan = block.read("fewerThan", ScalarTypes.whole(1, SaleBasis.MAX_MIN_BIDDERS))
                .orElse(0);
        block.rejectUnknown();
        return days.isEmpty() || most.isEmpty()
                ? Optional.empty()
                : block.buildByKey(() -> new ListingExtension(days.get(), most.get(), until, fewerThan));
    }

    private static Duration hour(String written) {
        Duration hour = HumanDuration.parse(written);
        if (hour.compareTo(DAY) > 0) {
            throw new IllegalArgumentException("must be at most 24h");
        }
        return hour;
    }
}
