package org.gavel.exchange.engine.listing;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.SELLER;
import static org.gavel.exchange.engine.MarketFixture.wan;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.gavel.exchange.engine.listing.ListingPlan.LISTING;
import static org.gavel.exchange.engine.listing.ListingPlan.LOT;
import static org.gavel.exchange.engine.listing.ListingPlan.listing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.rulebook.Law;
import org.gavel.protocol.command.AnnounceListing;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.ConcludeAgreement;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.OfferPrice;
import org.gavel.protocol.command.QualifyBidder;
import org.gavel.protocol.command.RegisterIntention;
import org.gavel.protocol.command.ResumeListing;
import org.gavel.protocol.command.TerminateListing;
import org.gavel.protocol.command.WithdrawListing;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.ListingExtension;
import org.gavel.protocol.value.ListingTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.ReverseRoundsTerms;
import org.gavel.protocol.value.SharesPricing;
import org.gavel.protocol.value.SharesTerms;
import org.gavel.protocol.value.StepRoundsTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a listing refuses: each with its code, and nothing changed. */
final class ListingRefusalTest {
    private final ListingMarket listings = new ListingMarket();

    @AfterEach
    void everyReplayIsEqual() {
        listings.replaysEqual();
    }

    @Test
    void whatNobodyAnnounced() {
        listings.register(ALICE, Money.ZERO).refused(RejectReason.LISTING_UNKNOWN);
        listings.offer(ALICE, wan(50)).refused(RejectReason.LISTING_UNKNOWN);
        listings.suspend().refused(RejectReason.LISTING_UNKNOWN);
        listings.resume().refused(RejectReason.LISTING_UNKNOWN);
        listings.conclude().refused(RejectReason.LISTING_UNKNOWN);
        listings.staff(new WithdrawListing(LISTING, REASON)).refused(RejectReason.LISTING_UNKNOWN);
        listings.market.approved(new TerminateListing(LISTING, REASON));
        listings.refused(RejectReason.LISTING_UNKNOWN);
    }

    @Test
    void numbersThatAreTaken() {
        listings.announce(listing()).done();
        listings.announce(listing().numbered(LISTING, 8)).refused(RejectReason.LISTING_EXISTS);
        listings.announce(listing().numbered(4, LOT)).refused(RejectReason.LOT_EXISTS);
        listings.announce(listing().numbered(7, 3)).done();
    }

    @Test
    void aListPriceOtherThanTheCompetitionsLeast() {
        AnnounceListing given = listing().announcement();
        listings.staff(new AnnounceListing(LISTING, given.lot(), wan(43), given.terms()))
                .refused(RejectReason.LIST_PRICE_UNFIT, wan(44).fen());
        AnnounceLot reserved = given.lot().with(new Reserve(wan(46), false, ""));
        listings.staff(new AnnounceListing(LISTING, reserved, wan(44), given.terms()))
                .refused(RejectReason.LIST_PRICE_UNFIT, wan(46).fen());
        listings.staff(new AnnounceListing(LISTING, reserved, wan(46), given.terms()))
                .done();
    }

    @Test
    void aListPriceBelowTheFirstRoundOfPriceSteps() {
        AnnounceListing given = listing().announcement();
        Duration minute = Duration.ofMinutes(1);
        AnnounceLot rounds = LotPlan.lot(LOT)
                .deposit(wan(5))
                .qualification(0)
                .phases(new StepRoundsTerms(wan(40), wan(4), minute, Duration.ZERO, Duration.ZERO, false))
                .announcement();
        listings.staff(new AnnounceListing(LISTING, rounds, wan(40), given.terms()))
                .refused(RejectReason.LIST_PRICE_UNFIT, wan(44).fen());
        listings.staff(new AnnounceListing(LISTING, rounds, wan(44), given.terms()))
                .done();
    }

    @Test
    void phasesInWhichPricesFallOrManyWin() {
        Duration minute = Duration.ofMinutes(1);
        LotPlan falling = LotPlan.lot(LOT)
                .phases(new ReverseRoundsTerms(wan(44), false, wan(1), minute, List.of(minute), minute));
        listings.announce(listing().lot(falling)).refused(RejectReason.LISTING_PHASES_UNFIT, 1);
        LotPlan divided =
                LotPlan.lot(LOT).phases(new SharesTerms(100, yuan(100), 1, minute, SharesPricing.UNIFORM, minute));
        listings.announce(listing().lot(divided)).refused(RejectReason.LISTING_PHASES_UNFIT, 1);
    }

    @Test
    void aDisclosureInAYearWithoutACalendar() {
        listings.at("2026-12-20T10:00").announce(listing()).refused(RejectReason.CALENDAR_MISSING, 2027);
    }

    @Test
    void aDisclosureWhoseHourHasPassed() {
        listings.at("2026-03-02T17:00")
                .announce(listing().days(1))
                .refused(RejectReason.DISCLOSURE_TOO_SHORT, 20260303);
        listings.announce(listing().days(2)).done();
    }

    @Test
    void whoeverMayNotTakePart() {
        listings.announce(listing());
        listings.register(SELLER, Money.ZERO);
        assertEquals(RejectReason.CONSIGNOR_BID, listings.market.request().reason());
        listings.register(99, Money.ZERO).refused(RejectReason.PARTICIPANT_UNKNOWN);
        listings.market.by(ALICE, new RegisterIntention(LISTING, BOB, Money.ZERO, false));
        listings.refused(RejectReason.NOT_YOUR_ACCOUNT);
        listings.market.by(ALICE, new OfferPrice(LISTING, BOB, wan(50)));
        listings.refused(RejectReason.NOT_YOUR_ACCOUNT);
        listings.hold(ALICE).refused(RejectReason.INTENTION_UNKNOWN);
        listings.qualify(ALICE).refused(RejectReason.NOT_APPLIED);
        listings.staff(new QualifyBidder(LOT, 99, true, REASON)).refused(RejectReason.PARTICIPANT_UNKNOWN);
        listings.market.by(ALICE, new HoldDeposit(LOT, BOB));
        listings.refused(RejectReason.NOT_YOUR_ACCOUNT);
    }

    @Test
    void depositsBeforeTheDecisionAndTwice() {
        listings.announce(listing()).register(ALICE, Money.ZERO);
        listings.hold(ALICE).refused(RejectReason.NOT_QUALIFIED);
        listings.refuse(ALICE).hold(ALICE).refused(RejectReason.QUALIFICATION_REFUSED);
        listings.refuse(ALICE).refused(RejectReason.DECIDED_ALREADY);
        listings.qualify(ALICE).done().hold(ALICE).done().hold(ALICE).refused(RejectReason.DEPOSIT_HELD_ALREADY);
        listings.qualify(ALICE).refused(RejectReason.DECIDED_ALREADY);
    }

    @Test
    void aDepositNobodyCanPay() {
        listings.announce(listing().deposit(wan(100_000)));
        listings.register(ALICE, Money.ZERO).qualify(ALICE);
        long missing = wan(100_000).fen() - MarketFixture.WEALTH.fen();
        listings.hold(ALICE).refused(RejectReason.DEPOSIT_INSUFFICIENT, missing);
    }

    @Test
    void whatIsOver() {
        listings.announce(listing());
        listings.tick("2026-03-27T17:00");
        listings.register(ALICE, Money.ZERO).refused(RejectReason.LISTING_OVER);
        listings.suspend().refused(RejectReason.LISTING_OVER);
        listings.resume().refused(RejectReason.LISTING_OVER);
        listings.staff(new WithdrawListing(LISTING, REASON)).refused(RejectReason.LISTING_OVER);
        listings.market.approved(new TerminateListing(LISTING, REASON));
        listings.refused(RejectReason.LISTING_OVER);
        listings.market.approved(new ConcludeAgreement(LISTING, REASON));
        listings.refused(RejectReason.LISTING_OVER);
        listings.qualify(ALICE).refused(RejectReason.LISTING_OVER);
    }

    @Test
    void whatStandsStillOrDoesNot() {
        listings.announce(listing());
        listings.resume().refused(RejectReason.LISTING_NOT_SUSPENDED);
        listings.suspend().done().suspend().refused(RejectReason.LISTING_SUSPENDED);
        listings.conclude().refused(RejectReason.LISTING_SUSPENDED);
        listings.offer(ALICE, wan(50)).refused(RejectReason.LISTING_SUSPENDED);
    }

    @Test
    void lateComersWhileOthersAreWaitedFor() {
        listings.announce(listing()).register(BOB, Money.ZERO);
        listings.at("2026-03-09T10:00").qualify(BOB).hold(BOB);
        listings.at("2026-03-27T16:00").register(ALICE, Money.ZERO);
        listings.at("2026-03-27T17:00").register(13, Money.ZERO).refused(RejectReason.DISCLOSURE_OVER);
        listings.refuse(ALICE).done();
        listings.qualify(ALICE).refused(RejectReason.DISCLOSURE_OVER);
        listings.offer(ALICE, wan(99)).refused(RejectReason.DISCLOSURE_OVER);
        listings.offer(BOB, wan(99)).done();
    }

    @Test
    void announcementsThatContradictThemselves() {
        AnnounceListing given = listing().announcement();
        assertWrong("lot.opensAt", () -> {
            LotPlan plan = LotPlan.lot(LOT).opensAtMicros(Law.at("2026-04-01T10:00"));
            new AnnounceListing(LISTING, plan.announcement(), wan(44), given.terms());
        });
        assertWrong(
                "lot.admission.qualification",
                () -> new AnnounceListing(LISTING, given.lot().with(Admission.OPEN), wan(44), given.terms()));
        assertWrong(
                "lot.reserve.hidden",
                () -> new AnnounceListing(
                        LISTING, given.lot().with(new Reserve(wan(50), true, LotPlan.SALT)), wan(44), given.terms()));
        assertWrong("extension.days", () -> new ListingExtension(0, 0, Day.parse("2026-12-31"), 0));
        assertWrong("extension.mostCycles", () -> new ListingExtension(5, 0, ListingExtension.ANY_DAY, 1));
        assertWrong("terms.days", () -> terms(0, Duration.ofHours(17), Duration.ZERO));
        assertWrong("terms.closing", () -> terms(20, Duration.ofHours(25), Duration.ZERO));
        assertWrong("terms.closing", () -> terms(20, Duration.ZERO, Duration.ZERO));
        assertWrong("terms.opening", () -> terms(20, Duration.ofHours(17), Duration.ofHours(25)));
        assertThrows(InvalidValue.class, () -> new ResumeListing(LISTING, " "));
        assertThrows(InvalidValue.class, () -> new OfferPrice(LISTING, 0, Money.ZERO));
    }

    private static ListingTerms terms(int days, Duration closing, Duration opening) {
        return new ListingTerms(days, closing, ListingExtension.NONE, 0, false, 0, 0, opening);
    }

    private static void assertWrong(String field, org.junit.jupiter.api.function.Executable value) {
        InvalidValue problem = assertThrows(InvalidValue.class, value);
        assertEquals(RejectReason.BAD_FIELD, problem.reason());
        assertEquals(field, problem.field());
    }
}
