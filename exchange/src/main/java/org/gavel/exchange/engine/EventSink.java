package org.gavel.exchange.engine;

import org.gavel.protocol.event.Event;
import org.gavel.protocol.reject.RejectReason;

/**
 * Takes what happens, in order. The hot events come as primitive arguments so that nothing is allocated for them.
 * Called on the engine's thread; must neither block nor call back.
 */
public interface EventSink {
    /** A bid leads now; the arguments are those of {@code BidAccepted}. */
    void bidAccepted(
            Request request, int lot, int bidder, int paddle, long amount, long nextMinimum, int number, long closesAt);

    void lotExtended(int lot, long closesAt, int extension);

    void rejected(Request request, RejectReason reason, long detail, int lot);

    void repeated(Request request, long original, RejectReason reason, long detail);

    /** Any other event. */
    void emit(Event event);
}
