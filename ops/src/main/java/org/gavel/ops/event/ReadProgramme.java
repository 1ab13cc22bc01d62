package org.gavel.ops.event;

import java.util.List;
import java.util.stream.Stream;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.command.AnnounceRoadshow;
import org.gavel.protocol.command.OpenBook;

/**
 * What an event offers, as far as it could be read.
 *
 * @param listed the lots of the listings, as far as there are blocks of them
 */
record ReadProgramme(
        List<Entry<PlannedLot>> lots,
        List<Entry<PlannedListing>> listings,
        List<Entry<PlannedLot>> listed,
        List<Entry<AnnounceDeal>> deals,
        List<Entry<OpenBook>> books,
        List<Entry<AnnounceRoadshow>> sessions) {
    /** Everything that has a seller whose place is still to be checked. */
    Stream<Entry<PlannedLot>> allLots() {
        return Stream.concat(lots.stream(), listed.stream());
    }

    /** What of it is right; whole only where the file's problems hold no error. */
    Programme programme() {
        return new Programme(valid(lots), valid(listings), valid(deals), valid(books), valid(sessions));
    }

    private static <T> List<T> valid(List<Entry<T>> entries) {
        return entries.stream().flatMap(entry -> entry.value().stream()).toList();
    }
}
