package org.gavel.exchange.engine.deal;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.CLERK;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.SELLER;
import static org.gavel.exchange.engine.MarketFixture.WEALTH;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.gavel.exchange.engine.deal.DealPlan.deal;
import static org.gavel.exchange.engine.deal.DealPlan.exclusive;
import static org.gavel.exchange.engine.deal.DealPlan.licences;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gavel.exchange.engine.KnownMechanisms;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.BuyNow;
import org.gavel.protocol.command.EndDeal;
import org.gavel.protocol.command.MarkParty;
import org.gavel.protocol.command.MarkRelation;
import org.gavel.protocol.command.PledgeShares;
import org.gavel.protocol.command.WithdrawDeposit;
import org.gavel.protocol.event.DealEnd;
import org.gavel.protocol.event.DealEnded;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.OrderTaken;
import org.gavel.protocol.event.SaleMade;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.ExclusionCause;
import org.gavel.protocol.value.ExportClass;
import org.gavel.protocol.value.FixedPriceTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.RelatedParties;
import org.gavel.protocol.value.Residence;
import org.gavel.protocol.value.SellerCategory;
import org.junit.jupiter.api.Test;

class FixedPriceTest {
    private static final Money PRICE = yuan(500);
    private static final Money DEPOSIT = yuan(100);
    private static final int FIRST = SaleMade.FIRST;

    private static BuyNow order() {
        return new BuyNow(9, 0, PRICE);
    }

    private static MarketFixture offered(FixedPriceTerms terms) {
        return venue().staff(deal(9, terms)).expectAccepted();
    }

    @Test
    void eachOrderIsALotOfItsOwnAwardedAtOnce() {
        MarketFixture market = offered(licences(PRICE, DEPOSIT, 0)).at(5).by(ALICE, order());
        market.expect(
                new OrderTaken(9, FIRST, 1, -1),
                new SaleMade(FIRST, 9, DealPlan.TITLE, SELLER, "PRIVATE_SALE", PRICE, DEPOSIT, false),
                new DepositHeld(FIRST, ALICE, 1, DEPOSIT),
                new LotAwarded(FIRST, ALICE, 1, PRICE, 1, time(5)));
        market.by(BOB, order()).expectAccepted();
        assertEquals(FIRST + 1, market.events(LotAwarded.class).get(0).lot());
        market.by(ALICE, order()).expectRefused(RejectReason.BOUGHT_ALREADY, FIRST);
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    /** 浙江省促进科技成果转化条例 art. 17: nobody marks a sale afterwards that is made at once. */
    @Test
    void whoIsOnRecordAsRelatedBuysOnceMarkedWhereThatIsDisclosed() {
        Admission discloses =
                new Admission(false, false, 0, RelatedParties.DISCLOSED, ExportClass.UNCLASSIFIED, false, "");
        MarketFixture market = venue().staff(DealPlan.admitting(discloses, deal(9, exclusive(PRICE, PRICE))))
                .staff(new MarkRelation(SELLER, ALICE, true, REASON));
        market.by(ALICE, order())
                .expectRefused(RejectReason.DECLARED_PARTY_UNMARKED)
                .expectNothingChanged();
        market.staff(new MarkParty(9, ALICE, ExclusionCause.RELATED_PARTY, REASON))
                .by(ALICE, order());
        market.expectAccepted();
    }

    @Test
    void whoIsOnRecordAsRelatedBuysNothingThatExcludesThem() {
        MarketFixture market = offered(exclusive(PRICE, PRICE)).staff(new MarkRelation(SELLER, ALICE, true, REASON));
        market.by(ALICE, order());
        assertEquals(RejectReason.RELATED_PARTY_BID, market.request().reason());
    }

    @Test
    void before7ARelationOnRecordKeptNobody() {
        MarketFixture market = venue(KnownMechanisms.ALL, 6).staff(deal(9, exclusive(PRICE, PRICE)));
        market.staff(new MarkRelation(SELLER, ALICE, true, REASON))
                .by(ALICE, order())
                .expectAccepted();
    }

    @Test
    void theFirstOrderHasAnExclusiveSale() {
        MarketFixture market = offered(exclusive(PRICE, PRICE)).at(5).by(BOB, order());
        assertEquals(new DealEnded(9, DealEnd.SOLD_OUT, ""), market.last().get(4));
        market.by(ALICE, order()).expectRefused(RejectReason.SOLD_OUT, 1).expectNothingChanged();
        market.approved(new EndDeal(9, REASON)).expectRefused(RejectReason.DEAL_ENDED);
    }

    @Test
    void noMoreLicencesAreSoldThanThereAre() {
        MarketFixture market = offered(licences(PRICE, Money.ZERO, 2));
        market.by(ALICE, order()).expectAccepted().by(BOB, order()).expectAccepted();
        market.by(CAROL, order()).expectRefused(RejectReason.SOLD_OUT, 2);
    }

    @Test
    void refusesWhatIsNotTheAnnouncedSale() {
        MarketFixture market = offered(licences(PRICE, DEPOSIT, 0));
        market.by(ALICE, new BuyNow(9, 0, yuan(499))).expectRefused(RejectReason.OFF_PRICE, PRICE);
        market.by(ALICE, new BuyNow(8, 0, PRICE)).expectRefused(RejectReason.DEAL_UNKNOWN);
        market.by(ALICE, new BuyNow(9, BOB, PRICE)).expectRefused(RejectReason.NOT_YOUR_ACCOUNT);
        market.by(77, order()).expectRefused(RejectReason.PARTICIPANT_UNKNOWN);
        market.by(ALICE, new PledgeShares(9, 0, 1)).expectRefused(RejectReason.WRONG_MODE);
        market.on(9).by(SELLER, order()).expectExcluded(SELLER, ExclusionCause.CONSIGNOR);
        market.describe(CAROL, "", Residence.MAINLAND, true);
        market.by(CAROL, order()).expectExcluded(CAROL, ExclusionCause.STAFF);
        market.staff(new WithdrawDeposit(ALICE, new Money(WEALTH.fen() - 9_999), "bank"));
        market.by(ALICE, order()).expectRefused(RejectReason.MONEY_MISSING, 1).expectNothingChanged();
    }

    @Test
    void ordersEndAtTheirTime() {
        MarketFixture market = offered(new FixedPriceTerms(PRICE, Money.ZERO, false, 0, time(10)));
        market.atMicros(time(10) - 1).by(ALICE, order()).expectAccepted();
        market.at(10).by(BOB, order());
        assertEquals(new DealEnded(9, DealEnd.TIME_OVER, ""), market.last().get(0));
        assertEquals(RejectReason.DEAL_ENDED, market.request().reason());
    }

    @Test
    void lotsDealsAndSalesShareTheirNumbers() {
        MarketFixture market = offered(licences(PRICE, Money.ZERO, 0));
        market.announce(LotPlan.lot(9)).expectRefused(RejectReason.LOT_EXISTS);
        market.staff(deal(9, licences(PRICE, Money.ZERO, 0))).expectRefused(RejectReason.LOT_EXISTS);
        market.announce(LotPlan.lot(FIRST)).expectAccepted();
        market.staff(deal(FIRST, licences(PRICE, Money.ZERO, 0))).expectRefused(RejectReason.LOT_EXISTS);
        market.staff(deal(FIRST + 1, licences(PRICE, Money.ZERO, 0))).expectAccepted();
        market.by(ALICE, order());
        assertEquals(FIRST + 2, market.events(SaleMade.class).get(0).lot());
        market.announce(LotPlan.lot(FIRST + 2)).expectRefused(RejectReason.LOT_EXISTS);
    }

    @Test
    void takingBackNeedsASecondPersonAndLeavesSalesAsTheyAre() {
        MarketFixture market = offered(licences(PRICE, DEPOSIT, 0)).by(ALICE, order());
        market.approved(0, new EndDeal(9, REASON)).expectRefused(RejectReason.APPROVER_NEEDED);
        market.approved(CLERK, new EndDeal(9, REASON)).expectRefused(RejectReason.SAME_APPROVER);
        market.approved(new EndDeal(9, REASON)).expect(new DealEnded(9, DealEnd.TAKEN_BACK, REASON));
        market.by(BOB, order()).expectRefused(RejectReason.DEAL_ENDED);
    }

    @Test
    void courtsAndTheStateSellOnlyWhatTheLawLetsThem() {
        FixedPriceTerms whole = exclusive(PRICE, Money.ZERO);
        MarketFixture market = venue();
        market.staff(DealPlan.of(9, SELLER, 0, SellerCategory.UNIVERSITY, whole))
                .expectRefused(RejectReason.CATEGORY_NOT_ADMITTED);
        market.staff(deal(9, new FixedPriceTerms(PRICE, Money.ZERO, true, 0, time(0))))
                .expectRefused(RejectReason.DEAL_TIMES);
        assertEquals(false, DealRules.admits(SellerCategory.COURT, licences(PRICE, Money.ZERO, 0)));
        assertEquals(false, DealRules.admits(SellerCategory.STATE_OWNED, whole));
        assertEquals(true, DealRules.admits(SellerCategory.STATE_OWNED, licences(PRICE, Money.ZERO, 0)));
    }
}
