package org.gavel.protocol.event;

/**
 * Somebody has left a maximum: what everybody may know of it before the hammer. A bidder's later one takes its place.
 *
 * @param commitment the salted hash of {@link org.gavel.protocol.value.SealedCommitment}, lower-case hex
 */
public record MaximumCommitted(int lot, int paddle, String commitment) implements LotEvent {}
