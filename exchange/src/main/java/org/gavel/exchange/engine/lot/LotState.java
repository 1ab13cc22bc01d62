package org.gavel.exchange.engine.lot;

import java.util.EnumSet;
import java.util.Set;

/** Where a lot is in its life. */
public enum LotState {
    /** 公告: everything about it is public; bidding has not begun. */
    ANNOUNCED,
    /** A phase is running and takes bids. */
    OPEN,
    /** 询价: bidding is over and holders of a priority are asked, before the hammer. */
    CLOSING,
    /** 中止: interrupted, with the time that was left. */
    PAUSED,
    /** Stands still after a fault of ours, with the time that was left. */
    SUSPENDED,
    /** 落槌: the hammer has fallen provisionally; the lot may still be reopened. */
    HAMMERED,
    /** 落槌成交: sold. */
    AWARDED,
    /** 流拍: closed unsold. */
    PASSED,
    /** 撤拍: taken out of the sale. */
    WITHDRAWN,
    /** 终结: ended for good without an award. */
    TERMINATED,
    /** 撤销: the sale, or the award, is void. */
    ANNULLED;

    private static final Set<LotState> ENDS = EnumSet.of(AWARDED, PASSED, WITHDRAWN, TERMINATED, ANNULLED);

    /** Closed stays closed. */
    public boolean isEnd() {
        return ENDS.contains(this);
    }

    /** Whether time runs for it: a phase, or an answer that is awaited. */
    boolean isRunning() {
        return this == OPEN || this == CLOSING;
    }

    /** Ended by two persons. */
    private static boolean isCutOff(LotState next) {
        return next == TERMINATED || next == ANNULLED;
    }

    /** The legal transitions, all of them. */
    boolean leadsTo(LotState next) {
        return switch (this) {
            case ANNOUNCED ->
                next != CLOSING && next != PAUSED && next != HAMMERED && next != ANNULLED && next != ANNOUNCED;
            case OPEN -> next != ANNOUNCED;
            case CLOSING -> next != ANNOUNCED && next != OPEN && next != PASSED;
            case PAUSED -> next == OPEN || next == CLOSING || next == WITHDRAWN || next == SUSPENDED || isCutOff(next);
            case SUSPENDED -> next == OPEN || next == CLOSING || next == WITHDRAWN || isCutOff(next);
            case HAMMERED -> next == OPEN || next == AWARDED || isCutOff(next);
            case AWARDED -> next == ANNULLED;
            case PASSED, WITHDRAWN, TERMINATED, ANNULLED -> false;
        };
    }
}
