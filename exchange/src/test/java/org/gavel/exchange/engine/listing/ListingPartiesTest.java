package org.gavel.exchange.engine.listing;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.SELLER;
import static org.gavel.exchange.engine.MarketFixture.wan;
import static org.gavel.exchange.engine.listing.ListingPlan.LOT;
import static org.gavel.exchange.engine.listing.ListingPlan.listing;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.rulebook.Law;
import org.gavel.protocol.command.DescribeParticipant;
import org.gavel.protocol.command.MarkParty;
import org.gavel.protocol.command.MarkRelation;
import org.gavel.protocol.command.PostponeLot;
import org.gavel.protocol.command.SubmitEnvelope;
import org.gavel.protocol.event.ListingOutcome;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.AdmissionState;
import org.gavel.protocol.value.ExclusionCause;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Residence;
import org.gavel.protocol.value.SaleBasis;
import org.gavel.protocol.value.SealedPricing;
import org.gavel.protocol.value.SealedTerms;
import org.gavel.protocol.value.SellerCategory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who counts as a party of a listing, and the competition that two or more of them open. */
final class ListingPartiesTest {
    private static final String CLOSE = "2026-03-27T17:00";
    private static final String OPENING = "2026-03-30T10:00";

    private final ListingMarket listings = new ListingMarket();

    @AfterEach
    void everyReplayIsEqual() {
        listings.replaysEqual();
    }

    @Test
    void before7ADeclaredPartysMarkWentAndKeptItsAgreement() {
        ListingMarket before = new ListingMarket(Law.venue("2026-03-02T10:00", 6));
        before.announce(listing()).declare(ALICE);
        before.staff(new MarkParty(LOT, ALICE, ExclusionCause.RELATED_PARTY, REASON));
        before.qualify(ALICE).done().hold(ALICE).done();
        before.tick(CLOSE);
        before.staff(unmark(ALICE)).done().conclude().refused(RejectReason.DECLARED_PARTY_UNMARKED);
    }

    private static MarkParty unmark(int participant) {
        return new MarkParty(LOT, participant, ExclusionCause.NONE, REASON);
    }

    @Test
    void aRelationOnRecordCountsAsADeclaredOne() {
        listings.market.staff(new MarkRelation(SELLER, ALICE, true, REASON));
        listings.announce(listing()).register(ALICE, Money.ZERO);
        listings.qualify(ALICE).refused(RejectReason.DECLARED_PARTY_UNMARKED);
        listings.staff(new MarkParty(LOT, ALICE, ExclusionCause.RELATED_PARTY, REASON));
        listings.qualify(ALICE).done();
        listings.staff(unmark(ALICE)).refused(RejectReason.DECLARED_PARTY_UNMARKED);
    }

    @Test
    void before7ARelationOnRecordDidNot() {
        ListingMarket before = new ListingMarket(Law.venue("2026-03-02T10:00", 6));
        before.market.staff(new MarkRelation(SELLER, ALICE, true, REASON));
        before.announce(listing()).party(ALICE);
    }

    @Test
    void theMarkOfOneNumberIsThatOfThePerson() {
        describeAsOne(ALICE, BOB);
        listings.announce(listing()).declare(ALICE);
        listings.staff(new MarkParty(LOT, BOB, ExclusionCause.RELATED_PARTY, REASON));
        listings.qualify(ALICE).done();
    }

    private void describeAsOne(int... participants) {
        for (int participant : participants) {
            listings.market.staff(new DescribeParticipant(participant, "acme", Residence.MAINLAND, false));
        }
    }

    /** 网拍规定 art. 24: neither do they make anybody wait for a decision on them. */
    @Test
    void whoForfeitedBeforeRegistersNoIntention() {
        relistedAfterAForfeit(listings).register(ALICE, Money.ZERO).refused(RejectReason.DEFAULTER_BARRED);
        listings.register(BOB, Money.ZERO).done();
    }

    @Test
    void before7TheyDid() {
        ListingMarket before = new ListingMarket(Law.venue("2026-03-02T10:00", 6));
        relistedAfterAForfeit(before).register(ALICE, Money.ZERO).done();
    }

    /** Alice sent an envelope for lot 1 and never opened it; the listing offers that again. */
    private static ListingMarket relistedAfterAForfeit(ListingMarket listed) {
        Duration minute = Duration.ofMinutes(1);
        MarketFixture market = listed.market;
        market.open(LotPlan.lot(1)
                .phases(new SealedTerms(wan(44), minute, minute, SealedPricing.FIRST, 0, 1))
                .deposit(wan(1)));
        market.hold(ALICE)
                .by(ALICE, new SubmitEnvelope(1, 0, "ab".repeat(32), ""))
                .expectAccepted();
        listed.tick("2026-03-02T11:00");
        SaleBasis again = new SaleBasis(SellerCategory.PRIVATE, false, Money.ZERO, "", 1, 0);
        LotPlan lot = LotPlan.lot(LOT).step(wan(1)).lasts(3_600).under("PRIVATE_SALE", again);
        return listed.announce(listing().lot(lot)).done();
    }

    /** The party left would have the lot at the list price, although it offered more for an agreement. */
    @Test
    void aPartyKeptOutBeforeTheCompetitionOpensIsNoBidder() {
        listings.announce(listing().opensAt(Duration.ofHours(10)))
                .party(ALICE, wan(60))
                .party(BOB);
        listings.tick(CLOSE);
        listings.staff(new MarkParty(LOT, BOB, ExclusionCause.CONSIGNOR_AGENT, REASON));
        listings.tick(OPENING);
        listings.market.on(LOT).bid(ALICE, wan(44)).expectAccepted();
        listings.tick("2026-03-30T11:00");
        assertEquals(PassCause.MIN_BIDDERS, listings.only(LotPassed.class).cause());
    }

    @Test
    void aPartyKeptOutOnceTheBiddingHasBegunWasABidder() {
        listings.announce(listing().opensAt(Duration.ofHours(10))).party(ALICE).party(BOB);
        listings.tick(OPENING);
        listings.market.decide(BOB, AdmissionState.BARRED);
        listings.market.on(LOT).bid(ALICE, wan(44)).expectAccepted();
        listings.tick("2026-03-30T11:00").sold(ALICE, wan(44));
    }

    @Test
    void aPartyLetInAgainBeforeTheCloseIsABidder() {
        listings.announce(listing().opensAt(Duration.ofHours(10))).party(ALICE).party(BOB);
        listings.tick(CLOSE).market.decide(BOB, AdmissionState.SUSPENDED);
        listings.tick(OPENING);
        listings.market.decide(BOB, AdmissionState.VERIFIED);
        listings.market.on(LOT).bid(ALICE, wan(44)).expectAccepted();
        listings.tick("2026-03-30T11:00").sold(ALICE, wan(44));
    }

    @Test
    void theCompetitionOpensWhenItWasAnnouncedAndNotBefore() {
        listings.announce(listing().opensAt(Duration.ofHours(10))).party(ALICE).party(BOB);
        listings.tick(CLOSE);
        MarketFixture market = listings.market.on(LOT);
        market.open().expectRefused(RejectReason.OPENING_ANNOUNCED);
        market.staff(new PostponeLot(LOT, Law.at("2026-03-30T09:59"), REASON));
        market.expectRefused(RejectReason.OPENING_ANNOUNCED);
        market.staff(new PostponeLot(LOT, 0, REASON)).expectAccepted();
        market.open().expectRefused(RejectReason.OPENING_ANNOUNCED);
        listings.at(OPENING).market.open().expectAccepted();
    }

    @Test
    void before7TheClerkOpenedItSooner() {
        ListingMarket before = new ListingMarket(Law.venue("2026-03-02T10:00", 6));
        before.announce(listing().opensAt(Duration.ofHours(10))).party(ALICE).party(BOB);
        before.tick(CLOSE).market.on(LOT).open().expectAccepted();
    }

    @Test
    void theNumberOfItsPartiesIsLeftToTheLaw() {
        SaleBasis three = new SaleBasis(SellerCategory.PRIVATE, false, Money.ZERO, "", 0, 3);
        LotPlan lot = LotPlan.lot(LOT).step(wan(1)).lasts(3_600).under("PRIVATE_SALE", three);
        listings.announce(listing().lot(lot)).refused(RejectReason.PARTIES_BY_LAW);
    }

    /** Auction Law art. 29: parties have been found, so one person takes the lot back no more. */
    @Test
    void twoPersonsAloneEndTheCompetitionBeforeItOpens() {
        competition(listings).refused(RejectReason.WITHDRAWAL_TOO_LATE);
        listings.market.terminate().expectAccepted();
        assertEquals(0, listings.held(ALICE) + listings.held(BOB));
    }

    @Test
    void before7OnePersonTookItBack() {
        competition(new ListingMarket(Law.venue("2026-03-02T10:00", 6))).done();
    }

    private static ListingMarket competition(ListingMarket listed) {
        listed.announce(listing().opensAt(Duration.ofHours(10))).party(ALICE).party(BOB);
        listed.tick(CLOSE);
        assertEquals(ListingOutcome.COMPETITION, listed.closed().outcome());
        listed.market.on(LOT).withdraw();
        return listed;
    }

    @Test
    void whomTheVenueHasBarredListsNothing() {
        listings.market.decide(SELLER, AdmissionState.BARRED);
        listings.announce(listing()).refused(RejectReason.PARTICIPANT_BARRED);
    }
}
