package org.gavel.protocol.event;

import java.util.List;

/**
 * What the commitment in {@link PaddlesFixed} was made of; told when the lot has ended.
 *
 * @param participants in the order of their paddles from 1
 */
public record PaddlesOpened(int lot, String salt, List<Integer> participants) implements StaffEvent, OfLot {
    public PaddlesOpened {
        participants = List.copyOf(participants);
    }
}
