package org.gavel.exchange.audit.screen;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A pattern that a reviewer should look at. It is no finding.
 *
 * @param screen which one raised it
 * @param parties the participants, by their numbers
 * @param considered lots (or reactions) that could have shown the pattern
 * @param matching those of them that did
 * @param lots in which it showed, for the reviewer to open
 * @param figures further numbers, by name
 */
public record Flag(
        String screen,
        List<Integer> parties,
        int considered,
        int matching,
        List<Integer> lots,
        Map<String, String> figures) {
    public Flag {
        parties = List.copyOf(parties);
        lots = List.copyOf(lots);
        figures = new TreeMap<>(figures);
    }

    /** The share that matched, in thousandths, half up. */
    public int permille() {
        return Rational.permille(matching, considered);
    }
}
