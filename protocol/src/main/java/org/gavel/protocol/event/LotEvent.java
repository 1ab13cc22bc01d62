package org.gavel.protocol.event;

/** Something everybody may see happening to one lot. */
public sealed interface LotEvent extends Event
        permits BidAccepted,
                EnvelopeOpened,
                EnvelopeSubmitted,
                LotAnnounced,
                LotAwarded,
                LotExtended,
                LotOpened,
                LotPassed,
                LotPaused,
                LotResumed,
                LotSuspended,
                LotWithdrawn,
                ReserveOpened,
                StageOpened {
    int lot();
}
