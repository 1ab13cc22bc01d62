package org.gavel.protocol.event;

import org.gavel.protocol.value.ExclusionCause;

/**
 * A participant is marked on a lot.
 *
 * @param cause {@code NONE}: the mark is taken away
 * @param excluded whether it keeps them out; false for a related party on a lot that only discloses them
 */
public record PartyMarked(int lot, int participant, ExclusionCause cause, boolean excluded, String reason)
        implements PrivateEvent, DeskEvent {}
