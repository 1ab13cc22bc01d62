package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;

/**
 * A stage of the running phase begins, or of the inquiry before the hammer ({@code ASK}), once more after a pause of it.
 * A stage of scoring that is given more time is told again with the same number.
 *
 * @param stage counted from 1 in its phase
 * @param paddle whose stage it is, 0 for everybody's
 * @param price the price it is about: a clock's level, the limit for the next bid, the bid revealed, what a yes costs
 * @param closesAt in microseconds since 1970
 */
public record StageOpened(int lot, int stage, StageKind kind, int paddle, Money price, long closesAt)
        implements LotEvent {}
