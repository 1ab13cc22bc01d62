package org.gavel.exchange.settlement;

import org.gavel.exchange.api.Applied;
import org.gavel.protocol.event.VenueOpened;

/**
 * What the exchange's journal says of itself when a settlement starts; a ledger of another journal is refused.
 *
 * @param venue the name in its genesis record
 * @param openedAt the time of its first record, microseconds since 1970; 0 where it is not known (a journal without
 *     a record yet): then the name alone is compared
 * @param sequence of its last record, 0 without one
 */
public record JournalHead(String venue, long openedAt, long sequence) {
    /** Refuses a ledger that was written from another journal. */
    void mustOwn(Fence.Position ledger) {
        ledger.venue().ifPresent(bound -> mustBe(bound, ledger.venueOpenedAt()));
        if (ledger.sequence() > sequence) {
            throw new LedgerMismatch(String.format(
                    "The ledger is at sequence %d, but the journal ends at %d: it was written from another or a longer"
                            + " journal. Give this node the ledger that belongs to its journal, or an empty one, which"
                            + " it fills again from the journal; nothing was changed.",
                    ledger.sequence(), sequence));
        }
    }

    /** Refuses events of another journal. */
    void mustHaveCaused(Applied applied, Fence.Position ledger) {
        for (int index = 0; index < applied.events().size(); index++) {
            if (applied.events().get(index) instanceof VenueOpened opened) {
                mustBe(opened.venue(), applied.timestamp());
                ledger.venue().ifPresent(bound -> mustBe(bound, ledger.venueOpenedAt(), applied.timestamp()));
            }
        }
    }

    private void mustBe(String name, long at) {
        mustBe(name, at, openedAt);
    }

    private void mustBe(String name, long at, long expectedAt) {
        if (!name.equals(venue) || (expectedAt != 0 && at != expectedAt)) {
            throw new LedgerMismatch(String.format(
                    "The journal is that of venue \"%s\", opened at %d; the ledger or its feed is that of venue \"%s\","
                            + " opened at %d. Give each venue a ledger of its own; nothing was changed.",
                    venue, expectedAt, name, at));
        }
    }
}
