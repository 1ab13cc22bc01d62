package org.gavel.ops.event;

import java.util.List;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.command.AnnounceRoadshow;
import org.gavel.protocol.command.OpenBook;
import org.gavel.protocol.value.NegotiatedTerms;
import org.gavel.protocol.value.UseFirstTerms;

/** What an event offers. Immutable. */
public record Programme(
        List<PlannedLot> lots,
        List<PlannedListing> listings,
        List<AnnounceDeal> deals,
        List<OpenBook> books,
        List<AnnounceRoadshow> sessions) {
    public Programme {
        lots = List.copyOf(lots);
        listings = List.copyOf(listings);
        deals = List.copyOf(deals);
        books = List.copyOf(books);
        sessions = List.copyOf(sessions);
    }

    /** Whether something of it is counted in days, so that the venue needs their calendars under whatever rulebook. */
    boolean countsDays() {
        return !listings.isEmpty()
                || deals.stream()
                        .anyMatch(deal ->
                                deal.terms() instanceof NegotiatedTerms || deal.terms() instanceof UseFirstTerms);
    }
}
