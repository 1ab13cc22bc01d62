package org.gavel.exchange.engine.auction;

import org.gavel.protocol.command.RecordScores;
import org.gavel.protocol.reject.RejectReason;

/** A phase whose bidders a panel scores before prices count. */
public interface Scored {
    /** Whether these scores may go on record now; changes nothing. */
    RejectReason checkScores(RecordScores scores);

    /** Puts on record what {@link #checkScores} allows. */
    void score(RecordScores scores, Floor floor);
}
