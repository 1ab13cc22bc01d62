package org.gavel.protocol.command;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.ListingTerms;
import org.gavel.protocol.value.Money;

/**
 * Lists a right publicly (挂牌): its lot, with the competition that opens by itself where two or more parties qualify.
 * The day it is applied on is the first day of the disclosure.
 *
 * @param listing its own number; the lot has another, from the numbers of lots
 * @param lot what is offered and how it is competed for: it names no opening time, asks for qualification without an
 *     end of its own, and has no hidden reserve
 * @param listPrice the list price (挂牌价): nothing is sold below it
 * @param terms the course of the disclosure
 */
public record AnnounceListing(int listing, AnnounceLot lot, Money listPrice, ListingTerms terms)
        implements Command, AboutListing {
    public AnnounceListing {
        Require.id(listing, "listing");
        lot = Require.present(lot, "lot");
        listPrice = Require.present(listPrice, "listPrice").positive("listPrice");
        terms = Require.present(terms, "terms");
        refuse(lot.opensAt() != 0, "lot.opensAt", "must be 0: the lot opens when its disclosure has ended");
        refuse(!lot.admission().qualification(), "lot.admission.qualification", "must be true: parties are qualified");
        refuse(lot.admission().applyUntil() != 0, "lot.admission.applyUntil", "must be 0: the disclosure ends it");
        refuse(lot.reserve().hidden(), "lot.reserve.hidden", "must be false: a listing sells from its list price on");
    }

    private static void refuse(boolean wrong, String field, String sentence) {
        if (wrong) {
            throw new InvalidValue(RejectReason.BAD_FIELD, field, sentence);
        }
    }
}
