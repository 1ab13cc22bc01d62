package org.gavel.exchange.registry;

/**
 * 撤销: the award of the lot, its sale confirmation, contract draft and pending registration are void; they stay on
 * record.
 *
 * @param place the event that made them void, and when
 */
public record Annulment(int lot, Place place) {}
