package org.gavel.exchange.engine.auction;

import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.ForfeitCause;

/** The lot a mechanism runs for, while it takes an act or reaches a deadline: where it says what happened. */
public interface Floor {
    /** The lot's number. */
    int lot();

    /** The bidder's paddle; whoever acts in a phase has one. */
    int paddle(int bidder);

    /** How many may bid on the lot. */
    int entrants();

    /** The participant under the paddle {@code index + 1}. */
    int entrant(int index);

    /** The lot's reserve in fen, 0 without one. It may be hidden: nothing of it may show before the hammer. */
    long reserve();

    /** One more bid counts, which is public without leading at once. */
    void counts();

    /** The bidder's deposit for the lot falls to the venue; they can no longer bid on it. Nothing without a deposit. */
    void forfeit(int bidder, ForfeitCause cause);

    /** A bid of this amount leads now: counts it and makes it public with the mechanism's next minimum and close. */
    void leads(int bidder, long amount);

    /** Anything else that happened. */
    void emit(Event event);
}
