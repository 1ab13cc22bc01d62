package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;

/** A lot's deposit is free again. */
public record DepositReleased(int lot, int participant, Money amount) implements PrivateEvent, OfLot {}
