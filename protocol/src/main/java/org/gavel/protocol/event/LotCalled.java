package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;

/** The price was called for the first, second or third time; until the hammer it is provisional. */
public record LotCalled(int lot, int call, Money price, int paddle, long calledAt) implements LotEvent {}
