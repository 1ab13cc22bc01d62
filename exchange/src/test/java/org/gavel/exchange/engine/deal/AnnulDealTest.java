package org.gavel.exchange.engine.deal;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.CLERK;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.WEALTH;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.gavel.exchange.engine.deal.DealPlan.PUBLIC;
import static org.gavel.exchange.engine.deal.DealPlan.annullable;
import static org.gavel.exchange.engine.deal.DealPlan.deal;
import static org.gavel.exchange.engine.deal.DealPlan.exclusive;
import static org.gavel.exchange.engine.deal.DealPlan.licences;
import static org.gavel.exchange.engine.deal.DealPlan.negotiated;
import static org.gavel.exchange.engine.deal.DealPlan.shares;
import static org.gavel.exchange.engine.deal.DealPlan.use;
import static org.gavel.exchange.engine.deal.DealPlan.with;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.rulebook.Law;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.command.BuyNow;
import org.gavel.protocol.command.ConvertUse;
import org.gavel.protocol.command.PledgeShares;
import org.gavel.protocol.command.PublishDeal;
import org.gavel.protocol.command.VoidLot;
import org.gavel.protocol.command.WithdrawDeposit;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.LotVoided;
import org.gavel.protocol.event.SaleMade;
import org.gavel.protocol.event.SaleReturned;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OverSubscription;
import org.gavel.protocol.value.PublicityPlace;
import org.gavel.protocol.value.PublicityTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 撤销: two persons make the award of a deal void while objections can be made, and everything goes back exactly. */
final class AnnulDealTest {
    private static final int DEAL = 12;
    private static final int SALE = SaleMade.FIRST;
    private static final int HOUR = 3_600;
    private static final Money PRICE = yuan(500);
    private static final Money DEPOSIT = yuan(100);
    private static final String DAY = "2026-03-02T10:00";

    private MarketFixture market = Law.venue(DAY);

    @AfterEach
    void replaysToTheSame() {
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    private MarketFixture voided(int lot) {
        return market.approved(new VoidLot(lot, REASON));
    }

    private void announced(AnnounceDeal plan) {
        market.staff(annullable(plan, HOUR)).expectAccepted();
    }

    private void buys(int who) {
        market.by(who, new BuyNow(DEAL, 0, PRICE)).expectAccepted();
    }

    private MarketFixture at(String time) {
        return market.atMicros(Law.at(time));
    }

    /** Every fen is free again. */
    private void hasEverything(int who) {
        market.by(who, new WithdrawDeposit(who, WEALTH, "bank")).expectAccepted();
    }

    @Test
    void aLicenceGoesBackToItsOfferAndCanBeSoldAgain() {
        announced(deal(DEAL, licences(PRICE, DEPOSIT, 2)));
        buys(ALICE);
        voided(SALE)
                .expect(
                        new LotVoided(SALE, ALICE, 1, PRICE, REASON),
                        new DepositReleased(SALE, ALICE, DEPOSIT),
                        new SaleReturned(DEAL, SALE, 0, 2));
        buys(ALICE);
        buys(BOB);
        market.by(CAROL, new BuyNow(DEAL, 0, PRICE)).expectRefused(RejectReason.SOLD_OUT, 2);
        hasEverything(CAROL);
    }

    /** What has ended stays ended: the seller announces it anew. */
    @Test
    void anExclusiveSaleThatIsVoidDoesNotOpenTheOfferAgain() {
        announced(deal(DEAL, exclusive(PRICE, DEPOSIT)));
        buys(ALICE);
        voided(SALE).expectAccepted();
        market.by(BOB, new BuyNow(DEAL, 0, PRICE)).expectRefused(RejectReason.DEAL_ENDED);
        voided(SALE).expectRefused(RejectReason.DEAL_ENDED).expectNothingChanged();
        hasEverything(ALICE);
    }

    @Test
    void aJointPurchaseIsVoidAsAWhole() {
        long until = Law.at("2026-03-03T10:00");
        announced(deal(DEAL, shares(3, yuan(10), 0, until, OverSubscription.PRO_RATA)));
        market.by(CAROL, new PledgeShares(DEAL, 0, 1));
        market.by(ALICE, new PledgeShares(DEAL, 0, 3)).by(BOB, new PledgeShares(DEAL, 0, 3));
        at("2026-03-03T10:30").tick();
        voided(DEAL);
        market.expect(
                new LotVoided(DEAL, CAROL, 1, yuan(10), REASON),
                new DepositReleased(DEAL, CAROL, yuan(10)),
                new DepositReleased(DEAL, ALICE, yuan(10)),
                new DepositReleased(DEAL, BOB, yuan(10)));
        hasEverything(ALICE);
        hasEverything(BOB);
        hasEverything(CAROL);
        voided(DEAL).expectRefused(RejectReason.DEAL_ENDED);
    }

    @Test
    void aNegotiatedDealIsVoidBetweenItsAwardAndTheEndOfThePeriod() {
        announced(with(ALICE, DEAL, negotiated(PRICE, PUBLIC)));
        market.staff(new PublishDeal(DEAL, PublicityPlace.UNIT, "31"));
        market.staff(new PublishDeal(DEAL, PublicityPlace.VENUE, "31"));
        at("2026-03-10T10:00");
        voided(DEAL).expectRefused(RejectReason.NOTHING_TO_VOID).expectNothingChanged();
        at("2026-03-18T01:00").tick();
        voided(DEAL).expectRefused(RejectReason.OBJECTIONS_OVER).expectNothingChanged();
    }

    @Test
    void anAwardIsVoidUpToTheLastInstantOfThePeriod() {
        announced(with(ALICE, DEAL, negotiated(PRICE, PUBLIC)));
        market.staff(new PublishDeal(DEAL, PublicityPlace.UNIT, "31"));
        market.staff(new PublishDeal(DEAL, PublicityPlace.VENUE, "31"));
        at("2026-03-18T00:59:59.999999").tick();
        voided(DEAL).expect(new LotVoided(DEAL, ALICE, 1, PRICE, REASON));
    }

    @Test
    void whatWasHeldForAConvertedUseIsFreeAgain() {
        announced(with(ALICE, DEAL, use(PRICE, DEPOSIT, PublicityTerms.NONE, 30)));
        voided(DEAL).expectRefused(RejectReason.NOTHING_TO_VOID);
        market.by(ALICE, new ConvertUse(DEAL, 0)).expectAccepted();
        voided(DEAL).expect(new LotVoided(DEAL, ALICE, 1, PRICE, REASON), new DepositReleased(DEAL, ALICE, DEPOSIT));
        hasEverything(ALICE);
    }

    @Test
    void needsASecondPersonAndAPeriodThatWasAnnounced() {
        announced(deal(DEAL, licences(PRICE, DEPOSIT, 0)));
        buys(ALICE);
        market.staff(new VoidLot(SALE, REASON)).expectRefused(RejectReason.APPROVER_NEEDED);
        market.approved(CLERK, new VoidLot(SALE, REASON)).expectRefused(RejectReason.SAME_APPROVER);
        voided(DEAL).expectRefused(RejectReason.WRONG_MODE).expectNothingChanged();
        market.staff(deal(13, licences(PRICE, DEPOSIT, 0))).by(ALICE, new BuyNow(13, 0, PRICE));
        voided(SALE + 1).expectRefused(RejectReason.OBJECTIONS_OVER).expectNothingChanged();
        at("2026-03-02T11:00");
        voided(SALE).expectRefused(RejectReason.OBJECTIONS_OVER).expectNothingChanged();
        voided(SALE + 2).expectRefused(RejectReason.LOT_UNKNOWN);
    }

    /** A replay starts again from snapshots (every 37 commands): what is void is in them, and when the others were sold. */
    @Test
    void aSnapshotKnowsWhatIsVoidAndWhatCanStillBe() {
        announced(deal(DEAL, licences(PRICE, DEPOSIT, 3)));
        buys(ALICE);
        buys(BOB);
        voided(SALE).expectAccepted();
        for (int i = 0; i < 80; i++) {
            market.tick();
        }
        MarketFixture restored = market.replayed();
        restored.approved(new VoidLot(SALE, REASON)).expectRefused(RejectReason.DEAL_ENDED);
        restored.approved(new VoidLot(SALE + 1, REASON))
                .expect(
                        new LotVoided(SALE + 1, BOB, 1, PRICE, REASON),
                        new DepositReleased(SALE + 1, BOB, DEPOSIT),
                        new SaleReturned(DEAL, SALE + 1, 0, 3));
    }

    /** Journals of the first behaviour replay as they were: a deal was no lot that could be void. */
    @Test
    void theFirstBehaviourKnewNoSuchLot() {
        market = Law.venue(DAY, Behaviour.FIRST);
        announced(deal(DEAL, licences(PRICE, DEPOSIT, 0)));
        buys(ALICE);
        voided(SALE).expectRefused(RejectReason.LOT_UNKNOWN).expectNothingChanged();
    }
}
