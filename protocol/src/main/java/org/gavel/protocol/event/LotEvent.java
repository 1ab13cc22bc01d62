package org.gavel.protocol.event;

/** Something everybody may see happening to one lot. */
public sealed interface LotEvent extends Event
        permits AgreementDue,
                BidAccepted,
                BidBeaten,
                BidUndone,
                BidderScored,
                CallReset,
                DemandTold,
                DisclosureEnded,
                EnvelopeOpened,
                EnvelopeSubmitted,
                EnvelopeVoided,
                HammerFallen,
                IncrementOverridden,
                InquiryAnswered,
                LevelAccepted,
                ListingAnnounced,
                ListingClosed,
                ListingExtended,
                ListingQuoted,
                ListingResumed,
                ListingSuspended,
                LotAnnounced,
                LotAwarded,
                LotCalled,
                LotExtended,
                LotOpened,
                LotPassed,
                LotPaused,
                LotPostponed,
                LotReopened,
                LotResumed,
                LotSuspended,
                LotTerminated,
                LotVoided,
                LotWithdrawn,
                MaximumCommitted,
                MaximumOpened,
                OfferScored,
                PaddlesFixed,
                PriorityExercised,
                PriorityGranted,
                PriorityWaived,
                ProposalSubmitted,
                RelatedPartyDisclosed,
                RemainderOffered,
                ReserveOpened,
                StageOpened,
                UnitsBidOpened,
                UnitsUnsold {
    int lot();

    /** The one participant who gets all of it, on their own channel; 0 where that is nobody. */
    default int owner() {
        return 0;
    }
}
