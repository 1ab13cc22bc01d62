package org.gavel.protocol.event;

/** Something for one participant and the venue. */
public sealed interface PrivateEvent extends Event
        permits DepositCredited,
                DepositForfeited,
                DepositHeld,
                DepositReleased,
                DepositWithdrawn,
                MaximumPlaced,
                ParticipantRegistered,
                UnitsBidTaken,
                UnitsCredited {
    int participant();
}
