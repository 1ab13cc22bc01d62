package org.gavel.protocol.event;

/**
 * Units arrived.
 *
 * @param balance the account's units of the asset now
 */
public record UnitsCredited(int participant, String asset, long quantity, long balance) implements PrivateEvent {}
