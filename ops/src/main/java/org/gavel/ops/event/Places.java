package org.gavel.ops.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where in the file each participant, lot, listing, deal, book and session stands, to name it when it is refused. */
public record Places(
        Map<Integer, String> parties,
        Map<Integer, String> lots,
        Map<Integer, String> listings,
        Map<Integer, String> deals,
        Map<Integer, String> books,
        Map<Integer, String> sessions) {
    public Places {
        parties = Map.copyOf(parties);
        lots = Map.copyOf(lots);
        listings = Map.copyOf(listings);
        deals = Map.copyOf(deals);
        books = Map.copyOf(books);
        sessions = Map.copyOf(sessions);
    }

    /** Of a plan that stands in no file. */
    static final Places NONE = new Places(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    static Places of(List<Entry<Party>> sellers, List<Entry<Party>> bidders, ReadProgramme programme) {
        return new Places(
                places(Stream.concat(sellers.stream(), bidders.stream()).toList()),
                places(programme.lots()),
                places(programme.listings()),
                places(programme.deals()),
                places(programme.books()),
                places(programme.sessions()));
    }

    private static Map<Integer, String> places(List<? extends Entry<?>> entries) {
        Map<Integer, String> places = new HashMap<>();
        entries.forEach(entry -> entry.number()
                .ifPresent(number -> places.put(number, entry.section().place())));
        return places;
    }
}
