package org.gavel.exchange.engine.admission;

import org.gavel.exchange.engine.Request;
import org.gavel.protocol.reject.RejectReason;

/** The rolls of one kind of sale, by its number. */
public interface Rolls {
    /** Whether there is such a sale and its roll is still kept. */
    RejectReason check(Request request, int number);

    /** Whether nobody joins any more; ask {@link #check} first, as for {@link #of}. */
    boolean isFixed(int number);

    EntryRoll of(int number);
}
