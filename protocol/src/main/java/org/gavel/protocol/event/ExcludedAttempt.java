package org.gavel.protocol.event;

import org.gavel.protocol.value.ExclusionCause;

/**
 * Somebody who may not take part in a lot's sale tried to; the refusal stands before it.
 *
 * @param actor who sent it, where that was not the participant
 */
public record ExcludedAttempt(int lot, int participant, long actor, ExclusionCause cause)
        implements StaffEvent, OfLot {}
