package org.gavel.exchange.engine.auction;

import org.gavel.exchange.engine.Request;
import org.gavel.protocol.reject.RejectReason;

/** A phase the clerk conducts. What is named {@code check} changes nothing, the rest cannot fail after it. */
public interface Called {
    RejectReason checkCall(Request request, int stage);

    void call(long now, Floor floor);

    /** Whether the hammer may fall now. */
    RejectReason checkHammer(Request request);

    RejectReason checkUndo(int number);

    /** Takes the bid away; leader and price follow from the bids that stand. */
    void undo(int number, String reason, Floor floor);

    void overrideIncrement(long step);

    /** The hammer is taken back: the calls begin anew. */
    void reopen();
}
