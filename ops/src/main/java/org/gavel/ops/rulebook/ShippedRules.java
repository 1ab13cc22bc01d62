package org.gavel.ops.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gavel.protocol.value.Rulebook;

/** The rulebooks and holiday calendars that come with Gavel. */
public final class ShippedRules {
    /** The names of the rulebooks; PRIVATE_SALE is built in and needs no file. */
    public static final List<String> NAMES =
            List.of("AUCTION_LAW", "JUDICIAL_LIKE", "SOE_ASSET", "UNIVERSITY_OPEN_TRADE");

    /** The years of the calendars. */
    public static final List<Integer> YEARS = List.of(2026);

    private ShippedRules() {}

    /** The rulebook of this name, or {@code NAME@version}; empty where none is shipped. */
    public static Optional<RuleFile> rulebook(String named) {
        Stream<RuleFile> all = Stream.concat(
                Stream.of(RuleFile.of(Rulebook.PRIVATE_SALE)), NAMES.stream().map(ShippedRules::load));
        String wanted = "rulebook " + named;
        return all.filter(file -> file.name().equals(wanted) || file.name().startsWith(wanted + "@"))
                .findFirst();
    }

    /** The calendar of this year; empty where none is shipped. */
    public static Optional<RuleFile> calendar(int year) {
        return YEARS.contains(year) ? Optional.of(read("/calendar/" + year + ".json")) : Optional.empty();
    }

    /** What lots under this rulebook need at a venue: the calendars first, then the rulebook where it is shipped. */
    public static List<RuleFile> neededBy(String named) {
        if (named.equals(Rulebook.PRIVATE_SALE.name())) {
            return List.of();
        }
        return neededToCountDaysBy(named);
    }

    /** The same for what is counted in days, which PRIVATE_SALE does too. */
    public static List<RuleFile> neededToCountDaysBy(String named) {
        Stream<RuleFile> calendars = YEARS.stream().flatMap(year -> calendar(year).stream());
        boolean builtIn = named.equals(Rulebook.PRIVATE_SALE.name());
        return Stream.concat(calendars, builtIn ? Stream.of() : rulebook(named).stream())
                .toList();
    }

    private static RuleFile load(String name) {
        return read("/rulebook/" + name + ".json");
    }

    private static RuleFile read(String resource) {
        try (InputStream in = ShippedRules.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks " + resource);
            }
            return RuleFile.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("the class path's " + resource + " cannot be read", e);
        }
    }
}
