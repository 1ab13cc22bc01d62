package org.gavel.exchange.engine.listing;

import static org.gavel.exchange.engine.MarketFixture.wan;

import org.gavel.exchange.engine.LotPlan;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.SaleBasis;
import org.gavel.protocol.value.SellerCategory;

/** Listings of state property appraised at 1000万. */
final class StateProperty {
    private StateProperty() {}

    static ListingPlan listed(Money price) {
        return ListingPlan.listing().price(price).lot(lot(ListingPlan.LOT, "", 0));
    }

    /** The same thing again, as listing 4 and lot 8. */
    static ListingPlan relisted(Money price, String approval) {
        return ListingPlan.listing().numbered(4, 8).price(price).lot(lot(8, approval, ListingPlan.LOT));
    }

    private static LotPlan lot(int number, String approval, int relistOf) {
        SaleBasis basis = new SaleBasis(SellerCategory.STATE_OWNED, false, wan(1000), approval, relistOf, 0);
        return LotPlan.lot(number).under("SOE_ASSET", basis).step(wan(1)).lasts(3_600);
    }
}
