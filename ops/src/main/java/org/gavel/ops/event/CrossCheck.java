package org.gavel.ops.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gavel.ops.yaml.Placed;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.command.AnnounceRoadshow;

/** Checks the parts of an event file against each other; numbers count even where the rest of an entry is wrong. */
final class CrossCheck {
    private final List<Entry<Party>> sellers;
    private final List<Entry<Party>> bidders;
    private final List<Entry<PlannedLot>> lots;
    private final List<Entry<AnnounceRoadshow>> sessions;

    CrossCheck(
            List<Entry<Party>> sellers,
            List<Entry<Party>> bidders,
            List<Entry<PlannedLot>> lots,
            List<Entry<AnnounceRoadshow>> sessions) {
        this.sellers = sellers;
        this.bidders = bidders;
        this.lots = lots;
        this.sessions = sessions;
    }

    void run() {
        Map<Integer, Section> parties = new HashMap<>();
        Stream.concat(sellers.stream(), bidders.stream())
                .forEach(entry -> unique(parties, entry.number(), entry.section(), "a participant"));
        Map<Integer, Section> lotSections = new HashMap<>();
        lots.forEach(entry -> unique(lotSections, entry.number(), entry.section(), "a lot"));
        Map<Integer, Section> sessionSections = new HashMap<>();
        sessions.forEach(entry -> unique(sessionSections, entry.number(), entry.section(), "a session"));
        checkSellers();
        checkSessions(lotSections);
    }

    private static void unique(Map<Integer, Section> seen, Optional<Integer> number, Section section, String what) {
        if (number.isEmpty()) {
            return;
        }
        Section earlier = seen.putIfAbsent(number.get(), section);
        if (earlier != null) {
            section.error(
                    "number",
                    number.get() + " is the number of " + what + " at line " + earlier.line("number")
                            + " already; choose another");
        }
    }

    private void checkSellers() {
        Set<Integer> known =
                sellers.stream().flatMap(entry -> entry.number().stream()).collect(Collectors.toSet());
        for (Entry<PlannedLot> lot : lots) {
            lot.refersTo().stream()
                    .filter(seller -> !known.contains(seller.value()))
                    .forEach(seller -> lot.section()
                            .error(
                                    seller,
                                    seller.value() + " is not among participants.sellers; list the seller there"));
        }
    }

    private void checkSessions(Map<Integer, Section> lotSections) {
        Map<Integer, Placed<Integer>> placed = new HashMap<>();
        for (Entry<AnnounceRoadshow> session : sessions) {
            for (Placed<Integer> lot : session.refersTo()) {
                checkPlace(session.section(), lot, lotSections, placed);
            }
        }
    }

    private static void checkPlace(
            Section session,
            Placed<Integer> lot,
            Map<Integer, Section> lotSections,
            Map<Integer, Placed<Integer>> placed) {
        Section section = lotSections.get(lot.value());
        Placed<Integer> earlier = placed.putIfAbsent(lot.value(), lot);
        if (section == null) {
            session.error(lot, "lot " + lot.value() + " is not in this file; name a lot of the list lots");
        } else if (earlier != null) {
            session.error(
                    lot,
                    "lot " + lot.value() + " is in " + earlier.key() + " at line " + earlier.line()
                            + " already; a lot belongs to one session and stands there once");
        } else if (section.has("opensAt")) {
            section.error("opensAt", "does not fit: the lot opens when its turn comes in the session; remove it");
        }
    }
}
