package org.gavel.exchange.engine.listing;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.wan;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.gavel.exchange.engine.listing.ListingPlan.LISTING;
import static org.gavel.exchange.engine.listing.ListingPlan.LOT;
import static org.gavel.exchange.engine.listing.ListingPlan.listing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.rulebook.Law;
import org.gavel.protocol.command.ApplyForLot;
import org.gavel.protocol.command.ConcludeAgreement;
import org.gavel.protocol.command.InstallCalendar;
import org.gavel.protocol.command.MarkParty;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.PostponeLot;
import org.gavel.protocol.command.TerminateListing;
import org.gavel.protocol.command.TerminateLot;
import org.gavel.protocol.command.VoidLot;
import org.gavel.protocol.command.WithdrawListing;
import org.gavel.protocol.event.AgreementDue;
import org.gavel.protocol.event.DepositAsked;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.DisclosureEnded;
import org.gavel.protocol.event.ExtensionCause;
import org.gavel.protocol.event.IntentionLapsed;
import org.gavel.protocol.event.IntentionRegistered;
import org.gavel.protocol.event.LapseCause;
import org.gavel.protocol.event.ListingAnnounced;
import org.gavel.protocol.event.ListingClosed;
import org.gavel.protocol.event.ListingExtended;
import org.gavel.protocol.event.ListingOutcome;
import org.gavel.protocol.event.ListingResumed;
import org.gavel.protocol.event.ListingSuspended;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotVoided;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.QualificationDecided;
import org.gavel.protocol.event.RelatedPartyDisclosed;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.ExclusionCause;
import org.gavel.protocol.value.HolidayCalendar;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.SourceMark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The course of a listing: {@code market-rules} 2.3, MR-T29, T32, T33, T35. */
final class ListingTest {
    private static final Day MARCH_27 = Day.parse("2026-03-27");
    private static final String CLOSE = "2026-03-27T17:00";

    private ListingMarket listings = new ListingMarket();

    @AfterEach
    void everyReplayIsEqual() {
        listings.replaysEqual();
    }

    @Test
    void disclosesTwentyWorkingDaysAndExtendsByFiveMrT32() {
        listings.announce(listing().extended(5, 2, 1)).done();
        ListingAnnounced announced = listings.only(ListingAnnounced.class);
        assertEquals(MARCH_27, announced.lastDay());
        assertEquals(Law.at(CLOSE), announced.closesAt());
        listings.tick(CLOSE)
                .expect(new ListingExtended(
                        LISTING, LOT, 1, Day.parse("2026-04-03"), Law.at("2026-04-03T17:00"), ExtensionCause.CYCLE));
        listings.tick("2026-04-03T17:00");
        assertEquals(
                Day.parse("2026-04-13"), listings.only(ListingExtended.class).lastDay(), "Qingming is off");
        listings.tick("2026-04-13T17:00")
                .expect(
                        new ListingClosed(LISTING, LOT, ListingOutcome.NO_PARTY, 0, 0, Law.at("2026-04-13T17:00"), ""),
                        new LotPassed(LOT, PassCause.NO_PARTY, 0, Law.at("2026-04-13T17:00")));
    }

    @Test
    void endsAtMidnightWhereNoHourIsSaidAndStaysOnItsCalendar() {
        listings.announce(listing().closing(Duration.ofHours(24)).extended(5, 1, 1));
        listings.tick("2026-03-28T00:00");
        assertEquals(
                Day.parse("2026-04-03"), listings.only(ListingExtended.class).lastDay());
    }

    @Test
    void beginsNoCycleThatWouldEndTooLate() {
        listings.announce(listing().extended(5, 9, 1, Day.parse("2026-04-10"))).done();
        listings.tick(CLOSE);
        listings.tick("2026-04-03T17:00");
        assertEquals(ListingOutcome.NO_PARTY, listings.closed().outcome());
    }

    @Test
    void agreesWithItsOnlyPartyAtTheHigherOfListPriceAndOfferMrT29() {
        listings.announce(listing()).party(ALICE, wan(46));
        listings.tick(CLOSE).expect(new AgreementDue(LISTING, LOT, ALICE, 1, wan(46), Law.at("2026-04-03T17:00")));
        listings.at("2026-03-30T10:00").conclude();
        listings.expect(
                new ListingClosed(LISTING, LOT, ListingOutcome.AGREED, 1, 0, Law.at("2026-03-30T10:00"), REASON),
                new LotAwarded(LOT, ALICE, 1, wan(46), 0, Law.at("2026-03-30T10:00")));
        assertEquals(wan(5).fen(), listings.held(ALICE), "the winner's deposit stays held for the settlement");
        listings.conclude().refused(RejectReason.LISTING_OVER);
    }

    @Test
    void anOfferBelowTheListPriceAgreesAtTheListPrice() {
        listings.announce(listing()).party(ALICE, wan(40));
        listings.tick(CLOSE);
        assertEquals(wan(44), listings.only(AgreementDue.class).price());
        listings.offer(ALICE, wan(45));
        assertEquals(wan(45), listings.only(AgreementDue.class).price(), "the party may offer more");
        listings.offer(ALICE, wan(45)).refused(RejectReason.OFFER_NOT_HIGHER, wan(45).fen());
        listings.conclude().sold(ALICE, wan(45));
    }

    @Test
    void anAgreementNobodyConcludesLapsesAndFreesTheDeposit() {
        listings.announce(listing()).party(ALICE);
        listings.tick(CLOSE);
        listings.tick("2026-04-03T17:00");
        assertEquals(ListingOutcome.NO_AGREEMENT, listings.closed().outcome());
        assertEquals(PassCause.NO_AGREEMENT, listings.only(LotPassed.class).cause());
        assertEquals(0, listings.held(ALICE));
    }

    @Test
    void anAgreementNeedsTwoPersonsAndAPartyWhoMayStillBuy() {
        listings.announce(listing()).party(ALICE);
        listings.conclude().refused(RejectReason.NO_AGREEMENT_DUE);
        listings.tick(CLOSE);
        listings.market.approved(0, new ConcludeAgreement(LISTING, REASON));
        listings.refused(RejectReason.APPROVER_NEEDED);
        listings.market.approved(MarketFixture.CLERK, new ConcludeAgreement(LISTING, REASON));
        listings.refused(RejectReason.SAME_APPROVER);
        listings.staff(new MarkParty(LOT, ALICE, ExclusionCause.DEFAULTER, REASON))
                .done();
        listings.conclude();
        assertEquals(RejectReason.DEFAULTER_BID, listings.market.request().reason());
    }

    @Test
    void anAwardByAgreementCanBeAnnulledInItsObjectionPeriod() {
        listings.announce(listing().lot(LotPlan.lot(LOT).step(wan(1)).objections(86_400)))
                .party(ALICE);
        listings.tick(CLOSE);
        listings.at("2026-03-30T10:00").conclude().done();
        listings.at("2026-03-31T09:00").market.approved(new VoidLot(LOT, REASON));
        listings.expect(new LotVoided(LOT, ALICE, 1, wan(44), REASON), new DepositReleased(LOT, ALICE, wan(5)));
    }

    @Test
    void opensTheAnnouncedCompetitionByItselfWithTwoParties() {
        listings.announce(listing()).party(ALICE).party(BOB, wan(50));
        listings.tick(CLOSE);
        long close = Law.at(CLOSE);
        assertEquals(
                new ListingClosed(LISTING, LOT, ListingOutcome.COMPETITION, 2, close, close, ""), listings.closed());
        assertEquals(close + 3_600_000_000L, listings.only(LotOpened.class).closesAt());
        listings.market.on(LOT).bid(CAROL, wan(44)).expectRefused(RejectReason.NOT_QUALIFIED);
        listings.market.bid(ALICE, wan(44)).expectAccepted().bid(BOB, wan(45)).expectAccepted();
        listings.tick("2026-03-27T18:00").sold(BOB, wan(45));
        assertEquals(0, listings.held(ALICE));
        assertEquals(wan(5).fen(), listings.held(BOB));
    }

    @Test
    void opensAtTheAnnouncedHourOfTheNextWorkingDay() {
        listings.announce(listing().opensAt(Duration.ofHours(10))).party(ALICE).party(BOB);
        listings.tick(CLOSE);
        assertEquals(Law.at("2026-03-30T10:00"), listings.closed().opensAt(), "the Monday after that Friday");
        listings.hold(CAROL).refused(RejectReason.LISTING_OVER);
        listings.tick("2026-03-30T10:00").only(LotOpened.class);
    }

    @Test
    void registersIntentionsOneByOneInTheirOrder() {
        listings.announce(listing()).register(BOB, Money.ZERO).done();
        assertEquals(1, listings.only(IntentionRegistered.class).number());
        listings.at("2026-03-03T09:00").market.by(ALICE, new ApplyForLot(LOT, 0));
        IntentionRegistered second = listings.only(IntentionRegistered.class);
        assertEquals(2, second.number(), "applying for a listed lot registers with its listing");
        assertEquals(Law.at("2026-03-10T17:00"), second.decideBy());
        listings.register(ALICE, wan(50)).refused(RejectReason.INTENTION_EXISTS, 2);
        listings.at("2026-03-27T16:59:59.999999").register(CAROL, Money.ZERO).done();
    }

    @Test
    void registersNobodyAtTheClosingInstant() {
        listings.announce(listing()).register(BOB, Money.ZERO);
        listings.at(CLOSE).register(CAROL, Money.ZERO).refused(RejectReason.LISTING_OVER);
    }

    @Test
    void whoDoesNotPayInTimeLosesThePlace() {
        listings.announce(listing()).register(ALICE, Money.ZERO).qualify(ALICE);
        assertEquals(
                Law.at("2026-03-05T17:00"), listings.only(DepositAsked.class).payBy());
        listings.tick("2026-03-05T17:00")
                .expect(
                        new QualificationDecided(LOT, ALICE, false, "The deposit was not held in time."),
                        new IntentionLapsed(LISTING, LOT, ALICE, 1, LapseCause.DEPOSIT_LATE));
        listings.hold(ALICE).refused(RejectReason.PLACE_LOST);
        listings.qualify(ALICE).refused(RejectReason.PLACE_LOST);
        listings.offer(ALICE, wan(50)).refused(RejectReason.PLACE_LOST);
        listings.tick(CLOSE);
        assertEquals(ListingOutcome.NO_PARTY, listings.closed().outcome());
    }

    @Test
    void waitsAfterTheDisclosureForDecisionsAndDeposits() {
        listings.announce(listing()).party(ALICE);
        listings.at("2026-03-27T16:00").register(BOB, Money.ZERO).register(CAROL, Money.ZERO);
        listings.tick(CLOSE).expect(new DisclosureEnded(LISTING, LOT, Law.at(CLOSE)));
        listings.at("2026-03-30T10:00").refuse(CAROL).done().qualify(BOB).done();
        listings.at("2026-04-01T09:00").hold(BOB).done();
        assertEquals(ListingOutcome.COMPETITION, listings.closed().outcome());
        assertEquals(Law.at("2026-04-01T09:00"), listings.closed().closedAt());
    }

    @Test
    void whatNobodyDecidesLapsesOrCountsAsGrantedAsAnnounced() {
        listings.announce(listing()).register(ALICE, Money.ZERO);
        listings.tick("2026-03-09T17:00");
        assertEquals(LapseCause.UNDECIDED, listings.only(IntentionLapsed.class).cause());
        ListingMarket silent = new ListingMarket();
        silent.announce(listing().silenceQualifies()).register(ALICE, Money.ZERO);
        silent.tick("2026-03-09T17:00");
        assertTrue(silent.only(DepositAsked.class).bySilence());
        silent.hold(ALICE).done().replaysEqual();
    }

    @Test
    void aLegalPersonRegistersOnceWhateverNumbersItHas() {
        listings.market.describeAsOne(ALICE, BOB);
        listings.announce(listing()).party(ALICE);
        listings.register(BOB, Money.ZERO).refused(RejectReason.INTENTION_EXISTS, 1);
    }

    @Test
    void twoPartiesThatTurnOutToBeOnePersonAreTheOnlyPartyAtItsBestOffer() {
        listings.announce(listing()).party(ALICE).party(BOB, wan(45));
        listings.market.describeAsOne(ALICE, BOB);
        listings.tick(CLOSE);
        AgreementDue due = listings.only(AgreementDue.class);
        assertEquals(BOB, due.participant());
        assertEquals(wan(45), due.price());
    }

    @Test
    void aLegalPersonHoldsOneDepositForAListedLot() {
        listings.announce(listing()).party(ALICE).register(BOB, Money.ZERO).qualify(BOB);
        listings.market.describeAsOne(ALICE, BOB);
        listings.hold(BOB).refused(RejectReason.PERSON_HAS_PADDLE, 1);
        listings.tick(CLOSE);
        assertEquals(ALICE, listings.only(AgreementDue.class).participant());
    }

    @Test
    void theFirstBehaviourCountedNumbers() {
        listings = new ListingMarket(Law.venue("2026-03-02T10:00", Behaviour.FIRST));
        listings.market.describeAsOne(ALICE, BOB);
        listings.announce(listing()).party(ALICE).party(BOB);
        listings.tick(CLOSE);
        assertEquals(ListingOutcome.COMPETITION, listings.closed().outcome());
    }

    @Test
    void aDeclaredRelationMustBeMarkedAndIsPublicWithoutTheNameMrT35() {
        listings.announce(listing()).declare(ALICE);
        listings.qualify(ALICE).refused(RejectReason.DECLARED_PARTY_UNMARKED);
        listings.staff(new MarkParty(LOT, ALICE, ExclusionCause.RELATED_PARTY, REASON));
        assertEquals(
                List.of(new RelatedPartyDisclosed(LOT, ALICE)), listings.market.events(RelatedPartyDisclosed.class));
        listings.qualify(ALICE).done().hold(ALICE).done();
        listings.tick(CLOSE);
        listings.staff(new MarkParty(LOT, ALICE, ExclusionCause.NONE, REASON))
                .refused(RejectReason.DECLARED_PARTY_UNMARKED);
        listings.conclude().done();
    }

    @Test
    void aRelatedPartyIsExcludedWhereTheLotSaysSo() {
        listings.announce(listing().excludesRelated()).declare(ALICE);
        listings.staff(new MarkParty(LOT, ALICE, ExclusionCause.RELATED_PARTY, REASON));
        listings.qualify(ALICE);
        assertEquals(RejectReason.RELATED_PARTY_BID, listings.market.request().reason());
    }

    @Test
    void aPartyMarkedAfterItsDepositDoesNotCount() {
        listings.announce(listing()).party(ALICE).party(BOB);
        listings.staff(new MarkParty(LOT, BOB, ExclusionCause.STAFF, REASON)).done();
        listings.tick(CLOSE);
        assertEquals(ALICE, listings.only(AgreementDue.class).participant());
        listings.conclude().done();
        assertEquals(0, listings.held(BOB), "what is not the winner's is free at the end");
    }

    @Test
    void resumesForTheDaysLeftAndNotFewerThanTheRulebookAsksMrT33() {
        listings.announce(StateProperty.listed(wan(1000)));
        listings.at("2026-03-18T10:00").suspend().done();
        assertEquals(10, listings.only(ListingSuspended.class).daysLeft(), "twelve of twenty are done");
        listings.register(ALICE, Money.ZERO).refused(RejectReason.LISTING_SUSPENDED);
        listings.at("2026-03-25T10:00").resume();
        ListingResumed resumed = listings.only(ListingResumed.class);
        assertEquals(Day.parse("2026-04-08"), resumed.lastDay(), "ten working days from the 25th on");
        assertEquals(Law.at("2026-04-08T17:00"), resumed.closesAt());
    }

    @Test
    void whatGoesOnAfterTheDisclosureDoesNotMoveItsLastDay() {
        assertEquals(Day.parse("2026-03-27"), resumedAfterTheDisclosure().lastDay());
        listings = new ListingMarket(Law.venue("2026-03-02T10:00", 5));
        assertEquals(Day.parse("2026-04-07"), resumedAfterTheDisclosure().lastDay(), "the agreement's, before 6");
    }

    private ListingResumed resumedAfterTheDisclosure() {
        listings.announce(listing()).party(ALICE);
        listings.at("2026-03-30T10:00").suspend().done();
        listings.resume();
        return listings.only(ListingResumed.class);
    }

    @Test
    void aSuspensionStopsTheTermsOfParties() {
        listings.announce(listing()).register(ALICE, Money.ZERO).qualify(ALICE);
        listings.at("2026-03-04T10:00").suspend();
        listings.tick("2026-03-20T10:00").expect();
        listings.hold(ALICE).refused(RejectReason.LISTING_SUSPENDED);
        listings.resume().done();
        listings.at("2026-03-25T16:59").hold(ALICE).done();
    }

    @Test
    void twoPersonsTerminateItWhateverItsState() {
        listings.announce(listing()).party(ALICE).suspend();
        listings.market.approved(0, new TerminateListing(LISTING, REASON));
        listings.refused(RejectReason.APPROVER_NEEDED);
        listings.market.approved(new TerminateListing(LISTING, REASON));
        assertEquals(ListingOutcome.TERMINATED, listings.closed().outcome());
        assertEquals(0, listings.held(ALICE));
        listings.tick("2026-05-01T10:00").expect();
    }

    @Test
    void itIsWithdrawnOnlyBeforeAnybodyRegistered() {
        listings.announce(listing()).register(ALICE, Money.ZERO);
        listings.staff(new WithdrawListing(LISTING, REASON)).refused(RejectReason.INTENTIONS_REGISTERED, 1);
        ListingMarket quiet = new ListingMarket();
        quiet.announce(listing()).staff(new WithdrawListing(LISTING, REASON));
        assertEquals(ListingOutcome.WITHDRAWN, quiet.closed().outcome());
    }

    @Test
    void anExtensionWithoutACalendarStandsStillUntilThereIsOne() {
        listings.at("2026-12-15T10:00")
                .announce(listing().days(10).extended(5, 1, 1))
                .done();
        listings.tick("2026-12-28T17:00");
        assertTrue(listings.only(ListingSuspended.class).reason().contains("2027"));
        listings.resume().refused(RejectReason.CALENDAR_MISSING, 2027);
        HolidayCalendar next =
                new HolidayCalendar(2027, 1, List.of(Day.parse("2027-01-01")), List.of(), "test", SourceMark.P);
        listings.staff(new InstallCalendar(next, REASON)).done();
        listings.at("2026-12-29T10:00").resume().done();
        assertEquals(
                Day.parse("2027-01-06"), listings.only(ListingExtended.class).lastDay());
    }

    @Test
    void theSecondListingOfALotsThingFollowsTheRulebookMrT31() {
        listings.announce(StateProperty.listed(yuan(9_999_900)))
                .refused(RejectReason.START_BELOW_APPRAISAL, wan(1000).fen());
        listings.announce(StateProperty.listed(wan(1000)).days(19))
                .refused(RejectReason.DISCLOSURE_TOO_SHORT, 20260327);
        listings.announce(StateProperty.listed(wan(1000)).extended(4, 1, 1)).refused(RejectReason.CYCLE_TOO_SHORT, 5);
        listings.announce(StateProperty.listed(wan(1000))).done();
        listings.tick(CLOSE);
        listings.at("2026-04-01T10:00")
                .announce(StateProperty.relisted(yuan(8_999_900), ""))
                .refused(RejectReason.APPROVAL_MISSING, wan(900).fen());
        listings.announce(StateProperty.relisted(wan(900), "").days(19))
                .refused(RejectReason.DISCLOSURE_TOO_SHORT, 20260429);
        listings.announce(StateProperty.relisted(yuan(8_999_900), "国资批〔2026〕7号"))
                .done();
    }

    @Test
    void oneTransfereeOfStatePropertyAgreesThoughACompetitionNeedsTwo() {
        listings.announce(StateProperty.listed(wan(1000))).party(ALICE);
        listings.tick(CLOSE);
        listings.conclude().sold(ALICE, wan(1000));
    }

    @Test
    void theLotIsInTheHandsOfItsListing() {
        listings.announce(listing()).done();
        MarketFixture market = listings.market.on(LOT);
        market.open();
        listings.refused(RejectReason.LOT_LISTED, LISTING);
        market.withdraw();
        listings.refused(RejectReason.LOT_LISTED, LISTING);
        market.approved(new TerminateLot(LOT, REASON));
        listings.refused(RejectReason.LOT_LISTED, LISTING);
        market.staff(new PostponeLot(LOT, 0, REASON));
        listings.refused(RejectReason.LOT_LISTED, LISTING);
        market.roadshow(1, 60, LOT);
        listings.refused(RejectReason.LOT_LISTED, LISTING);
        market.by(ALICE, new PlaceBid(LOT, 0, wan(44)));
        assertEquals(RejectReason.LOT_NOT_OPEN, market.request().reason());
    }
}
