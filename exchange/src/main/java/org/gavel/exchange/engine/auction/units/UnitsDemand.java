package org.gavel.exchange.engine.auction.units;

import java.util.Comparator;
import org.gavel.exchange.engine.state.StateWriter;

/** How many units one bidder wants under a clock, and what they asked for in the running round. */
final class UnitsDemand {
    /** Earlier prices first; who spoke before who is silent; then in the order of the acts. */
    static final Comparator<UnitsDemand> DROPS_IN_ORDER = Comparator.comparingLong(UnitsDemand::upTo)
            .thenComparing(UnitsDemand::isSilent)
            .thenComparing(UnitsDemand::number);

    /** In the order of their acts in the first round. */
    static final Comparator<UnitsDemand> FIRST_COME = Comparator.comparingInt(UnitsDemand::entered);

    /** More units first, of as many whoever came first. */
    static final Comparator<UnitsDemand> MOST_FIRST =
            Comparator.comparingLong(UnitsDemand::units).reversed().thenComparing(FIRST_COME);

    private final int bidder;
    private final int entered;
    private long units;
    private long wanted;
    private long upTo;
    private boolean silent;
    private int number;

    UnitsDemand(int bidder, long units, int number) {
        this.bidder = bidder;
        this.entered = number;
        this.units = units;
        this.number = number;
    }

    int bidder() {
        return bidder;
    }

    /** The units that stand. */
    long units() {
        return units;
    }

    /** How many fewer are asked for in this round. */
    long drop() {
        return units - wanted;
    }

    /** The price up to which what stood before still stands. */
    long upTo() {
        return upTo;
    }

    private boolean isSilent() {
        return silent;
    }

    private int number() {
        return number;
    }

    private int entered() {
        return entered;
    }

    /** A round begins; who says nothing in it leaves at the price before. */
    void beginRound(long priceBefore) {
        wanted = 0;
        upTo = priceBefore;
        silent = true;
    }

    /** The bidder wants so many above this price; the last act of a round counts. */
    void want(long newUnits, long above, int newNumber) {
        wanted = newUnits;
        upTo = above;
        silent = false;
        number = newNumber;
    }

    /** The demand falls by this many. */
    void fall(long by) {
        units -= by;
    }

    void writeTo(StateWriter out) {
        out.put(bidder)
                .put(entered)
                .put(units)
                .put(wanted)
                .put(upTo)
                .put(silent)
                .put(number);
    }
}
