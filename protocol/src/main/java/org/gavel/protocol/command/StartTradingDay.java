package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.TradingDay;

/** Sets the next trading day of a closed book; left out, continuous trading begins at once. */
public record StartTradingDay(int book, TradingDay day, String reason) implements Command, BookAct {
    public StartTradingDay {
        Require.id(book, "book");
        day = day == null ? TradingDay.OPEN_END : day;
        reason = Require.reason(reason);
    }
}
