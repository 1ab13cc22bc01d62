package org.gavel.exchange.engine.deal;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CLERK;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.SELLER;
import static org.gavel.exchange.engine.MarketFixture.wan;
import static org.gavel.exchange.engine.deal.DealPlan.MARKED;
import static org.gavel.exchange.engine.deal.DealPlan.PUBLIC;
import static org.gavel.exchange.engine.deal.DealPlan.negotiated;
import static org.gavel.exchange.engine.deal.DealPlan.with;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.rulebook.Law;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.command.DecideObjection;
import org.gavel.protocol.command.DescribeParticipant;
import org.gavel.protocol.command.MarkRelation;
import org.gavel.protocol.command.PublishDeal;
import org.gavel.protocol.command.RaiseObjection;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.event.AwardBlocked;
import org.gavel.protocol.event.DealPublished;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.ObjectionDecided;
import org.gavel.protocol.event.ObjectionRaised;
import org.gavel.protocol.event.PublicityBegun;
import org.gavel.protocol.event.RelationMarked;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PublicityPlace;
import org.gavel.protocol.value.Residence;
import org.gavel.protocol.value.SellerCategory;
import org.junit.jupiter.api.Test;

class NegotiationTest {
    private static final int DEAL = 12;
    private static final Money PRICE = wan(80);
    private static final AnnounceDeal AGREED = with(ALICE, DEAL, negotiated(PRICE, PUBLIC));

    private static PublishDeal in(PublicityPlace place) {
        return new PublishDeal(DEAL, place, "notice 31");
    }

    private static MarketFixture agreed(String at) {
        return Law.venue(at).staff(AGREED).expectAccepted();
    }

    private static MarketFixture published(String at) {
        return agreed(at).staff(in(PublicityPlace.UNIT)).staff(in(PublicityPlace.VENUE));
    }

    private static RaiseObjection objection() {
        return new RaiseObjection(DEAL, 0, "It was promised to us.");
    }

    private static MarketFixture on(MarketFixture market, String at) {
        return market.atMicros(Law.at(at));
    }

    private static LotAwarded awarded(String at) {
        return new LotAwarded(DEAL, ALICE, 1, PRICE, 0, Law.at(at));
    }

    /** MR-T34: from 2026-03-02, 15 days: last day 03-17, signing allowed from 03-18. */
    @Test
    void fifteenDaysInBothPlacesThenTheAward() {
        MarketFixture market = agreed("2026-03-02T10:00").staff(in(PublicityPlace.UNIT));
        market.expect(new DealPublished(DEAL, PublicityPlace.UNIT, "notice 31"));
        market.staff(in(PublicityPlace.VENUE))
                .expect(
                        new DealPublished(DEAL, PublicityPlace.VENUE, "notice 31"),
                        new PublicityBegun(
                                DEAL, Day.parse("2026-03-02"), Day.parse("2026-03-17"), Law.at("2026-03-18T00:00")));
        on(market, "2026-03-17T23:59:59.999999").tick().expect();
        on(market, "2026-03-18T09:00").tick().expect(awarded("2026-03-18T00:00"));
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    /** MR-T34: one place only (unit but not market): not started. */
    @Test
    void onePlaceAloneStartsNothing() {
        MarketFixture market = agreed("2026-03-02T10:00").staff(in(PublicityPlace.UNIT));
        market.staff(in(PublicityPlace.UNIT)).expectRefused(RejectReason.PUBLISHED_ALREADY);
        on(market, "2026-06-01T00:00").tick().expect();
        market.staff(in(PublicityPlace.VENUE)).expectAccepted();
        assertEquals(
                Day.parse("2026-06-16"),
                market.events(PublicityBegun.class).get(0).last());
    }

    /** Civil Code art. 203: the last day falls on Qingming and rolls to the next working day. */
    @Test
    void aLastDayOffIsFollowedByTheNextWorkingDay() {
        MarketFixture market = published("2026-03-20T10:00");
        assertEquals(
                Day.parse("2026-04-07"),
                market.events(PublicityBegun.class).get(0).last());
    }

    @Test
    void daysAreNotCountedWithoutTheirCalendar() {
        MarketFixture market =
                agreed("2026-12-20T10:00").staff(in(PublicityPlace.UNIT)).expectAccepted();
        market.staff(in(PublicityPlace.VENUE)).expectRefused(RejectReason.CALENDAR_MISSING, 2027);
    }

    /** MR-T34: objection 03-10: blocked until resolved. */
    @Test
    void anObjectionBlocksTheAwardUntilItIsDecided() {
        MarketFixture market = published("2026-03-02T10:00");
        on(market, "2026-03-10T10:00").by(BOB, objection());
        market.expect(new ObjectionRaised(DEAL, BOB, 1, "It was promised to us.", Law.at("2026-03-21T00:00")));
        on(market, "2026-03-18T00:00").tick().expect(new AwardBlocked(DEAL, 1));
        on(market, "2026-03-25T11:00")
                .approved(0, new DecideObjection(DEAL, 1, false, REASON))
                .expectRefused(RejectReason.APPROVER_NEEDED);
        market.approved(CLERK, new DecideObjection(DEAL, 1, false, REASON)).expectRefused(RejectReason.SAME_APPROVER);
        market.approved(new DecideObjection(DEAL, 1, false, REASON))
                .expect(new ObjectionDecided(DEAL, 1, false, 0, REASON), awarded("2026-03-25T11:00"));
        market.approved(new DecideObjection(DEAL, 1, true, REASON)).expectRefused(RejectReason.DEAL_ENDED);
    }

    @Test
    void anObjectionDismissedInTimeChangesNothingOfTheDays() {
        MarketFixture market = published("2026-03-02T10:00");
        on(market, "2026-03-10T10:00").by(BOB, objection()).staff(objection()).expectAccepted();
        market.approved(new DecideObjection(DEAL, 2, false, REASON))
                .expect(new ObjectionDecided(DEAL, 2, false, 1, REASON));
        market.approved(new DecideObjection(DEAL, 2, false, REASON)).expectRefused(RejectReason.OBJECTION_DECIDED);
        market.approved(new DecideObjection(DEAL, 3, false, REASON)).expectRefused(RejectReason.OBJECTION_UNKNOWN);
        market.approved(new DecideObjection(DEAL, 1, false, REASON)).expectAccepted();
        on(market, "2026-03-18T00:00").tick().expect(awarded("2026-03-18T00:00"));
    }

    @Test
    void anObjectionThatIsUpheldEndsTheDeal() {
        MarketFixture market = published("2026-03-02T10:00").by(BOB, objection());
        market.approved(new DecideObjection(DEAL, 1, true, REASON))
                .expect(new ObjectionDecided(DEAL, 1, true, 0, REASON), new LotTerminated(DEAL, REASON));
        on(market, "2026-03-18T00:00").tick().expect();
    }

    @Test
    void objectionsAreTakenFromTheFirstPublicationToTheAward() {
        MarketFixture market = agreed("2026-03-02T10:00").by(BOB, objection());
        market.expectRefused(RejectReason.NOT_PUBLISHED).expectNothingChanged();
        market.staff(in(PublicityPlace.UNIT)).by(BOB, objection()).expectAccepted();
        market.by(BOB, new RaiseObjection(DEAL, ALICE, "hers")).expectRefused(RejectReason.NOT_YOUR_ACCOUNT);
    }

    /** MR-T35: the transferee is a related party, not marked. */
    @Test
    void aRelatedBuyerMustBeMarkedBeforePublicity() {
        MarketFixture market = agreed("2026-03-02T10:00").staff(new MarkRelation(SELLER, ALICE, true, REASON));
        market.expect(new RelationMarked(SELLER, ALICE, true, REASON));
        market.staff(in(PublicityPlace.UNIT))
                .expectRefused(RejectReason.RELATED_PARTY_UNMARKED)
                .expectNothingChanged();
        market.staff(with(ALICE, 13, negotiated(PRICE, PUBLIC))).expectRefused(RejectReason.RELATED_PARTY_UNMARKED);
        market.staff(with(ALICE, 13, negotiated(PRICE, MARKED))).expectAccepted();
        market.staff(new PublishDeal(13, PublicityPlace.UNIT, "31")).expectAccepted();
        market.staff(new MarkRelation(ALICE, SELLER, true, REASON)).expectRefused(RejectReason.DECIDED_ALREADY);
        market.staff(new MarkRelation(ALICE, SELLER, false, REASON)).expectAccepted();
        market.staff(in(PublicityPlace.UNIT)).expectAccepted();
    }

    /** MR-T35: found during the publicity, it is objected by the venue and blocks. */
    @Test
    void aRelationFoundLaterIsObjectedByTheVenueItself() {
        MarketFixture market = published("2026-03-02T10:00").staff(new MarkRelation(ALICE, SELLER, true, REASON));
        market.expect(
                new RelationMarked(ALICE, SELLER, true, REASON),
                new ObjectionRaised(DEAL, 0, 1, REASON, Law.at("2026-03-13T00:00")));
        on(market, "2026-03-18T00:00").tick().expect(new AwardBlocked(DEAL, 1));
    }

    /** MR-T35: the buyer turns out to be the legal person of somebody on record, during the publicity. */
    @Test
    void aRelationKnownByADescriptionIsObjectedByTheVenueItself() {
        MarketFixture market = described(Law.venue("2026-03-02T10:00"));
        assertEquals(1, market.events(ObjectionRaised.class).size());
        on(market, "2026-03-18T00:00").tick().expect(new AwardBlocked(DEAL, 1));
        market.staff(new DescribeParticipant(ALICE, "p", Residence.FOREIGN, false));
        assertEquals(List.of(), market.events(ObjectionRaised.class), "nothing new is known");
    }

    @Test
    void before7ADescriptionWasNoReasonToObject() {
        assertEquals(List.of(), described(Law.venue("2026-03-02T10:00", 6)).events(ObjectionRaised.class));
    }

    private static MarketFixture described(MarketFixture market) {
        market.staff(new RegisterParticipant(21, "p")).staff(new MarkRelation(SELLER, 21, true, REASON));
        market.staff(AGREED).staff(in(PublicityPlace.UNIT)).staff(in(PublicityPlace.VENUE));
        return market.staff(new DescribeParticipant(ALICE, "p", Residence.MAINLAND, false));
    }

    @Test
    void theSameLegalPersonIsNoBuyerAndIsRelatedAlike() {
        MarketFixture market = Law.venue("2026-03-02T10:00").staff(new RegisterParticipant(21, "p"));
        market.staff(new RegisterParticipant(22, "p"));
        market.staff(DealPlan.of(DEAL, 21, 22, SellerCategory.PRIVATE, negotiated(PRICE, PUBLIC)))
                .expectRefused(RejectReason.BUYER_IS_SELLER);
        market.staff(new MarkRelation(SELLER, 21, true, REASON));
        market.staff(with(22, DEAL, negotiated(PRICE, PUBLIC))).expectRefused(RejectReason.RELATED_PARTY_UNMARKED);
        market.staff(new DescribeParticipant(ALICE, "p", Residence.MAINLAND, false));
        market.staff(AGREED).expectRefused(RejectReason.RELATED_PARTY_UNMARKED);
    }
}
