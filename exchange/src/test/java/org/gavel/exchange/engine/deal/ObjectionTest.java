package org.gavel.exchange.engine.deal;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.SELLER;
import static org.gavel.exchange.engine.MarketFixture.wan;
import static org.gavel.exchange.engine.deal.DealPlan.PUBLIC;
import static org.gavel.exchange.engine.deal.DealPlan.negotiated;
import static org.gavel.exchange.engine.deal.DealPlan.with;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.rulebook.Law;
import org.gavel.protocol.command.DecideAdmission;
import org.gavel.protocol.command.DecideObjection;
import org.gavel.protocol.command.DescribeParticipant;
import org.gavel.protocol.command.MarkRelation;
import org.gavel.protocol.command.PublishDeal;
import org.gavel.protocol.command.RaiseObjection;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.WithdrawObjection;
import org.gavel.protocol.event.AwardBlocked;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.ObjectionDecided;
import org.gavel.protocol.event.ObjectionRaised;
import org.gavel.protocol.event.ObjectionWithdrawn;
import org.gavel.protocol.event.RelationMarked;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.AdmissionState;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PublicityPlace;
import org.gavel.protocol.value.PublicityTerms;
import org.gavel.protocol.value.Residence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Objections have rules, so that nobody can hold a deal up with them: who, how often, until when. */
final class ObjectionTest {
    private static final int DEAL = 12;
    private static final Money PRICE = wan(80);
    private static final String OVER = "2026-03-18T00:00";
    private static final RaiseObjection MINE = new RaiseObjection(DEAL, 0, "mine");

    private MarketFixture market = published(Behaviour.NEWEST, PUBLIC);

    @AfterEach
    void replaysToTheSame() {
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    private static MarketFixture published(int behaviour, PublicityTerms publicity) {
        return Law.venue("2026-03-02T10:00", behaviour)
                .staff(with(ALICE, DEAL, negotiated(PRICE, publicity)))
                .staff(new PublishDeal(DEAL, PublicityPlace.UNIT, "31"))
                .staff(new PublishDeal(DEAL, PublicityPlace.VENUE, "31"))
                .expectAccepted();
    }

    private MarketFixture at(String time) {
        return market.atMicros(Law.at(time));
    }

    private MarketFixture decided(int number) {
        return market.approved(new DecideObjection(DEAL, number, false, REASON)).expectAccepted();
    }

    private static LotAwarded awarded(String at) {
        return new LotAwarded(DEAL, ALICE, 1, PRICE, 0, Law.at(at));
    }

    @Test
    void aBidderObjectsToADealOnce() {
        market.by(BOB, MINE).expectAccepted();
        market.by(BOB, MINE).expectRefused(RejectReason.OBJECTED_ALREADY, 1).expectNothingChanged();
        market.by(CAROL, MINE).expectAccepted();
        decided(1);
        market.by(BOB, MINE).expectRefused(RejectReason.OBJECTED_ALREADY, 1);
    }

    @Test
    void aRefusedDecisionNamesItsDealAndTheFirstBehaviourNamedNone() {
        DecideObjection unknown = new DecideObjection(DEAL, 5, true, REASON);
        market.approved(unknown).expectRefused(RejectReason.OBJECTION_UNKNOWN);
        market = published(Behaviour.FIRST, PUBLIC).approved(unknown);
        assertEquals(0, market.events(CommandRejected.class).get(0).lot());
    }

    @Test
    void twoNumbersOfOneLegalPersonAreOneObjector() {
        market.staff(new RegisterParticipant(21, "p")).staff(new RegisterParticipant(22, "p"));
        market.by(21, MINE).expectAccepted();
        market.by(22, MINE).expectRefused(RejectReason.OBJECTED_ALREADY, 1);
    }

    /** What they would add the venue's staff enter, one at a time. */
    @Test
    void theVenueEntersFurtherGroundsOnceTheFirstAreDecided() {
        RaiseObjection further = new RaiseObjection(DEAL, BOB, "a letter was found");
        market.by(BOB, MINE);
        market.staff(further).expectRefused(RejectReason.OBJECTED_ALREADY, 1);
        decided(1);
        market.staff(further).expectAccepted();
        market.staff(new RaiseObjection(DEAL, 0, "a neighbour")).expectAccepted();
        market.staff(new RaiseObjection(DEAL, 0, "another")).expectAccepted();
    }

    @Test
    void theDealsPartiesDoNotObjectToIt() {
        market.by(ALICE, MINE).expectRefused(RejectReason.OBJECTOR_IS_PARTY).expectNothingChanged();
        market.by(SELLER, MINE).expectRefused(RejectReason.OBJECTOR_IS_PARTY);
        market.staff(new RaiseObjection(DEAL, SELLER, "hers")).expectRefused(RejectReason.OBJECTOR_IS_PARTY);
        market.staff(new DescribeParticipant(BOB, "one", Residence.MAINLAND, false));
        market.staff(new DescribeParticipant(SELLER, "one", Residence.MAINLAND, false));
        market.by(BOB, MINE).expectRefused(RejectReason.OBJECTOR_IS_PARTY);
    }

    @Test
    void whoeverIsBarredObjectsThroughTheClerkAlone() {
        market.staff(new DecideAdmission(BOB, AdmissionState.BARRED, REASON));
        market.by(BOB, MINE).expectRefused(RejectReason.PARTICIPANT_BARRED).expectNothingChanged();
        market.staff(new RaiseObjection(DEAL, BOB, "his")).expectAccepted();
    }

    /** A blocked deal is blocked by what was raised in time, not by what comes after. */
    @Test
    void noneIsTakenOnceThePublicityIsOver() {
        at("2026-03-17T23:59").by(BOB, MINE).expectAccepted();
        at(OVER).tick().by(CAROL, MINE).expectRefused(RejectReason.OBJECTIONS_CLOSED);
        market.staff(new RaiseObjection(DEAL, 0, "late")).expectRefused(RejectReason.OBJECTIONS_CLOSED);
        at("2026-03-19T09:00");
        decided(1).expect(new ObjectionDecided(DEAL, 1, false, 0, REASON), awarded("2026-03-19T09:00"));
    }

    @Test
    void theVenueItselfObjectsUntilTheAward() {
        market.by(BOB, MINE);
        at("2026-03-19T09:00").tick().staff(new MarkRelation(ALICE, SELLER, true, REASON));
        market.expect(
                new RelationMarked(ALICE, SELLER, true, REASON),
                new ObjectionRaised(DEAL, 0, 2, REASON, Law.at("2026-03-31T00:00")));
        decided(1).expect(new ObjectionDecided(DEAL, 1, false, 1, REASON));
    }

    @Test
    void aRelationOfOthersIsNoReasonToObjectAgain() {
        market.staff(new MarkRelation(ALICE, SELLER, true, REASON)).staff(new MarkRelation(BOB, SELLER, true, REASON));
        market.expect(new RelationMarked(BOB, SELLER, true, REASON));
        decided(1).staff(new MarkRelation(BOB, CAROL, true, REASON));
        market.expect(new RelationMarked(BOB, CAROL, true, REASON));
    }

    /** The bound on everybody's objections is none on the venue's own. */
    @Test
    void aRelationIsObjectedToHoweverManyHaveObjected() {
        for (int i = 0; i < Publicity.MAX_OBJECTIONS; i++) {
            market.staff(new RaiseObjection(DEAL, 0, "a neighbour"));
        }
        market.by(BOB, MINE).expectRefused(RejectReason.OBJECTIONS_FULL, Publicity.MAX_OBJECTIONS);
        market.staff(new MarkRelation(ALICE, SELLER, true, REASON));
        assertEquals(
                Publicity.MAX_OBJECTIONS + 1,
                market.events(ObjectionRaised.class).get(0).objection());
    }

    @Test
    void whoeverObjectedTakesItBack() {
        market.by(BOB, MINE).by(CAROL, MINE);
        at(OVER).tick().expect(new AwardBlocked(DEAL, 2));
        at("2026-03-18T10:00").by(BOB, new WithdrawObjection(DEAL, 1));
        market.expect(new ObjectionWithdrawn(DEAL, BOB, 1, 1));
        market.by(BOB, new WithdrawObjection(DEAL, 1)).expectRefused(RejectReason.OBJECTION_DECIDED);
        market.by(CAROL, new WithdrawObjection(DEAL, 2))
                .expect(new ObjectionWithdrawn(DEAL, CAROL, 2, 0), awarded("2026-03-18T10:00"));
    }

    @Test
    void nobodyTakesBackWhatAnotherHasRaised() {
        market.by(BOB, MINE).staff(new RaiseObjection(DEAL, 0, "a neighbour"));
        market.by(CAROL, new WithdrawObjection(DEAL, 1)).expectRefused(RejectReason.OBJECTION_UNKNOWN);
        market.staff(new WithdrawObjection(DEAL, 1)).expectRefused(RejectReason.OBJECTION_UNKNOWN);
        market.staff(new WithdrawObjection(DEAL, 2)).expectRefused(RejectReason.OBJECTION_UNKNOWN);
        market.by(BOB, new WithdrawObjection(DEAL, 3)).expectRefused(RejectReason.OBJECTION_UNKNOWN);
        market.by(BOB, new WithdrawObjection(13, 1)).expectRefused(RejectReason.DEAL_UNKNOWN);
        market.expectNothingChanged();
    }

    @Test
    void hasNoDayOfDecisionWhereItCannotBeCounted() {
        market = published(Behaviour.NEWEST, new PublicityTerms(30, "It.", false, "In writing.", 300));
        at("2026-03-25T10:00").by(BOB, MINE);
        assertEquals(0, market.events(ObjectionRaised.class).get(0).decideBy());
    }

    /** Counted as the publicity: 2026-03-25 and eleven days is Qingming's Sunday, so the Tuesday after. */
    @Test
    void isToBeDecidedWithinTheDaysAnnounced() {
        market = published(Behaviour.NEWEST, new PublicityTerms(30, "It.", false, "In writing.", 11));
        at("2026-03-25T10:00").by(BOB, MINE);
        assertEquals(
                Law.at("2026-04-08T00:00"),
                market.events(ObjectionRaised.class).get(0).decideBy());
    }

    /** Journals of the first behaviour replay as they were. */
    @Test
    void theFirstBehaviourTookAnyObjectionUntilTheAward() {
        market = published(Behaviour.FIRST, PUBLIC);
        market.by(BOB, MINE).by(BOB, MINE).by(ALICE, MINE).expectAccepted();
        at(OVER).tick().by(BOB, MINE).expect(new ObjectionRaised(DEAL, BOB, 4, "mine", 0));
    }

    @Test
    void theFirstBehaviourObjectedAgainWithEveryRelation() {
        market = published(Behaviour.FIRST, PUBLIC);
        market.staff(new MarkRelation(ALICE, SELLER, true, REASON)).staff(new MarkRelation(BOB, CAROL, true, REASON));
        market.expect(new RelationMarked(BOB, CAROL, true, REASON), new ObjectionRaised(DEAL, 0, 2, REASON, 0));
    }
}
