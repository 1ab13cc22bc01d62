package org.gavel.ops.event;

import org.gavel.exchange.vault.SealingKey;
import org.gavel.protocol.command.AnnounceListing;
import org.gavel.protocol.value.ListingTerms;
import org.gavel.protocol.value.Money;

/**
 * A listing that is to be announced.
 *
 * @param number its own, of the numbers of listings
 * @param lot what it offers, under a number of the lots'
 * @param listPrice nothing is sold below it
 */
public record PlannedListing(int number, PlannedLot lot, Money listPrice, ListingTerms terms) {
    /** The announcement; the list of paddles, where it is fixed, gets its salt from the venue's key. */
    AnnounceListing announce(String event, SealingKey key) {
        return new AnnounceListing(number, lot.announce(event, key), listPrice, terms);
    }
}
