package org.gavel.exchange.engine.deal;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.SELLER;
import static org.gavel.exchange.engine.MarketFixture.wan;
import static org.gavel.exchange.engine.deal.DealPlan.PUBLIC;
import static org.gavel.exchange.engine.deal.DealPlan.negotiated;
import static org.gavel.exchange.engine.deal.DealPlan.use;
import static org.gavel.exchange.engine.deal.DealPlan.with;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.rulebook.Law;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.command.DecideAdmission;
import org.gavel.protocol.command.DecideObjection;
import org.gavel.protocol.command.DescribeParticipant;
import org.gavel.protocol.command.EndDeal;
import org.gavel.protocol.command.MarkRelation;
import org.gavel.protocol.command.PublishDeal;
import org.gavel.protocol.command.RaiseObjection;
import org.gavel.protocol.command.ResumeLot;
import org.gavel.protocol.event.AwardBlocked;
import org.gavel.protocol.event.AwardWithheld;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.ObjectionDecided;
import org.gavel.protocol.event.UseBegun;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.AdmissionState;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PublicityPlace;
import org.gavel.protocol.value.Residence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever may not buy when the publicity is over is not awarded: the deal stands still until the venue has acted. */
final class WithheldAwardTest {
    private static final int DEAL = 12;
    private static final Money PRICE = wan(80);
    private static final String OVER = "2026-03-18T00:00";

    private MarketFixture market;

    @AfterEach
    void replaysToTheSame() {
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    private void published(AnnounceDeal deal) {
        published(Law.venue("2026-03-02T10:00"), deal);
    }

    private void published(MarketFixture venue, AnnounceDeal deal) {
        market = venue;
        market.staff(deal).expectAccepted();
        market.staff(new PublishDeal(DEAL, PublicityPlace.UNIT, "31"));
        market.staff(new PublishDeal(DEAL, PublicityPlace.VENUE, "31")).expectAccepted();
    }

    private void published() {
        published(with(ALICE, DEAL, negotiated(PRICE, PUBLIC)));
    }

    private MarketFixture at(String time) {
        return market.atMicros(Law.at(time));
    }

    private void admit(AdmissionState state) {
        market.staff(new DecideAdmission(ALICE, state, REASON)).expectAccepted();
    }

    private static LotAwarded awarded(String at) {
        return new LotAwarded(DEAL, ALICE, 1, PRICE, 0, Law.at(at));
    }

    @Test
    void aBuyerBarredDuringThePublicityIsNotAwarded() {
        published();
        admit(AdmissionState.BARRED);
        at(OVER).tick().expect(new AwardWithheld(DEAL, ALICE, RejectReason.PARTICIPANT_BARRED));
        at("2026-04-30T00:00").tick().expect();
        market.staff(new ResumeLot(DEAL, REASON))
                .expectRefused(RejectReason.BUYER_NOT_ADMITTED, RejectReason.PARTICIPANT_BARRED.code())
                .expectNothingChanged();
    }

    @Test
    void itIsAwardedOnceTheBarIsLiftedAndTheVenueLetsItGoOn() {
        published();
        admit(AdmissionState.BARRED);
        at(OVER).tick();
        at("2026-03-20T09:00");
        admit(AdmissionState.REGISTERED);
        market.tick().expect();
        market.staff(new ResumeLot(DEAL, REASON)).expect(new LotResumed(DEAL, 0, REASON), awarded("2026-03-20T09:00"));
        market.staff(new ResumeLot(DEAL, REASON)).expectRefused(RejectReason.DEAL_ENDED);
    }

    @Test
    void twoPersonsEndItWithAReason() {
        published();
        admit(AdmissionState.BARRED);
        at(OVER).tick();
        market.staff(new EndDeal(DEAL, REASON)).expectRefused(RejectReason.APPROVER_NEEDED);
        market.approved(new EndDeal(DEAL, REASON)).expect(new LotTerminated(DEAL, REASON));
    }

    @Test
    void aBarThatIsLiftedInTimeChangesNothing() {
        published();
        admit(AdmissionState.BARRED);
        admit(AdmissionState.REGISTERED);
        at(OVER).tick().expect(awarded(OVER));
    }

    @Test
    void whoeverHasBecomeTheVenuesOwnIsNotAwarded() {
        published();
        market.staff(new DescribeParticipant(ALICE, "", Residence.MAINLAND, true))
                .expectAccepted();
        at(OVER).tick().expect(new AwardWithheld(DEAL, ALICE, RejectReason.STAFF_BID));
    }

    @Test
    void theSellersOwnLegalPersonIsNotAwarded() {
        published();
        market.staff(new DescribeParticipant(ALICE, "one", Residence.MAINLAND, false));
        market.staff(new DescribeParticipant(SELLER, "one", Residence.MAINLAND, false));
        at(OVER).tick().expect(new AwardWithheld(DEAL, ALICE, RejectReason.CONSIGNOR_BID));
    }

    @Test
    void theLastObjectionDismissedDoesNotAwardABarredBuyerEither() {
        published();
        market.by(BOB, new RaiseObjection(DEAL, 0, "mine"));
        admit(AdmissionState.BARRED);
        at(OVER).tick().expect(new AwardBlocked(DEAL, 1));
        market.approved(new DecideObjection(DEAL, 1, false, REASON))
                .expect(
                        new ObjectionDecided(DEAL, 1, false, 0, REASON),
                        new AwardWithheld(DEAL, ALICE, RejectReason.PARTICIPANT_BARRED));
    }

    /** What the venue itself objects meanwhile is decided first. */
    @Test
    void aRelationFoundMeanwhileIsDecidedBeforeItGoesOn() {
        published();
        admit(AdmissionState.BARRED);
        at(OVER).tick();
        admit(AdmissionState.REGISTERED);
        market.staff(new MarkRelation(ALICE, SELLER, true, REASON));
        market.staff(new ResumeLot(DEAL, REASON)).expectRefused(RejectReason.OBJECTIONS_OPEN, 1);
        market.approved(new DecideObjection(DEAL, 1, false, REASON))
                .expect(new ObjectionDecided(DEAL, 1, false, 0, REASON));
        market.staff(new ResumeLot(DEAL, REASON)).expect(new LotResumed(DEAL, 0, REASON), awarded(OVER));
    }

    @Test
    void theFreeUseOfABarredLicenseeDoesNotBegin() {
        published(with(ALICE, DEAL, use(PRICE, Money.ZERO, PUBLIC, 30)));
        admit(AdmissionState.BARRED);
        at(OVER).tick().expect(new AwardWithheld(DEAL, ALICE, RejectReason.PARTICIPANT_BARRED));
        admit(AdmissionState.REGISTERED);
        market.staff(new ResumeLot(DEAL, REASON))
                .expect(new LotResumed(DEAL, 0, REASON), new UseBegun(DEAL, Law.at("2026-04-18T00:00")));
    }

    @Test
    void standsStillOverAnOutageToo() {
        published();
        admit(AdmissionState.BARRED);
        at(OVER).tick();
        at("2026-03-19T00:00").nodeStarts();
        assertEquals(List.of(), market.events(LotAwarded.class));
        admit(AdmissionState.REGISTERED);
        market.staff(new ResumeLot(DEAL, REASON)).expect(new LotResumed(DEAL, 0, REASON), awarded("2026-03-19T00:00"));
    }

    /** Journals of the first behaviour replay as they were. */
    @Test
    void theFirstBehaviourAwardedWhoeverHadBeenAgreedWith() {
        published(Law.venue("2026-03-02T10:00", Behaviour.FIRST), with(ALICE, DEAL, negotiated(PRICE, PUBLIC)));
        admit(AdmissionState.BARRED);
        at(OVER).tick().expect(awarded(OVER));
    }
}
