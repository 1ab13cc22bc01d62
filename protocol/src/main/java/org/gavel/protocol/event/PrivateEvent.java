package org.gavel.protocol.event;

/** Something for one participant and the venue. */
public sealed interface PrivateEvent extends Event
        permits AdmissionDecided,
                ApplicationReceived,
                DepositAsked,
                DepositCredited,
                DepositForfeited,
                DepositHeld,
                DepositReleased,
                DepositWithdrawn,
                IdentityErased,
                IdentityRecorded,
                LicenceRecorded,
                MaximumPlaced,
                OrderFilled,
                IntentionLapsed,
                IntentionRegistered,
                IntentionTermMoved,
                LicenceRecorded,
                MaximumPlaced,
                OfferMade,
                ParticipantDescribed,
                ParticipantRegistered,
                PartyMarked,
                QualificationDecided,
                UnitsBidTaken,
                UnitsCredited {
    int participant();
}
