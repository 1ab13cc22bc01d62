package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;

/** A lot's deposit has fallen to the venue, which owes it on under its rules. */
public record DepositForfeited(int lot, int participant, Money amount, ForfeitCause cause)
        implements PrivateEvent, OfLot {}
