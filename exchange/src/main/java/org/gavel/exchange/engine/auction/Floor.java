package org.gavel.exchange.engine.auction;

import java.util.stream.IntStream;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.ForfeitCause;

/** The lot a mechanism runs for, while it takes an act or reaches a deadline: where it says what happened. */
public interface Floor {
    /** The lot's number. */
    int lot();

    /** The bidder's paddle; whoever acts in a phase has one. */
    int paddle(int bidder);

    /** How many bids the lot has accepted, in all its phases. */
    int bids();

    /** How many may bid on the lot. */
    int entrants();

    /** The participant under the paddle {@code index + 1}. */
    int entrant(int index);

    /** How many legal persons these bidders are: numbers of one are one bidder. */
    int persons(IntStream bidders);

    /** The lot's reserve in fen, 0 without one. It may be hidden: nothing of it may show before the hammer. */
    long reserve();

    /** One more bid counts, which is public without leading at once. */
    void counts();

    /** An accepted bid was taken back: it does not count any more, though its number is not given again. */
    void undone();

    /** The bidder's deposit for the lot falls to the venue; they can no longer bid on it. Nothing without a deposit. */
    void forfeit(int bidder, ForfeitCause cause);

    /** A bid of this amount leads now: counts it and makes it public with the mechanism's next minimum and close. */
    void leads(int bidder, long amount);

    /** A bid of this amount was accepted and is beaten at once: counts it and makes it public. */
    void beaten(int bidder, long amount);

    /** As {@link #leads}, where the venue bids for somebody up to their maximum. */
    void leadsByProxy(int bidder, long amount);

    /**
     * As {@link #leads} for a bid taken earlier and kept secret until now, so of another command than the one at work.
     */
    default void published(int bidder, long amount) {
        leads(bidder, amount);
    }

    /** Anything else that happened. */
    void emit(Event event);
}
