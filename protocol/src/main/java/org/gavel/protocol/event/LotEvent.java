package org.gavel.protocol.event;

/** Something everybody may see happening to one lot. */
public sealed interface LotEvent extends Event
        permits BidAccepted,
                BidBeaten,
                InquiryAnswered,
                LevelAccepted,
                BidUndone,
                CallReset,
                HammerFallen,
                IncrementOverridden,
                EnvelopeOpened,
                EnvelopeSubmitted,
                EnvelopeVoided,
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
                ReserveOpened,
                StageOpened {
    int lot();

    /** The one participant who gets all of it, on their own channel; 0 where that is nobody. */
    default int owner() {
        return 0;
    }
}
