package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;

/** The hidden reserve and its salt, for everyone to check against the commitment. */
public record ReserveOpened(int lot, Money amount, String salt) implements LotEvent {}
