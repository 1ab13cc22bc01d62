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
                IntentionLapsed,
                IntentionRegistered,
                IntentionTermMoved,
                InterestTold,
                LicenceRecorded,
                MaximumPlaced,
                OfferMade,
                OfferMatched,
                OfferReceived,
                OfferWithdrawn,
                OrderFilled,
                ParticipantDescribed,
                ParticipantRegistered,
                PartyMarked,
                PriceOffered,
                QualificationDecided,
                UnitsBidTaken,
                UnitsCredited {
    int participant();
}
