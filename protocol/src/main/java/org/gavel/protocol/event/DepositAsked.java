package org.gavel.protocol.event;

/**
 * A qualified party is asked for the deposit.
 *
 * @param payBy until when, exclusive, in microseconds since 1970; the place is lost then
 * @param bySilence whether they count as qualified because nobody decided in time
 */
public record DepositAsked(int listing, int lot, int participant, int number, long payBy, boolean bySilence)
        implements PrivateEvent, DeskEvent {}
