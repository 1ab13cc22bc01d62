package org.gavel.ops.event;

import java.util.List;
import java.util.Optional;
import org.gavel.exchange.engine.rulebook.Sales;
import org.gavel.ops.event.offer.ListingTermsReader;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.value.ListingTerms;
import org.gavel.protocol.value.Money;

/** Reads the listings of an event file; what their lots do not say is taken from the file's {@code defaults}. */
final class ListingReader {
    private final Section defaults;
    private final LotReader lots;

    ListingReader(Section defaults, LotReader lots) {
        this.defaults = defaults;
        this.lots = lots;
    }

    /**
     * A listing and its lot, as far as they could be read.
     *
     * @param lot empty where it is no block
     */
    record Listed(Entry<PlannedListing> listing, Optional<Entry<PlannedLot>> lot) {}

    Listed read(Section listing) {
        Optional<Integer> number = listing.require("number", ScalarTypes.NUMBER);
        if (!listing.has("lot")) {
            listing.error("lot", "is missing; write a block with the keys of a lot");
        }
        Optional<Entry<PlannedLot>> lot = listing.section("lot").map(lots::readListed);
        Optional<PlannedLot> planned = lot.flatMap(Entry::value);
        Optional<Money> listPrice = listPrice(listing, planned);
        Optional<ListingTerms> terms = ListingTermsReader.read(listing, defaults);
        listing.rejectUnknown();
        Optional<PlannedListing> whole = number.isEmpty() || planned.isEmpty() || listPrice.isEmpty() || terms.isEmpty()
                ? Optional.empty()
                : Optional.of(new PlannedListing(number.get(), planned.get(), listPrice.get(), terms.get()));
        return new Listed(new Entry<>(listing, number, List.of(), whole), lot);
    }

    /** The least the lot can sell for; whoever writes another one is told. */
    private static Optional<Money> listPrice(Section listing, Optional<PlannedLot> lot) {
        Optional<Money> said = listing.read("listPrice", ScalarTypes.PRICE);
        Optional<Money> least = lot.map(planned -> Sales.lowest(planned.terms()));
        if (said.isPresent() && least.isPresent() && !said.equals(least)) {
            listing.error(
                    "listPrice",
                    "of " + said.get().yuan() + " yuan is not the least the lot's phases and reserve can sell for, "
                            + least.get().yuan() + "; write that or leave it out");
        }
        return least;
    }
}
