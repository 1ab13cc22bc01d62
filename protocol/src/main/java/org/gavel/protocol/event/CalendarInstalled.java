package org.gavel.protocol.event;

import org.gavel.protocol.value.HolidayCalendar;

/**
 * Days of this year are counted with this calendar.
 *
 * @param hash SHA-256 over the calendar's canonical JSON, lower-case hex
 */
public record CalendarInstalled(HolidayCalendar calendar, String hash, String reason) implements PublicEvent {}
