package org.gavel.protocol.event;

import org.gavel.protocol.value.Day;

/**
 * A listing goes on.
 *
 * @param lastDay the last day of what goes on
 * @param closesAt when that ends, in microseconds since 1970; 0 where only the terms of single parties run
 */
public record ListingResumed(int listing, int lot, Day lastDay, long closesAt, String reason) implements LotEvent {}
