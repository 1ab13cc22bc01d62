package org.gavel.exchange.engine.deal;

import static org.gavel.exchange.engine.MarketFixture.SELLER;

import java.time.Duration;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.DealTerms;
import org.gavel.protocol.value.FixedPriceTerms;
import org.gavel.protocol.value.JointPurchaseTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.NegotiatedTerms;
import org.gavel.protocol.value.OverSubscription;
import org.gavel.protocol.value.PublicityTerms;
import org.gavel.protocol.value.SellerCategory;
import org.gavel.protocol.value.Title;
import org.gavel.protocol.value.TransferMode;
import org.gavel.protocol.value.UseFirstTerms;

/** Announcements of deals for the tests; a private seller's unless said otherwise. */
final class DealPlan {
    static final Title TITLE = new Title("专利", "Patent");
    static final PublicityTerms PUBLIC =
            new PublicityTerms(15, "A bearing.", false, "In writing to the unit's office.", 0);
    static final PublicityTerms MARKED =
            new PublicityTerms(15, "A bearing.", true, "In writing to the unit's office.", 0);

    private DealPlan() {}

    static AnnounceDeal deal(int lot, DealTerms terms) {
        return of(lot, SELLER, 0, SellerCategory.PRIVATE, terms);
    }

    static AnnounceDeal with(int buyer, int lot, DealTerms terms) {
        return of(lot, SELLER, buyer, SellerCategory.PRIVATE, terms);
    }

    static AnnounceDeal of(int lot, int seller, int buyer, SellerCategory category, DealTerms terms) {
        return of(lot, seller, buyer, category, terms, Duration.ZERO, Admission.OPEN);
    }

    /** Whose awards can be annulled for so many seconds. */
    static AnnounceDeal annullable(AnnounceDeal plan, long seconds) {
        return of(
                plan.lot(),
                plan.seller(),
                plan.buyer(),
                plan.category(),
                plan.terms(),
                Duration.ofSeconds(seconds),
                plan.admission());
    }

    /** Which this rule says who may take part in. */
    static AnnounceDeal admitting(Admission rule, AnnounceDeal plan) {
        return of(plan.lot(), plan.seller(), plan.buyer(), plan.category(), plan.terms(), plan.objectionPeriod(), rule);
    }

    private static AnnounceDeal of(
            int lot,
            int seller,
            int buyer,
            SellerCategory category,
            DealTerms terms,
            Duration objectionPeriod,
            Admission rule) {
        return new AnnounceDeal(lot, TITLE, seller, buyer, category, "PRIVATE_SALE", terms, objectionPeriod, rule);
    }

    static FixedPriceTerms licences(Money price, Money deposit, int licences) {
        return new FixedPriceTerms(price, deposit, false, licences, 0);
    }

    static FixedPriceTerms exclusive(Money price, Money deposit) {
        return new FixedPriceTerms(price, deposit, true, 0, 0);
    }

    static JointPurchaseTerms shares(int shares, Money price, long withdrawUntil, long until, OverSubscription rule) {
        return new JointPurchaseTerms(shares, price, withdrawUntil, until, rule);
    }

    static NegotiatedTerms negotiated(Money price, PublicityTerms publicity) {
        return new NegotiatedTerms(price, TransferMode.TRANSFER, publicity, 0, 0);
    }

    static UseFirstTerms use(Money price, Money deposit, PublicityTerms publicity, int days) {
        return new UseFirstTerms(price, deposit, TransferMode.TRANSFER, publicity, days);
    }
}
