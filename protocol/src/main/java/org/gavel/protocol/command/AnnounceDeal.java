package org.gavel.protocol.command;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.DealTerms;
import org.gavel.protocol.value.SellerCategory;
import org.gavel.protocol.value.Title;

/**
 * Announces a deal: a sale without bids, or a need. Nothing of it changes afterwards.
 *
 * @param lot the deal's number, of the same numbers as those of lots
 * @param seller whose achievement, or whose need, it is
 * @param buyer 拟受让方, where the parties have agreed already; 0 where buyers are still to come
 * @param category whose property it is; absent reads as PRIVATE
 * @param rulebook its name, for the newest version in force, or {@code NAME@version}
 */
public record AnnounceDeal(
        int lot, Title title, int seller, int buyer, SellerCategory category, String rulebook, DealTerms terms)
        implements Command, AboutLot {
    public AnnounceDeal {
        Require.id(lot, "lot");
        title = Require.present(title, "title");
        Require.id(seller, "seller");
        Require.between(buyer, 0, Integer.MAX_VALUE, "buyer");
        category = category == null ? SellerCategory.PRIVATE : category;
        rulebook = Require.text(Require.present(rulebook, "rulebook"), "rulebook");
        terms = Require.present(terms, "terms");
        if (terms.namesBuyer() != (buyer != 0)) {
            throw new InvalidValue(
                    RejectReason.BAD_FIELD, "buyer", "is named in a Negotiated or UseFirst deal, and in no other");
        }
    }
}
