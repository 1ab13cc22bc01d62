package org.gavel.exchange.engine.deal;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.SELLER;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.gavel.exchange.engine.deal.DealPlan.PUBLIC;
import static org.gavel.exchange.engine.deal.DealPlan.deal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gavel.exchange.engine.KnownMechanisms;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.command.EndDeal;
import org.gavel.protocol.command.MakeOffer;
import org.gavel.protocol.command.TellInterest;
import org.gavel.protocol.command.WithdrawOffer;
import org.gavel.protocol.event.DealEnd;
import org.gavel.protocol.event.DealEnded;
import org.gavel.protocol.event.InterestTold;
import org.gavel.protocol.event.OfferMade;
import org.gavel.protocol.event.OfferMatched;
import org.gavel.protocol.event.OfferReceived;
import org.gavel.protocol.event.OfferWithdrawn;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.AdmissionState;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.NeedTerms;
import org.gavel.protocol.value.NegotiatedTerms;
import org.gavel.protocol.value.SellerCategory;
import org.gavel.protocol.value.TransferMode;
import org.junit.jupiter.api.Test;

/** The owner of the need is SELLER; Alice and Bob offer. */
class NeedTest {
    private static final int NEED = 11;
    private static final String FILE = "ab".repeat(32);

    private static MarketFixture needed() {
        return venue().staff(deal(NEED, new NeedTerms(yuan(90_000), time(100)))).expectAccepted();
    }

    private static MakeOffer offer() {
        return new MakeOffer(NEED, 0, yuan(80_000), FILE);
    }

    private static TellInterest says(int offer, boolean yes) {
        return new TellInterest(NEED, 0, offer, yes);
    }

    private static MarketFixture matched() {
        return needed().by(ALICE, offer()).by(SELLER, says(1, true)).by(ALICE, says(1, true));
    }

    private static AnnounceDeal handOver(int lot, int supplier, int owner, int offer) {
        NegotiatedTerms terms = new NegotiatedTerms(yuan(75_000), TransferMode.LICENCE, PUBLIC, NEED, offer);
        return DealPlan.of(lot, supplier, owner, SellerCategory.PRIVATE, terms);
    }

    @Test
    void theOwnerLearnsOfAnOfferButNotFromWhom() {
        needed().by(ALICE, offer())
                .expect(
                        new OfferMade(NEED, ALICE, 1, yuan(80_000), FILE),
                        new OfferReceived(NEED, SELLER, 1, yuan(80_000), FILE));
    }

    @Test
    void onlyTwoYesTellEachWhoTheOtherIs() {
        MarketFixture market = needed().by(ALICE, offer()).by(BOB, offer());
        market.by(ALICE, says(1, true)).expect(new InterestTold(NEED, ALICE, 1, true));
        market.by(SELLER, says(2, true)).expect(new InterestTold(NEED, SELLER, 2, true));
        market.by(BOB, says(2, false)).expect(new InterestTold(NEED, BOB, 2, false));
        market.by(SELLER, says(1, true))
                .expect(
                        new InterestTold(NEED, SELLER, 1, true),
                        new OfferMatched(NEED, SELLER, 1, ALICE),
                        new OfferMatched(NEED, ALICE, 1, SELLER));
        market.by(SELLER, says(1, false)).expectRefused(RejectReason.OFFER_MATCHED);
    }

    @Test
    void aYesCanBeTakenBackBeforeTheOther() {
        MarketFixture market =
                needed().by(ALICE, offer()).by(ALICE, says(1, true)).by(ALICE, says(1, false));
        market.by(SELLER, says(1, true)).expect(new InterestTold(NEED, SELLER, 1, true));
    }

    @Test
    void whoIsNeitherSideLearnsNothing() {
        MarketFixture market = needed().by(ALICE, offer());
        market.by(BOB, says(1, true)).expectRefused(RejectReason.OFFER_UNKNOWN);
        market.by(BOB, says(2, true)).expectRefused(RejectReason.OFFER_UNKNOWN).expectNothingChanged();
    }

    @Test
    void anOfferIsWithdrawnUntilItIsMatched() {
        MarketFixture market = needed().by(ALICE, offer());
        market.by(ALICE, offer()).expectRefused(RejectReason.OFFERED_ALREADY, 1);
        market.by(ALICE, new WithdrawOffer(NEED, 0))
                .expect(new OfferWithdrawn(NEED, ALICE, 1), new OfferWithdrawn(NEED, SELLER, 1));
        market.by(SELLER, says(1, true)).expectRefused(RejectReason.OFFER_UNKNOWN);
        market.by(ALICE, new WithdrawOffer(NEED, 0)).expectRefused(RejectReason.OFFER_UNKNOWN);
        matched().by(ALICE, new WithdrawOffer(NEED, 0)).expectRefused(RejectReason.OFFER_MATCHED);
    }

    @Test
    void aMatchIsHandedOverToOneNegotiation() {
        MarketFixture market = matched();
        market.staff(handOver(12, ALICE, BOB, 1)).expectRefused(RejectReason.NOT_MATCHED);
        market.staff(handOver(12, BOB, SELLER, 1)).expectRefused(RejectReason.NOT_MATCHED);
        market.staff(handOver(12, ALICE, SELLER, 2))
                .expectRefused(RejectReason.NOT_MATCHED)
                .expectNothingChanged();
        market.staff(handOver(12, ALICE, SELLER, 1));
        assertEquals(new DealEnded(NEED, DealEnd.HANDED_OVER, ""), market.last().get(1));
        market.staff(handOver(13, ALICE, SELLER, 1)).expectRefused(RejectReason.NOT_MATCHED);
    }

    @Test
    void aMatchOutlivesTheNeedsTimeButNotItsTakingBack() {
        MarketFixture late = matched().at(100).tick().expect(new DealEnded(NEED, DealEnd.TIME_OVER, ""));
        late.by(BOB, offer()).expectRefused(RejectReason.DEAL_ENDED);
        late.staff(handOver(12, ALICE, SELLER, 1)).expectAccepted();
        matched()
                .approved(new EndDeal(NEED, REASON))
                .staff(handOver(12, ALICE, SELLER, 1))
                .expectRefused(RejectReason.NOT_MATCHED);
    }

    @Test
    void anUnansweredOfferIsNotHandedOver() {
        MarketFixture market = needed().by(ALICE, offer()).by(SELLER, says(1, true));
        market.staff(handOver(12, ALICE, SELLER, 1)).expectRefused(RejectReason.NOT_MATCHED);
        assertEquals(Money.ZERO, new NeedTerms(null, 0).budget());
    }

    @Test
    void whoeverIsSuspendedOrBarredSaysNoButNotYes() {
        MarketFixture market = needed().by(ALICE, offer()).by(SELLER, says(1, true));
        market.decide(ALICE, AdmissionState.BARRED);
        market.by(ALICE, says(1, true))
                .expectRefused(RejectReason.PARTICIPANT_BARRED)
                .expectNothingChanged();
        market.by(ALICE, says(1, false)).expect(new InterestTold(NEED, ALICE, 1, false));
        market.decide(SELLER, AdmissionState.VERIFIED).decide(SELLER, AdmissionState.SUSPENDED);
        market.by(SELLER, says(1, true)).expectRefused(RejectReason.PARTICIPANT_SUSPENDED);
    }

    @Test
    void before6TheirYesWasTaken() {
        MarketFixture market = venue(KnownMechanisms.ALL, 5).staff(deal(NEED, new NeedTerms(yuan(90_000), time(100))));
        market.by(ALICE, offer()).decide(ALICE, AdmissionState.BARRED);
        market.by(ALICE, says(1, true)).expect(new InterestTold(NEED, ALICE, 1, true));
    }
}
