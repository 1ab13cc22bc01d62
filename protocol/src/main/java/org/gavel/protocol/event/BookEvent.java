package org.gavel.protocol.event;

/** Something everybody may see happening in one unit book; nobody learns from it who a participant is. */
public sealed interface BookEvent extends Event
        permits BookCrossed,
                BookOpened,
                BookPhaseBegun,
                CallIndicated,
                OrderAccepted,
                OrderAmended,
                OrderEnded,
                OrdersTraded,
                TopOfBook,
                TradingDaySet {
    int book();

    /** The one participant who gets all of it, on their own channel; 0 where that is nobody. */
    default int owner() {
        return 0;
    }
}
