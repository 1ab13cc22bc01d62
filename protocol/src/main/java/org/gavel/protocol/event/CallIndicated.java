package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;

/**
 * What a call would cross at if it ended now.
 *
 * @param price 0 where nothing would trade
 * @param volume units that would trade
 * @param imbalance units that would be left at the price: to buy where positive, to sell where negative
 */
public record CallIndicated(int book, Money price, long volume, long imbalance) implements BookEvent {}
