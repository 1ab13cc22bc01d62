package org.gavel.protocol.value;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * A book's times on one day, microseconds since 1970; 0 leaves a step out. With all four 0 continuous trading begins
 * at once and ends by command.
 *
 * @param callAt when the opening call begins; 0 where there is one: at once
 * @param crossAt when the opening call crosses and continuous trading begins; 0: there is no opening call
 * @param closingCallAt when the closing call begins; 0: there is none
 * @param closesAt when the closing call crosses, the day closes and day orders end; 0: by command
 */
public record TradingDay(long callAt, long crossAt, long closingCallAt, long closesAt) {
    /** Continuous trading at once, until somebody ends it. */
    public static final TradingDay OPEN_END = new TradingDay(0, 0, 0, 0);

    public TradingDay {
        Require.between(callAt, 0, Require.MAX_NUMBER, "day.callAt");
        Require.between(crossAt, 0, Require.MAX_NUMBER, "day.crossAt");
        Require.between(closingCallAt, 0, Require.MAX_NUMBER, "day.closingCallAt");
        Require.between(closesAt, 0, Require.MAX_NUMBER, "day.closesAt");
        check(callAt == 0 || callAt < crossAt, "day.crossAt", "must come after day.callAt");
        check(closingCallAt == 0 || closingCallAt < closesAt, "day.closesAt", "must come after day.closingCallAt");
        long close = closingCallAt != 0 ? closingCallAt : closesAt;
        check(crossAt == 0 || close == 0 || crossAt < close, "day.crossAt", "must come before the close");
    }

    private static void check(boolean holds, String field, String problem) {
        if (!holds) {
            throw new InvalidValue(RejectReason.BAD_TRADING_DAY, field, problem);
        }
    }

    /** The first of its times, or 0 where it has none. */
    public long first() {
        if (callAt != 0) {
            return callAt;
        }
        return crossAt != 0 ? crossAt : closingCallAt != 0 ? closingCallAt : closesAt;
    }
}
