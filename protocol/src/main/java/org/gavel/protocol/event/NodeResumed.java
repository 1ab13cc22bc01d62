package org.gavel.protocol.event;

/**
 * The venue is back after a stop or an outage.
 *
 * @param silence from the last record before to this start, in microseconds
 */
public record NodeResumed(long silence) implements PublicEvent {}
