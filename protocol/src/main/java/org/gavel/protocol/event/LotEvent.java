package org.gavel.protocol.event;

/** Something everybody may see happening to one lot. */
public sealed interface LotEvent extends Event
        permits BidAccepted,
                BidBeaten,
                InquiryAnswered,
                LevelAccepted,
                BidUndone,
                CallReset,
                DemandTold,
                HammerFallen,
                IncrementOverridden,
                EnvelopeOpened,
                EnvelopeSubmitted,
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
                LotWithdrawn,
                PriorityExercised,
                PriorityGranted,
                PriorityWaived,
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
