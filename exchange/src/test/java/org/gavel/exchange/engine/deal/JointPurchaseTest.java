package org.gavel.exchange.engine.deal;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.SELLER;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.gavel.exchange.engine.deal.DealPlan.deal;
import static org.gavel.exchange.engine.deal.DealPlan.shares;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.KnownMechanisms;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.EndDeal;
import org.gavel.protocol.command.MarkRelation;
import org.gavel.protocol.command.PledgeShares;
import org.gavel.protocol.command.WithdrawDeposit;
import org.gavel.protocol.command.WithdrawPledge;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.PledgeMade;
import org.gavel.protocol.event.PledgeWithdrawn;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OverSubscription;
import org.gavel.protocol.value.Share;
import org.junit.jupiter.api.Test;

class JointPurchaseTest {
    private static final Money PRICE = yuan(1_000);
    private static final int POOL = 10;

    private static MarketFixture announced(OverSubscription rule) {
        return venue().staff(deal(POOL, shares(10, PRICE, time(50), time(100), rule)))
                .expectAccepted();
    }

    private static PledgeShares pledge(int shares) {
        return new PledgeShares(POOL, 0, shares);
    }

    /** Whoever pledges must not read of a time to withdraw that was over before; 0 says that pledges bind at once. */
    @Test
    void theTimeToWithdrawLiesAheadOrThereIsNone() {
        MarketFixture market = venue().at(10);
        market.staff(deal(POOL, shares(10, PRICE, time(10), time(100), OverSubscription.FIRST_COME)))
                .expectRefused(RejectReason.DEAL_TIMES)
                .expectNothingChanged();
        market.staff(deal(POOL, shares(10, PRICE, 0, time(100), OverSubscription.FIRST_COME)))
                .expectAccepted();
        market.by(ALICE, pledge(1)).by(ALICE, new WithdrawPledge(POOL, 0)).expectRefused(RejectReason.PLEDGE_BINDING);
        market.staff(deal(POOL + 1, shares(10, PRICE, time(11), time(100), OverSubscription.FIRST_COME)))
                .expectAccepted();
    }

    @Test
    void before7ItCouldLieBehind() {
        MarketFixture market = venue(KnownMechanisms.ALL, Behaviour.WITHDRAWALS_AHEAD.since() - 1)
                .at(10);
        market.staff(deal(POOL, shares(10, PRICE, time(9), time(100), OverSubscription.FIRST_COME)))
                .expectAccepted();
    }

    @Test
    void allSharesPledgedAreAwardedTogetherAtTheDeadline() {
        MarketFixture market = announced(OverSubscription.FIRST_COME).at(1).by(ALICE, pledge(6));
        market.expect(new PledgeMade(POOL, ALICE, 1, 6, 6), new DepositHeld(POOL, ALICE, 1, yuan(6_000)));
        market.by(BOB, pledge(4)).expectAccepted();
        market.at(200)
                .tick()
                .expect(
                        new LotAwarded(POOL, ALICE, 1, yuan(6_000), 2, time(100), new Share(1, 2, 6, PRICE)),
                        new LotAwarded(POOL, BOB, 2, yuan(4_000), 2, time(100), new Share(2, 2, 4, PRICE)));
        market.by(CAROL, pledge(1)).expectRefused(RejectReason.DEAL_ENDED);
    }

    @Test
    void whoIsOnRecordAsRelatedPledgesNothing() {
        MarketFixture market =
                announced(OverSubscription.FIRST_COME).staff(new MarkRelation(SELLER, ALICE, true, REASON));
        market.by(ALICE, pledge(6));
        assertEquals(RejectReason.RELATED_PARTY_BID, market.request().reason());
    }

    @Test
    void oneShareMissingReleasesEverythingExactly() {
        MarketFixture market =
                announced(OverSubscription.FIRST_COME).by(ALICE, pledge(6)).by(BOB, pledge(3));
        market.at(100)
                .tick()
                .expect(
                        new LotPassed(POOL, PassCause.TARGET_MISSED, 2, time(100)),
                        new DepositReleased(POOL, ALICE, yuan(6_000)),
                        new DepositReleased(POOL, BOB, yuan(3_000)));
    }

    @Test
    void firstComeTakesNothingBeyondTheShares() {
        MarketFixture market = announced(OverSubscription.FIRST_COME).by(ALICE, pledge(6));
        market.by(BOB, pledge(5)).expectRefused(RejectReason.SHARES_TAKEN, 4).expectNothingChanged();
        market.by(ALICE, pledge(1)).expectRefused(RejectReason.PLEDGED_ALREADY);
    }

    @Test
    void proRataCutsAllAndGivesTheRestToTheEarliest() {
        MarketFixture market = announced(OverSubscription.PRO_RATA);
        market.by(ALICE, pledge(5)).by(BOB, pledge(5)).by(CAROL, pledge(5));
        market.at(100)
                .tick()
                .expect(
                        new DepositReleased(POOL, ALICE, yuan(1_000)),
                        new DepositReleased(POOL, BOB, yuan(2_000)),
                        new DepositReleased(POOL, CAROL, yuan(2_000)),
                        new LotAwarded(POOL, ALICE, 1, yuan(4_000), 3, time(100), new Share(1, 3, 4, PRICE)),
                        new LotAwarded(POOL, BOB, 2, yuan(3_000), 3, time(100), new Share(2, 3, 3, PRICE)),
                        new LotAwarded(POOL, CAROL, 3, yuan(3_000), 3, time(100), new Share(3, 3, 3, PRICE)));
    }

    @Test
    void whoseShareIsCutToNothingGetsEverythingBackAndNoAward() {
        MarketFixture market =
                venue().staff(deal(POOL, shares(1, PRICE, time(50), time(100), OverSubscription.PRO_RATA)));
        market.by(ALICE, pledge(1)).by(BOB, pledge(1)).at(100).tick();
        market.expect(
                new DepositReleased(POOL, BOB, PRICE),
                new LotAwarded(POOL, ALICE, 1, PRICE, 2, time(100), new Share(1, 1, 1, PRICE)));
    }

    @Test
    void aPledgeIsWithdrawnUntilItBindsAndThenNoMore() {
        MarketFixture market =
                announced(OverSubscription.FIRST_COME).by(ALICE, pledge(6)).by(BOB, pledge(4));
        market.atMicros(time(50) - 1).by(ALICE, new WithdrawPledge(POOL, 0));
        market.expect(new PledgeWithdrawn(POOL, ALICE, 1, 6, 4), new DepositReleased(POOL, ALICE, yuan(6_000)));
        market.by(ALICE, new WithdrawPledge(POOL, 0)).expectRefused(RejectReason.NO_PLEDGE);
        market.at(50).by(BOB, new WithdrawPledge(POOL, 0)).expectRefused(RejectReason.PLEDGE_BINDING);
        market.by(ALICE, pledge(6)).expectAccepted();
        assertEquals(3, market.events(PledgeMade.class).get(0).pledge());
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    @Test
    void pledgesNeedTheirWholePriceFree() {
        MarketFixture market = announced(OverSubscription.FIRST_COME);
        market.staff(new WithdrawDeposit(ALICE, new Money(MarketFixture.WEALTH.fen() - 100_000), "bank"));
        market.by(ALICE, pledge(2))
                .expectRefused(RejectReason.MONEY_MISSING, PRICE)
                .expectNothingChanged();
    }

    @Test
    void takingItBackReleasesEveryPledge() {
        MarketFixture market = announced(OverSubscription.FIRST_COME).by(ALICE, pledge(6));
        market.approved(new EndDeal(POOL, REASON))
                .expect(new LotTerminated(POOL, REASON), new DepositReleased(POOL, ALICE, yuan(6_000)));
        market.at(100).tick().expect();
    }
}
