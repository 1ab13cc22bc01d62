package org.gavel.protocol.value;

/** How the days of a notice are counted. */
public enum DayCount {
    /** Calendar days after the first one; a last day off is followed by the next working day (Civil Code 201, 203). */
    CALENDAR,
    /** Working days, the day of the first publication being the first (disclosure of state property). */
    WORKING
}
