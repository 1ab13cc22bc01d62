package org.gavel.protocol.event;

/** The hammer was taken back; every record of the lot stands and bidding goes on. */
public record LotReopened(int lot, long closesAt, String reason) implements LotEvent {}
