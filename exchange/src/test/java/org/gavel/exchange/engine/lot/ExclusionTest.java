package org.gavel.exchange.engine.lot;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.SELLER;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;

import org.gavel.exchange.engine.KnownMechanisms;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.AnswerInquiry;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.MatchPrice;
import org.gavel.protocol.command.PlaceMaximum;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.PartyMarked;
import org.gavel.protocol.event.PriorityWaived;
import org.gavel.protocol.event.RelatedPartyDisclosed;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.AdmissionState;
import org.gavel.protocol.value.ExclusionCause;
import org.gavel.protocol.value.ExportClass;
import org.gavel.protocol.value.PriorityMode;
import org.gavel.protocol.value.Residence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may not take part in a lot's sale, whichever way they try. */
final class ExclusionTest {
    private static final int COUSIN = 21;

    private final MarketFixture market = venue().at(0);

    /** MR-T46: the seller under another number, told by the identity both were registered with. */
    @Test
    void theSellersLegalPersonMayNotBidUnderAnotherNumber() {
        market.staff(new RegisterParticipant(COUSIN, "9133")).staff(new RegisterParticipant(22, "9133"));
        market.open(lot(7).soldBy(22).realName());
        market.bid(COUSIN, yuan(100)).expectExcluded(COUSIN, ExclusionCause.CONSIGNOR);
        market.bid(22, yuan(100)).expectExcluded(22, ExclusionCause.CONSIGNOR);
        market.decide(ALICE, AdmissionState.VERIFIED).bid(ALICE, yuan(100)).expectLeads(ALICE, yuan(100));
    }

    /** MR-T46: an agent of the same legal person, on any lot. */
    @Test
    void aLegalPersonOnRecordCountsOnEveryLot() {
        market.describe(SELLER, "9133", Residence.MAINLAND, false);
        market.describe(ALICE, "9133", Residence.MAINLAND, false);
        market.open(lot(7)).bid(ALICE, yuan(100)).expectRefused(RejectReason.CONSIGNOR_BID);
        market.describe(ALICE, "9144", Residence.MAINLAND, false).bid(ALICE, yuan(100));
        market.expectLeads(ALICE, yuan(100));
    }

    /** MR-T46: listed staff of the venue. */
    @Test
    void theVenuesOwnPeopleMayNotBid() {
        market.describe(ALICE, "", Residence.MAINLAND, true).open(lot(7));
        market.bid(ALICE, yuan(100)).expectExcluded(ALICE, ExclusionCause.STAFF);
        market.describe(ALICE, "", Residence.MAINLAND, false).bid(ALICE, yuan(100));
        market.expectLeads(ALICE, yuan(100));
    }

    @ParameterizedTest
    @EnumSource(
            value = ExclusionCause.class,
            names = {"CONSIGNOR_AGENT", "STAFF", "RELATED_PARTY", "DEFAULTER"})
    void aMarkedPartyIsKeptOutWhicheverWayTheyTry(ExclusionCause cause) {
        market.announce(lot(7).deposit(yuan(5)).qualification(0).priority(PriorityMode.WITHIN_BIDDING, 0));
        market.mark(ALICE, cause).expect(new PartyMarked(7, ALICE, cause, true, REASON));
        market.grant(ALICE, 0).expectExcluded(ALICE, cause);
        market.apply(ALICE).expectExcluded(ALICE, cause);
        market.hold(ALICE).expectExcluded(ALICE, cause);
        market.staff(new HoldDeposit(7, ALICE)).expectExcluded(ALICE, cause);
        market.open().bid(ALICE, yuan(100)).expectExcluded(ALICE, cause);
        market.match(ALICE).expectExcluded(ALICE, cause);
        market.by(ALICE, new PlaceMaximum(7, 0, yuan(100))).expectExcluded(ALICE, cause);
        market.by(ALICE, new AnswerInquiry(7, 0, true)).expectExcluded(ALICE, cause);
        market.staff(new MatchPrice(7, ALICE)).expectExcluded(ALICE, cause);
    }

    @Test
    void aMarkHoldsForWhoeverIsTheSameLegalPersonAndCanBeTakenAway() {
        market.staff(new RegisterParticipant(COUSIN, "44")).describe(ALICE, "44", Residence.UNKNOWN, false);
        market.open(lot(7)).mark(COUSIN, ExclusionCause.DEFAULTER);
        market.bid(ALICE, yuan(100)).expectExcluded(ALICE, ExclusionCause.DEFAULTER);
        market.mark(COUSIN, ExclusionCause.DEFAULTER).expectRefused(RejectReason.DECIDED_ALREADY);
        market.mark(COUSIN, ExclusionCause.NONE).expectAccepted();
        market.bid(ALICE, yuan(100)).expectLeads(ALICE, yuan(100));
        market.bid(COUSIN, yuan(110)).expectRefused(RejectReason.PERSON_HAS_PADDLE, 1);
    }

    @Test
    void aMarkTakenAwayLeavesThatOfAnotherNumberOfThePerson() {
        onePersonMarkedTwice(market);
        market.bid(ALICE, yuan(100)).expectExcluded(ALICE, ExclusionCause.CONSIGNOR_AGENT);
        market.mark(COUSIN, ExclusionCause.NONE).bid(ALICE, yuan(100)).expectLeads(ALICE, yuan(100));
    }

    @Test
    void beforeBehaviour7ItTookThatAlong() {
        MarketFixture before = venue(KnownMechanisms.ALL, 6).at(0);
        onePersonMarkedTwice(before);
        before.bid(ALICE, yuan(100)).expectLeads(ALICE, yuan(100));
    }

    private static void onePersonMarkedTwice(MarketFixture market) {
        market.staff(new RegisterParticipant(COUSIN, "44")).describe(ALICE, "44", Residence.UNKNOWN, false);
        market.open(lot(7)).mark(ALICE, ExclusionCause.DEFAULTER).mark(COUSIN, ExclusionCause.CONSIGNOR_AGENT);
        market.mark(ALICE, ExclusionCause.NONE);
    }

    @Test
    void aMarkHoldsForAPersonThatIsFoundOutLater() {
        market.staff(new RegisterParticipant(COUSIN, "44")).open(lot(7)).mark(COUSIN, ExclusionCause.DEFAULTER);
        market.describe(ALICE, "44", Residence.UNKNOWN, false);
        market.bid(ALICE, yuan(100)).expectExcluded(ALICE, ExclusionCause.DEFAULTER);
        market.describe(ALICE, "", Residence.UNKNOWN, false).bid(ALICE, yuan(100));
        market.expectLeads(ALICE, yuan(100));
    }

    @Test
    void aRelatedPartyTakesPartWhereTheLotDisclosesIt() {
        market.announce(lot(7).disclosesRelatedParties()).mark(ALICE, ExclusionCause.RELATED_PARTY);
        market.expect(
                new PartyMarked(7, ALICE, ExclusionCause.RELATED_PARTY, false, REASON),
                new RelatedPartyDisclosed(7, ALICE));
        market.open().bid(ALICE, yuan(100)).expectLeads(ALICE, yuan(100));
        market.mark(ALICE, ExclusionCause.DEFAULTER).bid(ALICE, yuan(110));
        market.expectExcluded(ALICE, ExclusionCause.DEFAULTER);
    }

    @Test
    void whatWasBidBeforeTheMarkStands() {
        market.open(lot(7)).bid(ALICE, yuan(100)).mark(ALICE, ExclusionCause.RELATED_PARTY);
        market.at(1000).tick().expect(new LotAwarded(7, ALICE, 1, yuan(100), 1, MarketFixture.time(1000)));
        market.mark(BOB, ExclusionCause.STAFF).expectRefused(RejectReason.ALREADY_ENDED);
    }

    private LotPlan exported(ExportClass regulated) {
        return lot(7).export(regulated);
    }

    /** MR-T48. */
    @Test
    void abroadARestrictedTechnologyIsOpenOnlyWithALicence() {
        market.describe(ALICE, "", Residence.HONG_KONG, false).describe(BOB, "", Residence.MAINLAND, false);
        market.announce(exported(ExportClass.RESTRICTED).deposit(yuan(5)));
        market.hold(ALICE).expectExcluded(ALICE, ExclusionCause.EXPORT_RESTRICTED);
        market.hold(BOB).expectAccepted();
        market.license(ALICE, "2026-17").expectAccepted();
        market.hold(ALICE).expectAccepted();
        market.license(ALICE, "2026-17").expectRefused(RejectReason.DECIDED_ALREADY);
        market.open().bid(ALICE, yuan(100)).expectLeads(ALICE, yuan(100));
    }

    /** MR-T48: the free class admits; a forbidden one never does. */
    @Test
    void aFreeTechnologyIsOpenToAllAndAForbiddenOneToTheMainland() {
        market.describe(ALICE, "", Residence.HONG_KONG, false).describe(BOB, "", Residence.MAINLAND, false);
        market.open(exported(ExportClass.FREE)).bid(ALICE, yuan(100)).expectLeads(ALICE, yuan(100));
        market.license(ALICE, "2026-17").expectRefused(RejectReason.ADMISSION_NOT_ASKED);
        market.open(lot(8).export(ExportClass.FORBIDDEN));
        market.bid(ALICE, yuan(100)).expectExcluded(ALICE, ExclusionCause.EXPORT_FORBIDDEN);
        market.license(ALICE, "2026-17").expectRefused(RejectReason.ADMISSION_NOT_ASKED);
        market.bid(BOB, yuan(100)).expectLeads(BOB, yuan(100));
    }

    @Test
    void whoseResidenceNobodyKnowsCountsAsAbroad() {
        market.open(exported(ExportClass.RESTRICTED)).bid(ALICE, yuan(100));
        market.expectExcluded(ALICE, ExclusionCause.EXPORT_RESTRICTED);
    }

    @Test
    void anExcludedHolderOfAPriorityIsNotAsked() {
        market.announce(lot(7).priority(PriorityMode.INQUIRY_AFTER, 60)).grant(ALICE, 0);
        market.open().bid(BOB, yuan(100)).mark(ALICE, ExclusionCause.CONSIGNOR_AGENT);
        market.at(1000).tick();
        market.expect(
                new PriorityWaived(7, ALICE, 0, 0), new LotAwarded(7, BOB, 1, yuan(100), 1, MarketFixture.time(1000)));
    }

    @Test
    void whoIsExcludedWhileAskedCannotSayYes() {
        market.announce(lot(7).priority(PriorityMode.INQUIRY_AFTER, 60)).grant(ALICE, 0);
        market.open().bid(BOB, yuan(100)).at(1000).tick().mark(ALICE, ExclusionCause.DEFAULTER);
        market.answer(ALICE, true).expectExcluded(ALICE, ExclusionCause.DEFAULTER);
        market.answer(ALICE, false).expectAccepted();
        market.expect(
                new PriorityWaived(7, ALICE, 2, 0), new LotAwarded(7, BOB, 1, yuan(100), 1, MarketFixture.time(1000)));
    }

    /** A lot announced without a rule of admission refuses its consignor exactly as it always did. */
    @Test
    void theConsignorOfAnOldLotIsRefusedAsEver() {
        market.staff(new RegisterParticipant(COUSIN, "9133")).staff(new RegisterParticipant(22, "9133"));
        market.open(lot(7).soldBy(22)).bid(22, yuan(100)).expectRefused(RejectReason.CONSIGNOR_BID);
        market.bid(COUSIN, yuan(100)).expectLeads(COUSIN, yuan(100));
    }
}
