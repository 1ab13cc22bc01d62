package org.gavel.exchange.engine.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.DayCount;
import org.gavel.protocol.value.LegalDays;
import org.junit.jupiter.api.Test;

/** Days as the law counts them (Civil Code arts 201, 203, 1259), over the calendar of 2026. */
final class LegalDaysTest {
    private static final Day MONDAY = Day.parse("2026-03-02");

    private final LegalDays days = Law.days();

    private static Day day(String text) {
        return Day.parse(text);
    }

    @Test
    void aDisclosureOfTwentyWorkingDaysCountsItsFirstDayMrT32() {
        assertEquals(day("2026-03-27"), days.lastWorkingFrom(MONDAY, 20));
        assertEquals(day("2026-04-03"), days.lastWorkingAfter(day("2026-03-27"), 5));
    }

    @Test
    void aSuspendedDisclosureStillRunsForTenWorkingDaysMrT33() {
        assertEquals(10, Law.pack("SOE_ASSET").notice().remaining(12));
        assertEquals(15, Law.pack("SOE_ASSET").notice().remaining(5));
    }

    @Test
    void aPublicityOfFifteenDaysDoesNotCountItsFirstDayMrT34() {
        assertEquals(day("2026-03-17"), days.lastAfter(MONDAY, 15));
    }

    @Test
    void losersHaveTheirDepositsBackInTimeMrT38() {
        long close = Law.at("2026-03-02T18:00");
        assertEquals(Law.at("2026-03-03T18:00"), close + 24 * 3_600_000_000L);
        assertEquals(day("2026-03-05"), days.lastWorkingAfter(MONDAY, 3));
        assertEquals(day("2026-03-09"), days.lastWorkingAfter(MONDAY, 5));
    }

    @Test
    void registrationIsDecidedInTimeMrT40() {
        assertEquals(day("2026-04-01"), days.lastAfter(MONDAY, 30));
        assertEquals(day("2026-03-23"), days.lastWorkingAfter(MONDAY, 15));
        assertEquals(day("2026-04-14"), days.lastWorkingAfter(MONDAY, 30));
    }

    @Test
    void aLastDayOffIsFollowedByTheNextWorkingDay() {
        assertEquals(day("2026-03-09"), days.lastAfter(MONDAY, 5));
        assertEquals(day("2026-04-07"), days.lastAfter(day("2026-03-28"), 7));
    }

    @Test
    void aMakeUpSaturdayIsAWorkingDay() {
        assertTrue(days.isWorking(day("2026-02-28")));
        assertFalse(days.isWorking(day("2026-02-16")));
        assertEquals(day("2026-02-28"), days.lastAfter(day("2026-02-21"), 7));
    }

    @Test
    void aDisclosureThatBeginsOnASundayCountsFromMonday() {
        assertEquals(day("2026-03-02"), days.lastOfNotice(DayCount.WORKING, day("2026-03-01"), 1));
    }

    @Test
    void aDayBeginsAtMidnightInBeijing() {
        assertEquals(MONDAY, Day.at(Law.at("2026-03-02T00:00")));
        assertEquals(MONDAY, Day.at(Law.at("2026-03-03T00:00") - 1));
        assertEquals(Law.at("2026-03-02T00:00"), MONDAY.begins());
    }

    @Test
    void namesTheFirstYearItKnowsNothingOf() {
        assertEquals(0, days.unknownYear(MONDAY, day("2026-12-31")));
        assertEquals(2027, days.unknownYear(MONDAY, day("2027-01-01")));
        assertEquals(2025, days.unknownYear(day("2025-12-31"), MONDAY));
    }
}
