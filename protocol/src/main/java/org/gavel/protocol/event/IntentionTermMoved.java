package org.gavel.protocol.event;

/**
 * The running term of an intention ends later than was said.
 *
 * @param until the new end, exclusive, in microseconds since 1970
 */
public record IntentionTermMoved(int listing, int lot, int participant, int number, long until)
        implements PrivateEvent, DeskEvent {}
