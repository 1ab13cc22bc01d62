package org.gavel.ops.event;

import java.util.List;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.QuotesTerms;

/** What a lot must and must not say in a listing, and outside of one. */
final class ListedLot {
    private ListedLot() {}

    static void check(Section lot, List<PhaseTerms> phases, ReserveReader.Planned reserve, boolean listed) {
        if (!listed) {
            if (!phases.isEmpty() && phases.get(0) instanceof QuotesTerms) {
                lot.error(sale(lot), "quotes are given in a listing; write the lot in the list listings");
            }
            return;
        }
        if (lot.has("opensAt")) {
            lot.error("opensAt", "does not fit: a listed lot opens when its disclosure has ended; remove it");
        }
        if (reserve.hidden()) {
            lot.error("reserve", "must not be hidden: a listing sells from its list price on; write hidden: false");
        }
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
