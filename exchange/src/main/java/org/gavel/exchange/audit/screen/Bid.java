package org.gavel.exchange.audit.screen;

/**
 * One price that a participant named on a lot.
 *
 * @param at microseconds since 1970
 * @param amount fen
 * @param minimum the lowest bid accepted after it, fen; 0 where there is no such thing
 * @param online whether it came over the participant's own connection
 */
public record Bid(int participant, long at, long sequence, long amount, long minimum, boolean online) {}
