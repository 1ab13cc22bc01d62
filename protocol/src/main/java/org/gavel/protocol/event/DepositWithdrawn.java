package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;

/**
 * Money was paid back.
 *
 * @param free what the account has free now
 */
public record DepositWithdrawn(int participant, Money amount, Money free, String reference) implements PrivateEvent {}
