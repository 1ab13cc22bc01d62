package org.gavel.protocol.event;

/**
 * An offer at a fixed price or a need has ended. Deals that are lots end as lots do: awarded, passed or terminated.
 *
 * @param reason what the venue says, where it took it back
 */
public record DealEnded(int lot, DealEnd cause, String reason) implements LotEvent {}
