package org.gavel.ops.event;

import java.util.List;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.QuotesTerms;

/** What a lot must and must not say in a listing, and outside of one. */
final class ListedLot {
    private ListedLot() {}

    static void checkPlain(Section lot, List<PhaseTerms> phases) {
        if (!phases.isEmpty() && phases.get(0) instanceof QuotesTerms) {
            lot.error(sale(lot), "quotes are given in a listing; write the lot in the list listings");
        }
    }

    /** @param defaults where what the lot does not say is taken from */
    static void checkListed(Section lot, Section defaults, List<PhaseTerms> phases, ReserveReader.Planned reserve) {
        if (lot.has("opensAt")) {
            lot.error("opensAt", "does not fit: a listed lot opens when its disclosure has ended; remove it");
        }
        if (reserve.hidden()) {
            lot.error("reserve", "must not be hidden: a listing sells from its list price on; write hidden: false");
        }
        lot.holder("basis", defaults)
                .section("basis")
                .filter(basis -> basis.has("minBidders"))
                .ifPresent(basis -> basis.error(
                        "minBidders", "does not fit: in a listing one party agrees and two compete; remove it"));
        for (int i = 0; i < phases.size(); i++) {
            if (phases.get(i).reverse() || phases.get(i).severalWinners()) {
                lot.error(
                        sale(lot),
                        "phase " + (i + 1)
                                + " does not go with a listing, which sells upwards to one winner; name another");
            }
        }
    }

    private static String sale(Section lot) {
        return lot.has("phases") ? "phases" : "mechanism";
    }
}
