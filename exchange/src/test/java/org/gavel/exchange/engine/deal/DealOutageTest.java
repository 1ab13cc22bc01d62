package org.gavel.exchange.engine.deal;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.gavel.exchange.engine.deal.DealPlan.PUBLIC;
import static org.gavel.exchange.engine.deal.DealPlan.deal;
import static org.gavel.exchange.engine.deal.DealPlan.negotiated;
import static org.gavel.exchange.engine.deal.DealPlan.shares;
import static org.gavel.exchange.engine.deal.DealPlan.use;
import static org.gavel.exchange.engine.deal.DealPlan.with;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.KnownMechanisms;
import org.gavel.exchange.engine.MarketFault;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.rulebook.Law;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.command.DecideObjection;
import org.gavel.protocol.command.EndDeal;
import org.gavel.protocol.command.PledgeShares;
import org.gavel.protocol.command.PublishDeal;
import org.gavel.protocol.command.RaiseObjection;
import org.gavel.protocol.command.ResumeLot;
import org.gavel.protocol.command.WithdrawPledge;
import org.gavel.protocol.event.AwardBlocked;
import org.gavel.protocol.event.DealMoved;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.event.LotSuspended;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.NodeResumed;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.JointPurchaseTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OverSubscription;
import org.gavel.protocol.value.PublicityPlace;
import org.gavel.protocol.value.PublicityTerms;
import org.junit.jupiter.api.Test;

/** What an outage or a fault does to a deal: it ends none unfairly, and no other. */
class DealOutageTest {
    private static final long SECOND = 1_000_000;
    private static final JointPurchaseTerms POOL = shares(2, yuan(1), time(50), time(100), OverSubscription.FIRST_COME);

    @Test
    void whatFellIntoAnOutageComesAsMuchLater() {
        MarketFixture market = venue().staff(deal(10, POOL)).at(40).by(ALICE, new PledgeShares(10, 0, 1));
        market.at(140)
                .nodeStarts()
                .expect(new NodeResumed(100 * SECOND), new DealMoved(10, time(200), 100 * SECOND, time(150)));
        market.atMicros(time(150) - 1).by(ALICE, new WithdrawPledge(10, 0)).expectAccepted();
        market.at(150).by(ALICE, new PledgeShares(10, 0, 1)).by(ALICE, new WithdrawPledge(10, 0));
        market.expectRefused(RejectReason.PLEDGE_BINDING);
        market.at(200).tick();
        assertEquals(
                new LotPassed(10, PassCause.TARGET_MISSED, 1, time(200)),
                market.last().get(0));
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    @Test
    void anOutageAfterPledgesBindDoesNotFreeThem() {
        MarketFixture market = venue().staff(deal(10, POOL)).at(60).by(ALICE, new PledgeShares(10, 0, 1));
        market.at(70).nodeStarts().expect(new NodeResumed(10 * SECOND), new DealMoved(10, time(110), 10 * SECOND));
        market.by(ALICE, new WithdrawPledge(10, 0)).expectRefused(RejectReason.PLEDGE_BINDING);
    }

    @Test
    void untilWhenPledgesCanBeWithdrawnWasNotToldBefore() {
        MarketFixture market =
                venue(KnownMechanisms.ALL, 4).staff(deal(10, POOL)).at(40).by(ALICE, new PledgeShares(10, 0, 1));
        market.at(140).nodeStarts().expect(new NodeResumed(100 * SECOND), new DealMoved(10, time(200), 100 * SECOND));
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    @Test
    void publicityLastsAsMuchLongerAsTheVenueCouldNotShowIt() {
        MarketFixture market = Law.venue("2026-03-02T10:00").staff(with(ALICE, 12, negotiated(yuan(9), PUBLIC)));
        market.staff(new PublishDeal(12, PublicityPlace.UNIT, "31"))
                .staff(new PublishDeal(12, PublicityPlace.VENUE, "31"));
        market.atMicros(Law.at("2026-03-17T20:00")).tick();
        market.atMicros(Law.at("2026-03-18T08:00")).nodeStarts();
        assertEquals(
                new DealMoved(12, Law.at("2026-03-18T12:00"), 12 * 3_600 * SECOND),
                market.last().get(1));
        market.atMicros(Law.at("2026-03-18T12:00"))
                .tick()
                .expect(new LotAwarded(12, ALICE, 1, yuan(9), 0, Law.at("2026-03-18T12:00")));
    }

    @Test
    void aDealKeptByAnObjectionIsNotMoved() {
        MarketFixture market = Law.venue("2026-03-02T10:00").staff(with(ALICE, 12, negotiated(yuan(9), PUBLIC)));
        market.staff(new PublishDeal(12, PublicityPlace.UNIT, "31"))
                .staff(new PublishDeal(12, PublicityPlace.VENUE, "31"));
        market.by(BOB, new RaiseObjection(12, 0, "mine"));
        market.atMicros(Law.at("2026-03-19T08:00")).tick().expect(new AwardBlocked(12, 1));
        market.atMicros(Law.at("2026-03-20T08:00")).nodeStarts();
        assertEquals(1, market.last().size());
        market.approved(new DecideObjection(12, 1, false, REASON)).expectAccepted();
        assertEquals(1, market.events(LotAwarded.class).size());
    }

    /** A joint purchase that fails when its deadline comes, or when it is asked about pledges. */
    private static final class Poisoned extends JointPurchase {
        private final boolean early;
        private int faults = 1;

        Poisoned(AnnounceDeal terms, JointPurchaseTerms purchase, boolean early) {
            super(terms, purchase);
            this.early = early;
        }

        @Override
        int pledgeOf(int participant) {
            if (early && faults-- > 0) {
                throw new IllegalStateException("poison");
            }
            return super.pledgeOf(participant);
        }

        @Override
        void elapse(Request request, DealCourse course, long at, EventSink out) {
            if (!early && faults-- > 0) {
                throw new IllegalStateException("poison");
            }
            super.elapse(request, course, at, out);
        }
    }

    private static DealModes poisoned(boolean early) {
        return (asked, now) -> asked.terms() instanceof JointPurchaseTerms pool && asked.lot() == 10
                ? new Poisoned(asked, pool, early)
                : DealModes.ALL.of(asked, now);
    }

    @Test
    void aFaultOfADeadlineStaysInItsDeal() {
        MarketFixture market = venue(KnownMechanisms.ALL, poisoned(false))
                .staff(deal(10, POOL))
                .staff(deal(11, POOL));
        market.by(ALICE, new PledgeShares(10, 0, 2))
                .by(BOB, new PledgeShares(11, 0, 2))
                .at(100)
                .tick();
        assertEquals(LotSuspended.class, market.last().get(0).getClass());
        assertEquals(11, market.events(LotAwarded.class).get(0).lot());
        market.by(BOB, new PledgeShares(10, 0, 1)).expectRefused(RejectReason.LOT_SUSPENDED);
        market.at(130).staff(new ResumeLot(10, REASON));
        assertEquals(new LotResumed(10, time(130), REASON), market.last().get(0));
        assertEquals(1, market.events(LotAwarded.class).size());
        market.staff(new ResumeLot(10, REASON)).expectRefused(RejectReason.DEAL_ENDED);
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    @Test
    void aFaultOfAnActStaysInItsDealAndTheTimeLeftIsKept() {
        MarketFixture market =
                venue(KnownMechanisms.ALL, poisoned(true)).staff(deal(10, POOL)).at(40);
        market.by(ALICE, new PledgeShares(10, 0, 2));
        assertEquals(RejectReason.INTERNAL, market.request().reason());
        assertEquals(60 * SECOND, market.events(LotSuspended.class).get(0).remaining());
        market.at(300)
                .nodeStarts()
                .staff(new ResumeLot(10, REASON))
                .expect(new LotResumed(10, time(360), REASON, time(310)));
        market.by(ALICE, new PledgeShares(10, 0, 2)).expectAccepted();
        market.at(309).by(ALICE, new WithdrawPledge(10, 0)).expectAccepted();
        market.staff(new ResumeLot(10, REASON)).expectRefused(RejectReason.NOT_PAUSED);
    }

    @Test
    void aSuspendedDealCanBeTakenBack() {
        MarketFixture market = venue(KnownMechanisms.ALL, poisoned(true)).staff(deal(10, POOL));
        market.by(ALICE, new PledgeShares(10, 0, 2));
        market.approved(new EndDeal(10, REASON)).expect(new LotTerminated(10, REASON));
    }

    @Test
    void aDealThatCannotBeMadeChangesNothing() {
        DealModes none = (asked, now) -> {
            throw new IllegalStateException("poison");
        };
        MarketFixture market = venue(KnownMechanisms.ALL, none).staff(deal(10, POOL));
        market.expectRefused(RejectReason.INTERNAL).expectNothingChanged();
    }

    @Test
    void aFaultAfterTheFirstChangeStopsTheNode() {
        DealModes half = (asked, now) -> new JointPurchase(asked, POOL) {
            @Override
            JointPurchase.Pledge pledge(int participant, int shares) {
                throw new IllegalStateException("poison");
            }
        };
        MarketFixture market = venue(KnownMechanisms.ALL, half).staff(deal(10, POOL));
        assertThrows(MarketFault.class, () -> market.by(ALICE, new PledgeShares(10, 0, 2)));
    }

    @Test
    void noTickIsNeededEverySecondForADeal() {
        MarketFixture market = venue().staff(with(ALICE, 13, use(yuan(9), Money.ZERO, PublicityTerms.NONE, 30)));
        assertEquals(false, market.market().isBidding());
    }
}
