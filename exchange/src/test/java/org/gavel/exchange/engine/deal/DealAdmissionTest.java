package org.gavel.exchange.engine.deal;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.gavel.exchange.engine.deal.DealPlan.PUBLIC;
import static org.gavel.exchange.engine.deal.DealPlan.admitting;
import static org.gavel.exchange.engine.deal.DealPlan.deal;
import static org.gavel.exchange.engine.deal.DealPlan.licences;
import static org.gavel.exchange.engine.deal.DealPlan.negotiated;
import static org.gavel.exchange.engine.deal.DealPlan.shares;
import static org.gavel.exchange.engine.deal.DealPlan.use;
import static org.gavel.exchange.engine.deal.DealPlan.with;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.rulebook.Law;
import org.gavel.protocol.command.ApplyForLot;
import org.gavel.protocol.command.BuyNow;
import org.gavel.protocol.command.ConvertUse;
import org.gavel.protocol.command.DecideAdmission;
import org.gavel.protocol.command.DescribeParticipant;
import org.gavel.protocol.command.EndDeal;
import org.gavel.protocol.command.MakeOffer;
import org.gavel.protocol.command.MarkParty;
import org.gavel.protocol.command.PledgeShares;
import org.gavel.protocol.command.PublishDeal;
import org.gavel.protocol.command.QualifyBidder;
import org.gavel.protocol.command.RecordLicence;
import org.gavel.protocol.command.ResumeLot;
import org.gavel.protocol.event.ApplicationReceived;
import org.gavel.protocol.event.AwardWithheld;
import org.gavel.protocol.event.LicenceRecorded;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.PartyMarked;
import org.gavel.protocol.event.QualificationDecided;
import org.gavel.protocol.event.RelatedPartyDisclosed;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.AdmissionState;
import org.gavel.protocol.value.ExclusionCause;
import org.gavel.protocol.value.ExportClass;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.NeedTerms;
import org.gavel.protocol.value.OverSubscription;
import org.gavel.protocol.value.PublicityPlace;
import org.gavel.protocol.value.PublicityTerms;
import org.gavel.protocol.value.RelatedParties;
import org.gavel.protocol.value.Residence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may take part in a deal: the same rules and the same roll as of a lot. */
final class DealAdmissionTest {
    private static final int DEAL = 12;
    private static final Money PRICE = yuan(500);
    private static final BuyNow BUYS = new BuyNow(DEAL, 0, PRICE);
    private static final Admission RESTRICTED = export(ExportClass.RESTRICTED);

    private MarketFixture market = Law.venue("2026-03-02T10:00").on(DEAL);

    @AfterEach
    void replaysToTheSame() {
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    private static Admission export(ExportClass exports) {
        return new Admission(false, false, 0, RelatedParties.EXCLUDED, exports, false, "");
    }

    private static Admission qualified(long applyUntil) {
        return new Admission(false, true, applyUntil, RelatedParties.EXCLUDED, ExportClass.UNCLASSIFIED, false, "");
    }

    private void offered(Admission rule) {
        market.staff(admitting(rule, deal(DEAL, licences(PRICE, Money.ZERO, 0))))
                .expectAccepted();
    }

    private void lives(int who, Residence where) {
        market.staff(new DescribeParticipant(who, "", where, false)).expectAccepted();
    }

    private void negotiatedUnder(Admission rule) {
        market.staff(admitting(rule, with(ALICE, DEAL, negotiated(PRICE, PUBLIC))))
                .expectAccepted();
    }

    private MarketFixture publish(PublicityPlace place) {
        return market.staff(new PublishDeal(DEAL, place, "31"));
    }

    private MarketFixture licensed(int who) {
        return market.staff(new RecordLicence(DEAL, who, "意向书 7"));
    }

    /** 技术进出口管理条例: a restricted technology goes abroad with a licence on record alone. */
    @Test
    void aRestrictedTechnologyIsSoldAbroadWithALicenceOnRecordAlone() {
        offered(RESTRICTED);
        lives(ALICE, Residence.HONG_KONG);
        lives(BOB, Residence.MAINLAND);
        market.by(BOB, BUYS).expectAccepted();
        market.by(ALICE, BUYS).expectExcluded(ALICE, ExclusionCause.EXPORT_RESTRICTED);
        licensed(ALICE).expect(new LicenceRecorded(DEAL, ALICE, "意向书 7"));
        licensed(ALICE).expectRefused(RejectReason.DECIDED_ALREADY);
        market.by(ALICE, BUYS).expectAccepted();
    }

    @Test
    void whoeverNobodyHasSaidIsOfTheMainlandCountsAsAbroad() {
        offered(RESTRICTED);
        market.by(ALICE, BUYS).expectExcluded(ALICE, ExclusionCause.EXPORT_RESTRICTED);
    }

    @Test
    void aForbiddenTechnologyIsNotEvenAnnouncedForABuyerAbroad() {
        market.staff(admitting(export(ExportClass.FORBIDDEN), with(ALICE, DEAL, negotiated(PRICE, PUBLIC))))
                .expectRefused(RejectReason.EXPORT_FORBIDDEN)
                .expectNothingChanged();
        lives(ALICE, Residence.MAINLAND);
        negotiatedUnder(export(ExportClass.FORBIDDEN));
    }

    @Test
    void anAgreedDealIsMadePublicOnceTheLicenceIsOnRecord() {
        negotiatedUnder(RESTRICTED);
        publish(PublicityPlace.UNIT)
                .expectRefused(RejectReason.BUYER_NOT_ADMITTED, RejectReason.EXPORT_LICENCE_MISSING.code())
                .expectNothingChanged();
        licensed(ALICE);
        publish(PublicityPlace.UNIT).expectAccepted();
        publish(PublicityPlace.VENUE).expectAccepted();
        market.atMicros(Law.at("2026-03-18T00:00")).tick();
        assertEquals(1, market.events(LotAwarded.class).size());
    }

    /** Found abroad while the deal is public: nothing is awarded until the licence is on record. */
    @Test
    void anAwardToABuyerAbroadWaitsForTheLicence() {
        lives(ALICE, Residence.MAINLAND);
        negotiatedUnder(RESTRICTED);
        publish(PublicityPlace.UNIT);
        publish(PublicityPlace.VENUE).expectAccepted();
        lives(ALICE, Residence.FOREIGN);
        market.atMicros(Law.at("2026-03-18T00:00")).tick();
        market.expect(new AwardWithheld(DEAL, ALICE, RejectReason.EXPORT_LICENCE_MISSING));
        licensed(ALICE).expectAccepted();
        market.staff(new ResumeLot(DEAL, REASON));
        assertEquals(1, market.events(LotAwarded.class).size());
    }

    /** Using is having: what begins at once needs everything at once. */
    @Test
    void aFreeUseWithoutPublicityNeedsTheLicenceBefore() {
        market.staff(admitting(RESTRICTED, with(ALICE, DEAL, use(PRICE, Money.ZERO, PublicityTerms.NONE, 30))))
                .expectRefused(RejectReason.BUYER_NOT_ADMITTED, RejectReason.EXPORT_LICENCE_MISSING.code());
        market.staff(admitting(RESTRICTED, with(ALICE, DEAL, use(PRICE, Money.ZERO, PUBLIC, 30))))
                .expectAccepted();
    }

    @Test
    void aPledgeIsCheckedAsAnOrderIs() {
        long until = Law.at("2026-03-03T10:00");
        market.staff(admitting(RESTRICTED, deal(DEAL, shares(3, yuan(10), 0, until, OverSubscription.PRO_RATA))));
        PledgeShares pledge = new PledgeShares(DEAL, 0, 1);
        market.by(ALICE, pledge).expectExcluded(ALICE, ExclusionCause.EXPORT_RESTRICTED);
        licensed(ALICE);
        market.by(ALICE, pledge).expectAccepted();
    }

    @Test
    void aBuyerAppliesAndIsQualifiedFirst() {
        offered(qualified(0));
        market.by(ALICE, BUYS).expectRefused(RejectReason.NOT_QUALIFIED).expectNothingChanged();
        market.staff(new QualifyBidder(DEAL, ALICE, true, REASON)).expectRefused(RejectReason.NOT_APPLIED);
        market.by(ALICE, new ApplyForLot(DEAL, 0)).expect(new ApplicationReceived(DEAL, ALICE));
        market.by(ALICE, new ApplyForLot(DEAL, 0)).expectRefused(RejectReason.APPLIED_ALREADY);
        market.staff(new QualifyBidder(DEAL, ALICE, false, REASON))
                .expect(new QualificationDecided(DEAL, ALICE, false, REASON));
        market.by(ALICE, BUYS).expectRefused(RejectReason.QUALIFICATION_REFUSED);
        market.staff(new QualifyBidder(DEAL, ALICE, true, REASON)).expectAccepted();
        market.by(ALICE, BUYS).expectAccepted();
    }

    @Test
    void applicationsCloseWhenAnnounced() {
        offered(qualified(Law.at("2026-03-02T11:00")));
        market.atMicros(Law.at("2026-03-02T11:00")).by(ALICE, new ApplyForLot(DEAL, 0));
        market.expectRefused(RejectReason.APPLICATIONS_CLOSED);
    }

    @Test
    void anAgreedBuyerIsQualifiedBeforeThePublicity() {
        negotiatedUnder(qualified(0));
        publish(PublicityPlace.UNIT).expectRefused(RejectReason.BUYER_NOT_ADMITTED, RejectReason.NOT_QUALIFIED.code());
        market.by(ALICE, new ApplyForLot(DEAL, 0)).staff(new QualifyBidder(DEAL, ALICE, true, REASON));
        publish(PublicityPlace.UNIT).expectAccepted();
    }

    @Test
    void aSupplierIsQualifiedForANeed() {
        market.staff(admitting(qualified(0), deal(DEAL, new NeedTerms(Money.ZERO, 0))))
                .expectAccepted();
        MakeOffer offer = new MakeOffer(DEAL, 0, PRICE, "0".repeat(64));
        market.by(BOB, offer).expectRefused(RejectReason.NOT_QUALIFIED);
        market.by(BOB, new ApplyForLot(DEAL, 0)).staff(new QualifyBidder(DEAL, BOB, true, REASON));
        market.by(BOB, offer).expectAccepted();
    }

    @Test
    void onlyVerifiedIdentitiesWhereTheRuleAsksForThem() {
        offered(new Admission(true, false, 0, RelatedParties.EXCLUDED, ExportClass.UNCLASSIFIED, false, ""));
        market.by(ALICE, BUYS).expectRefused(RejectReason.NOT_VERIFIED);
        market.staff(new DecideAdmission(ALICE, AdmissionState.VERIFIED, REASON));
        market.by(ALICE, BUYS).expectAccepted();
    }

    @Test
    void aMarkedPartyIsKeptOutOrDisclosed() {
        offered(Admission.OPEN);
        market.staff(new MarkParty(DEAL, ALICE, ExclusionCause.RELATED_PARTY, REASON))
                .expect(new PartyMarked(DEAL, ALICE, ExclusionCause.RELATED_PARTY, true, REASON));
        market.by(ALICE, BUYS).expectExcluded(ALICE, ExclusionCause.RELATED_PARTY);
        Admission disclosed =
                new Admission(false, false, 0, RelatedParties.DISCLOSED, ExportClass.UNCLASSIFIED, false, "");
        market.staff(admitting(disclosed, deal(13, licences(PRICE, Money.ZERO, 0))));
        market.staff(new MarkParty(13, ALICE, ExclusionCause.RELATED_PARTY, REASON));
        assertEquals(1, market.events(RelatedPartyDisclosed.class).size());
        market.by(ALICE, new BuyNow(13, 0, PRICE)).expectAccepted();
    }

    /** Marked while the use was free, a licensee does not become the buyer. */
    @Test
    void aDefaulterDoesNotConvertAUse() {
        market.staff(with(ALICE, DEAL, use(PRICE, Money.ZERO, PublicityTerms.NONE, 30)));
        market.staff(new MarkParty(DEAL, ALICE, ExclusionCause.DEFAULTER, REASON));
        market.by(ALICE, new ConvertUse(DEAL, 0)).expectExcluded(ALICE, ExclusionCause.DEFAULTER);
    }

    @Test
    void theRollIsKeptUntilTheDealIsOver() {
        offered(RESTRICTED);
        market.approved(new EndDeal(DEAL, REASON)).expectAccepted();
        licensed(ALICE).expectRefused(RejectReason.DEAL_ENDED);
        market.staff(new RecordLicence(DEAL, 77, "7")).expectRefused(RejectReason.PARTICIPANT_UNKNOWN);
    }

    /** Journals of the first behaviour replay as they were: deals had no roll. */
    @Test
    void theFirstBehaviourKnewNoRollOfADeal() {
        market = Law.venue("2026-03-02T10:00", Behaviour.FIRST);
        offered(Admission.OPEN);
        market.staff(new MarkParty(DEAL, ALICE, ExclusionCause.DEFAULTER, REASON))
                .expectRefused(RejectReason.LOT_UNKNOWN)
                .expectNothingChanged();
    }
}
