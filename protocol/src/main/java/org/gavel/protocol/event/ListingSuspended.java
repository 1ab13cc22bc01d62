package org.gavel.protocol.event;

import org.gavel.protocol.value.SuspensionCause;

/**
 * A listing stands still (中止).
 *
 * @param daysLeft working days of the disclosure that were left; 0 where it had ended
 */
public record ListingSuspended(int listing, int lot, SuspensionCause cause, int daysLeft, String reason)
        implements LotEvent {}
