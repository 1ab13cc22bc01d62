package org.gavel.protocol.event;

/** Something for one participant and the venue. */
public sealed interface PrivateEvent extends Event
        permits AdmissionDecided,
                ApplicationReceived,
                DepositCredited,
                DepositForfeited,
                DepositHeld,
                DepositReleased,
                DepositWithdrawn,
                InterestTold,
                LicenceRecorded,
                MaximumPlaced,
                OfferMade,
                OfferMatched,
                OfferReceived,
                OfferWithdrawn,
                ParticipantDescribed,
                ParticipantRegistered,
                PartyMarked,
                QualificationDecided,
                UnitsBidTaken,
                UnitsCredited {
    int participant();
}
