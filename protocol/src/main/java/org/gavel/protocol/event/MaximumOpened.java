package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;

/** The hammer has fallen: the maximum a paddle had committed to last, to be held against its commitment. */
public record MaximumOpened(int lot, int paddle, Money maximum, String salt) implements LotEvent {}
