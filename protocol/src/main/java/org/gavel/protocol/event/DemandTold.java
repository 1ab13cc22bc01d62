package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;

/**
 * A round of a clock is over.
 *
 * @param round counted from 1
 * @param price the round's price of a unit
 * @param demand how many units are wanted after it
 */
public record DemandTold(int lot, int round, Money price, long demand) implements LotEvent {}
