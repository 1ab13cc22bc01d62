package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.HolidayCalendar;

/** Makes a year's holidays known, for lots announced from now on. */
public record InstallCalendar(HolidayCalendar calendar, String reason) implements Command {
    public InstallCalendar {
        calendar = Require.present(calendar, "calendar");
        reason = Require.reason(reason);
    }
}
