package org.gavel.exchange.engine.lot;

import java.util.EnumSet;
import java.util.Set;

/** Where a lot is in its life. */
public enum LotState {
    /** 公告: everything about it is public; bidding has not begun. */
    ANNOUNCED,
    /** A phase is running and takes bids. */
    OPEN,
    /** 中止: interrupted, with the time that was left. */
    PAUSED,
    /** Stands still after a fault of ours, with the time that was left. */
    SUSPENDED,
    /** 落槌成交: sold. */
    AWARDED,
    /** 流拍: closed unsold. */
    PASSED,
    /** 撤拍: taken out of the sale. */
    WITHDRAWN;

    private static final Set<LotState> ENDS = EnumSet.of(AWARDED, PASSED, WITHDRAWN);

    /** Closed stays closed. */
    public boolean isEnd() {
        return ENDS.contains(this);
    }

    /** The legal transitions, all of them. */
    boolean leadsTo(LotState next) {
        return switch (this) {
            case ANNOUNCED -> next == OPEN || next == WITHDRAWN || next == SUSPENDED;
            case OPEN -> next != ANNOUNCED;
            case PAUSED -> next == OPEN || next == WITHDRAWN || next == SUSPENDED;
            case SUSPENDED -> next == OPEN || next == WITHDRAWN;
            case AWARDED, PASSED, WITHDRAWN -> false;
        };
    }
}
