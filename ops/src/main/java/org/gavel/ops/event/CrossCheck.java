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
import org.gavel.protocol.command.OpenBook;

/** Checks the parts of an event file against each other; numbers count even where the rest of an entry is wrong. */
final class CrossCheck {
    private final List<Entry<Party>> sellers;
    private final List<Entry<Party>> bidders;
    private final ReadProgramme programme;

    CrossCheck(List<Entry<Party>> sellers, List<Entry<Party>> bidders, ReadProgramme programme) {
        this.sellers = sellers;
        this.bidders = bidders;
        this.programme = programme;
    }

    void run() {
        Map<Integer, Section> parties = new HashMap<>();
        parties().forEach(entry -> unique(parties, entry, "a participant"));
        Map<Integer, Section> lots = new HashMap<>();
        programme.lots().forEach(entry -> unique(lots, entry, "a lot"));
        Map<Integer, Section> taken = new HashMap<>(lots);
        programme.listed().forEach(entry -> unique(taken, entry, "a lot"));
        programme.deals().forEach(entry -> unique(taken, entry, "a lot or a deal"));
        Map<Integer, Section> listings = new HashMap<>();
        programme.listings().forEach(entry -> unique(listings, entry, "a listing"));
        Map<Integer, Section> books = new HashMap<>();
        programme.books().forEach(entry -> unique(books, entry, "a book"));
        Map<Integer, Section> sessions = new HashMap<>();
        programme.sessions().forEach(entry -> unique(sessions, entry, "a session"));
        checkSellers();
        checkSessions(lots);
        checkUnits();
    }

    private Stream<Entry<Party>> parties() {
        return Stream.concat(sellers.stream(), bidders.stream());
    }

    private static void unique(Map<Integer, Section> seen, Entry<?> entry, String what) {
        Optional<Integer> number = entry.number();
        if (number.isEmpty()) {
            return;
        }
        Section earlier = seen.putIfAbsent(number.get(), entry.section());
        if (earlier != null) {
            entry.section()
                    .error(
                            "number",
                            number.get() + " is the number of " + what + " at line " + earlier.line("number")
                                    + " already; choose another");
        }
    }

    private void checkSellers() {
        Set<Integer> known =
                sellers.stream().flatMap(entry -> entry.number().stream()).collect(Collectors.toSet());
        programme.allLots().forEach(lot -> lot.refersTo().stream()
                .filter(seller -> !known.contains(seller.value()))
                .forEach(seller -> lot.section()
                        .error(seller, seller.value() + " is not among participants.sellers; list the seller there")));
    }

    private void checkSessions(Map<Integer, Section> lotSections) {
        Map<Integer, Placed<Integer>> placed = new HashMap<>();
        for (Entry<AnnounceRoadshow> session : programme.sessions()) {
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

    /** A misspelt asset is units nobody can sell; a book of an earlier event may trade it, so it is no error. */
    private void checkUnits() {
        if (programme.books().stream().anyMatch(book -> book.value().isEmpty())) {
            return;
        }
        Set<String> traded = programme.books().stream()
                .flatMap(book -> book.value().stream())
                .map(OpenBook::asset)
                .collect(Collectors.toSet());
        parties().forEach(party -> party.value().stream()
                .flatMap(known -> known.units().stream())
                .filter(units -> !traded.contains(units.asset()))
                .forEach(units -> party.section()
                        .warn("units", "names " + units.asset() + ", which no book of this file trades")));
    }
}
