package org.gavel.protocol.event;

import org.gavel.protocol.value.Day;

/**
 * An intended deal is public in both places (公示).
 *
 * @param from the day it is public in both, which does not count (Civil Code art. 201)
 * @param last the last day; where it is off, the next working day (Civil Code art. 203)
 * @param closesAt the instant after it, microseconds since 1970
 */
public record PublicityBegun(int lot, Day from, Day last, long closesAt) implements LotEvent {}
