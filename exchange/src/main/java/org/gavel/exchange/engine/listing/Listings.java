package org.gavel.exchange.engine.listing;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.agrona.collections.Int2ObjectHashMap;
import org.gavel.exchange.engine.state.StateWriter;

/** Every listing by its number and by its lot's; in order of its number where the order can be seen. */
public final class Listings {
    private final Int2ObjectHashMap<Listing> listings = new Int2ObjectHashMap<>();
    private final Int2ObjectHashMap<Listing> byLot = new Int2ObjectHashMap<>();

    /** Those with quotes, as long as these count. */
    private final TreeMap<Integer, Listing> quoted = new TreeMap<>();

    public boolean has(int number) {
        return listings.containsKey(number);
    }

    /** The listing; ask {@link #has} first. */
    Listing get(int number) {
        return known(listings.get(number), number);
    }

    /** Whether a listing offers the lot, or did. */
    public boolean offers(int lot) {
        return byLot.containsKey(lot);
    }

    /** Whether the lot is in the hands of a listing that is not over. */
    public boolean governs(int lot) {
        return offers(lot) && !byLot.get(lot).isOver();
    }

    /** The listing that offers the lot; ask {@link #offers} first. */
    public Listing ofLot(int lot) {
        return known(byLot.get(lot), lot);
    }

    /** The lot of a listing, or 0 where there is none of the number. */
    public int lotOf(int number) {
        return has(number) ? listings.get(number).lot().number() : 0;
    }

    private static Listing known(Listing listing, int number) {
        if (listing == null) {
            throw new IllegalStateException("no listing of number " + number);
        }
        return listing;
    }

    void add(Listing listing) {
        listings.put(listing.number(), listing);
        byLot.put(listing.lot().number(), listing);
        if (listing.quotes().isPresent()) {
            quoted.put(listing.number(), listing);
        }
    }

    /** Those whose parties quote and are not decided on, in order of their numbers. */
    List<Listing> quoted() {
        quoted.values().removeIf(each -> !each.isUndecided());
        return List.copyOf(quoted.values());
    }

    /** In order of their numbers. */
    List<Listing> inOrder() {
        int[] numbers =
                listings.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        return Arrays.stream(numbers).mapToObj(listings::get).toList();
    }

    /** Where nothing was ever listed, nothing is written, as before there were listings. */
    public void writeTo(StateWriter out) {
        if (listings.isEmpty()) {
            return;
        }
        out.put("listings").put(listings.size());
        inOrder().forEach(listing -> listing.writeTo(out));
    }
}
