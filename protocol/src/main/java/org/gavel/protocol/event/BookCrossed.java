package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;

/**
 * A call has ended; its trades precede this.
 *
 * @param price the one price of the cross; 0 where nothing traded
 * @param volume units traded
 * @param imbalance units left at the price: to buy where positive, to sell where negative
 */
public record BookCrossed(int book, Money price, long volume, long imbalance) implements BookEvent {}
