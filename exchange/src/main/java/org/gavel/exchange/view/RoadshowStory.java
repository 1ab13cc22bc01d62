package org.gavel.exchange.view;

import org.gavel.exchange.api.RoadshowView;
import org.gavel.protocol.event.RoadshowAnnounced;
import org.gavel.protocol.event.RoadshowEnded;
import org.gavel.protocol.value.Money;

/** How each event changes what is known of a roadshow. */
final class RoadshowStory {
    private RoadshowStory() {}

    static RoadshowView announced(RoadshowAnnounced event) {
        return new RoadshowView(event.roadshow(), event.title(), event.lots(), "ANNOUNCED", 0, 0, Money.ZERO);
    }

    static RoadshowView started(RoadshowView before) {
        return with(before, "RUNNING", before.sold(), before.unsold(), before.turnover());
    }

    static RoadshowView ended(RoadshowView before, RoadshowEnded event) {
        return with(before, "ENDED", event.sold(), event.unsold(), event.turnover());
    }

    private static RoadshowView with(RoadshowView before, String state, int sold, int unsold, Money turnover) {
        return new RoadshowView(before.roadshow(), before.title(), before.lots(), state, sold, unsold, turnover);
    }
}
