package org.gavel.protocol.event;

/** Something everybody may see happening to one lot. */
public sealed interface LotEvent extends Event
        permits BidAccepted,
                BidBeaten,
                EnquiryAnswered,
                LevelAccepted,
                BidUndone,
                CallReset,
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
                ReserveOpened,
                StageOpened {
    int lot();
}
