package org.gavel.protocol.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.DealTerms;
import org.gavel.protocol.value.ExportClass;
import org.gavel.protocol.value.NeedTerms;
import org.gavel.protocol.value.SellerCategory;
import org.gavel.protocol.value.Title;
import org.gavel.protocol.value.UnlessZero;

/**
 * Announces a deal: a sale without bids, or a need. Nothing of it changes afterwards.
 *
 * @param lot the deal's number, of the same numbers as those of lots
 * @param seller whose achievement, or whose need, it is
 * @param buyer 拟受让方, where the parties have agreed already; 0 where buyers are still to come
 * @param category whose property it is; absent reads as PRIVATE
 * @param rulebook its name, for the newest version in force, or {@code NAME@version}
 * @param objectionPeriod how long after an award an upheld objection can annul it, as a lot's
 *     {@code offering.objections}; zero: not at all
 * @param admission who may take part in it, as in a lot; no paddles are fixed
 */
public record AnnounceDeal(
        int lot,
        Title title,
        int seller,
        int buyer,
        SellerCategory category,
        String rulebook,
        DealTerms terms,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = UnlessZero.class)
        Duration objectionPeriod,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Admission.UnlessOpen.class)
        Admission admission)
        implements Command, AboutLot {
    private static final Duration LONGEST_PERIOD = Duration.ofDays(3_660);

    public AnnounceDeal {
        Require.id(lot, "lot");
        title = Require.present(title, "title");
        Require.id(seller, "seller");
        Require.between(buyer, 0, Integer.MAX_VALUE, "buyer");
        category = category == null ? SellerCategory.PRIVATE : category;
        rulebook = Require.text(Require.present(rulebook, "rulebook"), "rulebook");
        terms = Require.present(terms, "terms");
        objectionPeriod = Require.duration(objectionPeriod, "objectionPeriod");
        if (objectionPeriod.compareTo(LONGEST_PERIOD) > 0) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "objectionPeriod", "must not be longer than 3660 days");
        }
        if (terms instanceof NeedTerms && !objectionPeriod.isZero()) {
            throw new InvalidValue(
                    RejectReason.BAD_FIELD, "objectionPeriod", "belongs to the deal that comes of a need");
        }
        admission = admission == null ? Admission.OPEN : admission;
        checkAdmission(terms, admission);
        if (terms.namesBuyer() != (buyer != 0)) {
            throw new InvalidValue(
                    RejectReason.BAD_FIELD, "buyer", "is named in a Negotiated or UseFirst deal, and in no other");
        }
    }

    private static void checkAdmission(DealTerms terms, Admission admission) {
        if (admission.paddlesFixed()) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "admission.paddlesFixed", "belongs to a lot with bids");
        }
        boolean isRegulated =
                admission.exportClass() == ExportClass.RESTRICTED || admission.exportClass() == ExportClass.FORBIDDEN;
        if (terms instanceof NeedTerms && isRegulated) {
            throw new InvalidValue(
                    RejectReason.BAD_FIELD, "admission.exportClass", "belongs to the deal that comes of a need");
        }
    }
}
