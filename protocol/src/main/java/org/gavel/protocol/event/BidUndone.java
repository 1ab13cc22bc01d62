package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;

/** The bid of this number no longer stands; now this paddle leads at this price, or nobody at 0. */
public record BidUndone(int lot, int number, int paddle, Money price, Money nextMinimum, String reason)
        implements LotEvent {}
