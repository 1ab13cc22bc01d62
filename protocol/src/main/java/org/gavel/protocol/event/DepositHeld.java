package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;

/** A lot's deposit is held; the participant bids under this paddle (竞买代码). */
public record DepositHeld(int lot, int participant, int paddle, Money amount) implements PrivateEvent, OfLot {}
