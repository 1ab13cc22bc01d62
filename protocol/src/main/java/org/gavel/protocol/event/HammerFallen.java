package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;

/** The hammer fell provisionally: the award follows at this time unless the lot is reopened before. */
public record HammerFallen(int lot, int paddle, Money price, long hammeredAt, long finalAt) implements LotEvent {}
