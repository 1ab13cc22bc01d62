package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;

/**
 * Money arrived.
 *
 * @param free what the account has free now
 */
public record DepositCredited(int participant, Money amount, Money free, String reference) implements PrivateEvent {}
