package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;

/** From the next bid on this increment holds. */
public record IncrementOverridden(int lot, Money step, Money nextMinimum, String reason) implements LotEvent {}
