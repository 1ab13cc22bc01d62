package org.gavel.exchange.engine.auction.units;

import java.util.ArrayList;
import java.util.List;
import org.gavel.exchange.engine.auction.Award;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.value.SharesPricing;

/**
 * Hands the units of a lot out to ranked offers. Whoever can have all of theirs has them; whoever can only have the
 * rest is a conditional winner and must be asked. The uniform price is found once, before anybody is asked.
 */
final class UnitsFill {
    private final List<UnitsOffer> ranked;
    private final List<Award> awards = new ArrayList<>();
    private final long highest;
    private long left;
    private int next;

    /** @param ranked the offers that count, best first */
    UnitsFill(long units, SharesPricing pricing, List<UnitsOffer> ranked) {
        this.ranked = ranked;
        this.left = units;
        this.highest = pricing == SharesPricing.UNIFORM ? lastServed(units, ranked) : Long.MAX_VALUE;
    }

    private static long lastServed(long units, List<UnitsOffer> ranked) {
        long wanted = 0;
        long price = Long.MAX_VALUE;
        for (int i = 0; i < ranked.size() && wanted < units; i++) {
            wanted += ranked.get(i).units();
            price = ranked.get(i).price();
        }
        return price;
    }

    /** Serves as many as can have all of theirs: whether somebody must be asked next. */
    boolean serve() {
        while (next < ranked.size() && left > 0 && ranked.get(next).units() <= left) {
            award(ranked.get(next).units());
        }
        return next < ranked.size() && left > 0;
    }

    /** Who must be asked, while {@link #serve} says so. */
    UnitsOffer conditional() {
        return ranked.get(next);
    }

    /** What each unit costs the next in the ranking: never more than they offered. */
    long price() {
        return Math.min(ranked.get(next).price(), highest);
    }

    /** The conditional winner takes what is left. */
    void take() {
        award(left);
    }

    /** The conditional winner does not, and has nothing. */
    void refuse() {
        next++;
    }

    private void award(long units) {
        awards.add(new Award(ranked.get(next).bidder(), price(), units));
        left -= units;
        next++;
    }

    long left() {
        return left;
    }

    List<Award> awards() {
        return List.copyOf(awards);
    }

    void writeTo(StateWriter out) {
        out.put(ranked.size()).put(left).put(next).put(highest);
        ranked.forEach(offer -> offer.writeTo(out));
        out.put(awards.size());
        awards.forEach(award -> out.put(award.bidder()).put(award.price()).put(award.units()));
    }
}
