package org.gavel.protocol.event;

/**
 * The publicity of a deal is over, but objections are not.
 *
 * @param open how many are to be decided first
 */
public record AwardBlocked(int lot, int open) implements LotEvent {}
