package org.gavel.exchange.engine.listing;

import java.time.Duration;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.AnnounceListing;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.ExportClass;
import org.gavel.protocol.value.ListingExtension;
import org.gavel.protocol.value.ListingTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.QuotesTerms;
import org.gavel.protocol.value.RelatedParties;
import org.gavel.protocol.value.SoftClose;

/**
 * The terms of a listing in the making: number 3, lot 7, 44万 with a deposit of 5万, 20 working days until 17:00, no
 * extension, five days for a decision, three for the deposit, five for the agreement, competition at once.
 */
final class ListingPlan {
    static final int LISTING = 3;
    static final int LOT = 7;

    private int listing = LISTING;
    private LotPlan lot = LotPlan.lot(LOT).step(MarketFixture.wan(1)).lasts(3_600);
    private Money price = MarketFixture.wan(44);
    private Money deposit = MarketFixture.wan(5);
    private boolean quotes;
    private SoftClose softClose = SoftClose.NONE;
    private RelatedParties related = RelatedParties.DISCLOSED;
    private int days = 20;
    private Duration closing = Duration.ofHours(17);
    private ListingExtension extension = ListingExtension.NONE;
    private boolean silence;
    private Duration opening = Duration.ZERO;

    static ListingPlan listing() {
        return new ListingPlan();
    }

    ListingPlan numbered(int number, int ofLot) {
        listing = number;
        lot = LotPlan.lot(ofLot).step(MarketFixture.wan(1)).lasts(3_600);
        return this;
    }

    ListingPlan lot(LotPlan plan) {
        lot = plan;
        return this;
    }

    ListingPlan price(Money amount) {
        price = amount;
        return this;
    }

    ListingPlan deposit(Money amount) {
        deposit = amount;
        return this;
    }

    /** Quotes in whole 万 decide it. */
    ListingPlan quotes(SoftClose rule) {
        quotes = true;
        softClose = rule;
        return this;
    }

    ListingPlan excludesRelated() {
        related = RelatedParties.EXCLUDED;
        return this;
    }

    ListingPlan days(int count) {
        days = count;
        return this;
    }

    ListingPlan closing(Duration hour) {
        closing = hour;
        return this;
    }

    ListingPlan extended(int cycleDays, int most, int fewerThan) {
        return extended(cycleDays, most, fewerThan, ListingExtension.ANY_DAY);
    }

    ListingPlan extended(int cycleDays, int most, int fewerThan, Day until) {
        extension = new ListingExtension(cycleDays, most, until, fewerThan);
        return this;
    }

    ListingPlan silenceQualifies() {
        silence = true;
        return this;
    }

    ListingPlan opensAt(Duration hour) {
        opening = hour;
        return this;
    }

    AnnounceListing announcement() {
        LotPlan plan = lot.deposit(deposit);
        plan = quotes ? plan.phases(new QuotesTerms(price, MarketFixture.wan(1), softClose)) : plan.start(price);
        Admission rule = new Admission(false, true, 0, related, ExportClass.UNCLASSIFIED, false, "");
        ListingTerms terms = new ListingTerms(days, closing, extension, 5, silence, 3, 5, opening);
        return new AnnounceListing(listing, plan.announcement().with(rule), price, terms);
    }
}
