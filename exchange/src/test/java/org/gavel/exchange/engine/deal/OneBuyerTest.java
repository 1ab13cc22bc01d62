package org.gavel.exchange.engine.deal;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.gavel.exchange.engine.deal.DealPlan.annullable;
import static org.gavel.exchange.engine.deal.DealPlan.deal;
import static org.gavel.exchange.engine.deal.DealPlan.licences;
import static org.gavel.exchange.engine.deal.DealPlan.shares;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.gavel.exchange.engine.KnownMechanisms;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.BuyNow;
import org.gavel.protocol.command.MakeOffer;
import org.gavel.protocol.command.PledgeShares;
import org.gavel.protocol.command.VoidLot;
import org.gavel.protocol.command.WithdrawOffer;
import org.gavel.protocol.command.WithdrawPledge;
import org.gavel.protocol.event.SaleMade;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.NeedTerms;
import org.gavel.protocol.value.OverSubscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One legal person under several numbers buys, offers and pledges once. */
final class OneBuyerTest {
    /** The last behaviour in which numbers counted. */
    private static final int NUMBERS_COUNT = 4;

    private static final BuyNow ORDER = new BuyNow(9, 0, yuan(500));
    private static final MakeOffer OFFER = new MakeOffer(11, 0, yuan(800), "ab".repeat(32));
    private static final PledgeShares PLEDGE = new PledgeShares(10, 0, 1);

    private MarketFixture market = venue();

    @AfterEach
    void everyReplayIsEqual() {
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    private void announce() {
        market.staff(annullable(deal(9, licences(yuan(500), yuan(1), 0)), 100)).expectAccepted();
        market.staff(deal(10, shares(3, yuan(1), time(50), time(100), OverSubscription.FIRST_COME)))
                .expectAccepted();
        market.staff(deal(11, new NeedTerms(yuan(900), time(100)))).expectAccepted();
    }

    @Test
    void buysOneLicence() {
        announce();
        market.describeAsOne(ALICE, BOB);
        market.by(CAROL, ORDER).by(ALICE, ORDER).expectAccepted();
        market.by(BOB, ORDER)
                .expectRefused(RejectReason.BOUGHT_ALREADY, SaleMade.FIRST + 1)
                .expectNothingChanged();
    }

    @Test
    void buysUnderAnyNumberOnceItsPurchaseIsVoid() {
        announce();
        market.describeAsOne(ALICE, BOB);
        market.by(ALICE, ORDER).approved(new VoidLot(SaleMade.FIRST, REASON)).expectAccepted();
        market.by(BOB, ORDER).expectAccepted();
    }

    @Test
    void hasOneOfferStandingToANeed() {
        announce();
        market.describeAsOne(ALICE, BOB);
        market.by(CAROL, OFFER).by(BOB, OFFER).expectAccepted();
        market.by(ALICE, OFFER).expectRefused(RejectReason.OFFERED_ALREADY, 2).expectNothingChanged();
        market.by(BOB, new WithdrawOffer(11, 0)).by(ALICE, OFFER).expectAccepted();
    }

    @Test
    void pledgesOnce() {
        announce();
        market.describeAsOne(ALICE, BOB);
        market.by(BOB, PLEDGE).expectAccepted();
        market.by(ALICE, PLEDGE).expectRefused(RejectReason.PLEDGED_ALREADY).expectNothingChanged();
        market.by(ALICE, new WithdrawPledge(10, 0)).expectRefused(RejectReason.NO_PLEDGE);
        market.by(BOB, new WithdrawPledge(10, 0)).by(ALICE, PLEDGE).expectAccepted();
        market.by(CAROL, PLEDGE).expectAccepted();
    }

    @Test
    void wasAsManyBuyersAsItHadNumbersBefore() {
        market = venue(KnownMechanisms.ALL, NUMBERS_COUNT);
        announce();
        market.describeAsOne(ALICE, BOB);
        for (int each : new int[] {ALICE, BOB}) {
            market.by(each, ORDER).expectAccepted();
            market.by(each, OFFER).expectAccepted();
            market.by(each, PLEDGE).expectAccepted();
        }
    }
}
