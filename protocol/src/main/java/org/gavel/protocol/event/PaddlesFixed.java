package org.gavel.protocol.event;

/**
 * Nobody joins the lot any more, and no paddle changes hands.
 *
 * @param paddles how many there are
 * @param commitment {@link org.gavel.protocol.value.PaddleCommitment} to who has which
 */
public record PaddlesFixed(int lot, int paddles, String commitment) implements LotEvent {}
