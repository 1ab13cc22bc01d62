package org.gavel.exchange.engine.auction;

import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.reject.RejectReason;

/**
 * One phase of a lot at work. {@link #check} decides and changes nothing; {@link #accept} changes and cannot fail.
 * Times are microseconds since 1970, amounts fen.
 */
public interface Mechanism {
    /** The phase begins; {@code price} and {@code leader} come from the phase before, or are 0. */
    void open(long now, long price, int leader);

    /** Whether a bid would be accepted: {@code NONE}, or the refusal with its detail set in the request. */
    RejectReason check(Request request, int bidder, long amount);

    /** Takes a bid that {@link #check} allows; true where the close moved. */
    boolean accept(long now, int bidder, long amount);

    /** A pause of this length is over: everything that lay ahead lies that much later. */
    void shift(long micros);

    /** When the phase closes; a bid at that instant is late. */
    long closesAt();

    /** The highest bid, 0 before the first. */
    long price();

    /** Who leads, 0 before the first bid. */
    int leader();

    /** The lowest bid that would be accepted from somebody who does not lead. */
    long nextMinimum();

    int extensions();

    void writeTo(StateWriter out);
}
