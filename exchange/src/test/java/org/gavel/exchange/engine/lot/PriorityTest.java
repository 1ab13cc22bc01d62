package org.gavel.exchange.engine.lot;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.CLERK;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.SELLER;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.wan;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.Submission;
import org.gavel.protocol.command.CallLot;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.UndoBid;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.BidUndone;
import org.gavel.protocol.event.CallReset;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotExtended;
import org.gavel.protocol.event.PriorityExercised;
import org.gavel.protocol.event.PriorityGranted;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.InquiryTerms;
import org.gavel.protocol.value.LiveTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PriorityMode;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.Step;
import org.gavel.protocol.value.TimedTerms;
import org.junit.jupiter.api.Test;

/** Granting a right of first refusal, and matching the price while others bid. */
final class PriorityTest {
    private static final int DORA = 14;

    private final MarketFixture market = venue().at(0);

    private static LotPlan within() {
        return lot(7).priority(PriorityMode.WITHIN_BIDDING, 0);
    }

    private MarketFixture open(Money start, Money step, int... holdersByRank) {
        market.announce(within().start(start).step(step));
        for (int rank = 0; rank < holdersByRank.length; rank++) {
            market.grant(holdersByRank[rank], rank);
        }
        return market.open();
    }

    /** AM-X1: Alice is P3, Dora R0, Bob R1, Carol R2. */
    @Test
    void aHolderLeadsAtTheSamePriceAndABetterRankBeatsThem() {
        market.staff(new RegisterParticipant(DORA, ""));
        market.announce(within().start(yuan(250)).softClose(300, 300));
        market.grant(DORA, 0).grant(BOB, 1).grant(CAROL, 2).open();
        market.at(10).bid(ALICE, yuan(250)).expectLeads(ALICE, yuan(250));
        market.match(BOB).expectLeads(BOB, yuan(250));
        market.match(CAROL).expectRefused(RejectReason.OUTRANKED, yuan(260)).expectNothingChanged();
        market.match(DORA).expectLeads(DORA, yuan(250));
        market.match(BOB).expectRefused(RejectReason.OUTRANKED, yuan(260));
        market.bid(ALICE, yuan(260)).expectLeads(ALICE, yuan(260));
        market.at(900).match(DORA).expectLeads(DORA, yuan(260));
        assertEquals(new LotExtended(7, time(1200), 1), market.last().get(2));
        market.at(1200).tick().expect(new LotAwarded(7, DORA, 3, yuan(260), 5, time(1200)));
    }

    /** MR-T23. */
    @Test
    void nobodyGoesHigherSoTheHolderBuysAtThePrice() {
        open(wan(300), wan(10), BOB).bid(ALICE, wan(300));
        market.at(20).cid("m").match(BOB);
        ClientId cid = ClientId.parse("m");
        market.expect(
                new BidAccepted(7, BOB, 2, wan(300), wan(310), 2, time(1000), Channel.ONLINE, cid),
                new PriorityExercised(7, BOB, 2, 0, wan(300)));
        market.bid(ALICE, wan(300)).expectRefused(RejectReason.NOT_HIGHER, wan(310));
        market.at(1000).tick().expect(new LotAwarded(7, BOB, 2, wan(300), 2, time(1000)));
    }

    /** MR-T24. */
    @Test
    void refusesAPriorityThatIsFirstOrLeadsOrHasNoRight() {
        open(wan(300), wan(10), BOB);
        market.match(BOB).expectRefused(RejectReason.PRIORITY_FIRST).expectNothingChanged();
        market.bid(ALICE, wan(300));
        market.match(CAROL).expectRefused(RejectReason.NO_PRIORITY).expectNothingChanged();
        market.match(BOB).expectAccepted();
        market.match(BOB).expectRefused(RejectReason.ALREADY_LEADING).expectNothingChanged();
    }

    /** MR-T24: the second time in single-use mode. */
    @Test
    void aRightOfSingleUseIsUsedUpByItsFirstMatch() {
        market.announce(within().singleUse()).grant(BOB, 0).open();
        market.bid(ALICE, yuan(100)).match(BOB).bid(ALICE, yuan(110));
        market.match(BOB).expectRefused(RejectReason.PRIORITY_USED, yuan(120)).expectNothingChanged();
        market.bid(BOB, yuan(120)).expectLeads(BOB, yuan(120));
    }

    /** MR-T25: rank, then time. */
    @Test
    void ofEqualRanksTheEarlierMatchLeads() {
        market.staff(new RegisterParticipant(DORA, ""));
        market.announce(within().start(wan(300)).step(wan(10)));
        market.grant(ALICE, 1).grant(BOB, 2).grant(CAROL, 1).open();
        market.bid(DORA, wan(300)).match(ALICE).expectLeads(ALICE, wan(300));
        market.match(BOB).expectRefused(RejectReason.OUTRANKED, wan(310));
        market.match(CAROL).expectRefused(RejectReason.OUTRANKED, wan(310));
        market.at(1000).tick();
        assertEquals(ALICE, market.events(LotAwarded.class).get(0).winner());
    }

    @Test
    void aHolderWhoLeadsByAnOrdinaryBidLeadsWithTheirRank() {
        open(yuan(100), yuan(10), BOB, CAROL).bid(BOB, yuan(100));
        market.match(CAROL).expectRefused(RejectReason.OUTRANKED, yuan(110));
    }

    @Test
    void theRightGoesOnIntoTheNextPhase() {
        market.announce(within().thenPhase().lasts(60)).grant(BOB, 0).open();
        market.bid(ALICE, yuan(100)).at(1000).match(BOB).expectLeads(BOB, yuan(100));
        market.at(1060).tick();
        assertEquals(BOB, market.events(LotAwarded.class).get(0).winner());
    }

    @Test
    void aHolderNeedsTheDepositLikeEverybody() {
        market.announce(within().deposit(yuan(5))).grant(BOB, 0).hold(ALICE).open();
        market.bid(ALICE, yuan(100));
        market.match(BOB).expectRefused(RejectReason.DEPOSIT_NOT_HELD, yuan(5));
        market.hold(BOB).match(BOB).expectLeads(BOB, yuan(100));
    }

    @Test
    void whereHoldersAreAskedAfterBiddingNobodyMatchesWithin() {
        market.announce(lot(7).priority(PriorityMode.INQUIRY_AFTER, 60))
                .grant(BOB, 0)
                .open();
        market.bid(ALICE, yuan(100));
        market.match(BOB).expectRefused(RejectReason.WRONG_PHASE);
        market.match(CAROL).expectRefused(RejectReason.NO_PRIORITY);
    }

    @Test
    void aGrantIsPublicAndOnlyBeforeTheLotOpens() {
        market.announce(within()).grant(BOB, 3).expect(new PriorityGranted(7, BOB, 3));
        market.grant(BOB, 4).expectRefused(RejectReason.PRIORITY_HELD);
        market.grant(SELLER, 0).expectRefused(RejectReason.CONSIGNOR_BID);
        market.grant(99, 0).expectRefused(RejectReason.PARTICIPANT_UNKNOWN);
        market.open().grant(CAROL, 0).expectRefused(RejectReason.NOT_AWAITING);
        market.terminate().grant(CAROL, 0).expectRefused(RejectReason.ALREADY_ENDED);
        market.on(8).grant(CAROL, 0).expectRefused(RejectReason.LOT_UNKNOWN);
        market.announce(lot(9)).grant(CAROL, 0).expectRefused(RejectReason.PRIORITY_NOT_OFFERED);
    }

    @Test
    void aLotTakesSoManyHoldersAndNoMore() {
        market.announce(within());
        for (int i = 0; i <= Priorities.MAX_HOLDERS; i++) {
            market.staff(new RegisterParticipant(100 + i, "")).grant(100 + i, 0);
        }
        market.expectRefused(RejectReason.HOLDERS_FULL, Priorities.MAX_HOLDERS);
    }

    @Test
    void aMatchRestartsTheCountdownOfLimitedTimeBidding() {
        market.announce(within().phases(timed()));
        market.grant(BOB, 0).open();
        market.at(10).bid(ALICE, yuan(50)).at(90).match(BOB).expectLeads(BOB, yuan(50));
        assertEquals(new LotExtended(7, time(190), 2), market.last().get(2));
        market.at(190).tick();
        assertEquals(BOB, market.events(LotAwarded.class).get(0).winner());
    }

    @Test
    void whoeverAnInquiryKeepsOutMatchesNothing() {
        market.announce(within().phases(timed(), new InquiryTerms(Duration.ofSeconds(100)), timed()));
        market.grant(BOB, 0).grant(CAROL, 1).open();
        market.bid(CAROL, yuan(50)).bid(ALICE, yuan(51)).at(100).tick();
        market.answer(ALICE, true);
        market.at(200).tick();
        market.match(BOB).expectRefused(RejectReason.NO_LISTING_QUOTE).expectNothingChanged();
        market.match(CAROL).expectRefused(RejectReason.INQUIRY_MISSED).expectNothingChanged();
    }

    @Test
    void aMatchInTheHallBeginsTheCallsAnewAndCanBeUndone() {
        Duration second = Duration.ofSeconds(1);
        List<Step> steps = List.of(new Step(Money.ZERO, yuan(10)));
        Duration most = Duration.ofSeconds(1000);
        market.announce(
                within().phases(new LiveTerms(yuan(100), steps, false, 0, false, second, second, most, second)));
        market.grant(BOB, 0).open();
        market.bid(ALICE, yuan(100)).staff(new CallLot(7, 1, "")).expectAccepted();
        market.at(2).match(BOB).expectLeads(BOB, yuan(100));
        assertEquals(new CallReset(7, 1), market.last().get(1));
        Origin origin = new Origin(CLERK, CLERK + 1, ClientId.NONE, 0, 0, 0, Role.CLERK, Channel.CONSOLE);
        market.apply(new Submission(market.market().time(), origin, new UndoBid(7, 2, REASON)));
        assertEquals(1, market.events(BidUndone.class).get(0).paddle());
        market.match(BOB).expectLeads(BOB, yuan(100));
    }

    private static TimedTerms timed() {
        List<Step> steps = List.of(new Step(Money.ZERO, yuan(1)));
        return new TimedTerms(yuan(50), steps, false, 0, Duration.ofSeconds(100), Duration.ZERO, false);
    }

    @Test
    void matchingWithinBiddingNeedsAPhaseWhosePriceShowsAndIsTheLeadersBid() {
        market.announce(within().proxy()).expectRefused(RejectReason.PRIORITY_UNFIT);
        market.announce(lot(7).proxy().priority(PriorityMode.INQUIRY_AFTER, 60)).expectAccepted();
    }
}
