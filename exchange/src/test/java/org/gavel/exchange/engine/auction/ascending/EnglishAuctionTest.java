package org.gavel.exchange.engine.auction.ascending;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.wan;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gavel.exchange.engine.EventList;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.WithdrawBid;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.Test;

/** What an English auction takes and refuses. */
final class EnglishAuctionTest {
    private final MarketFixture market = venue();

    /** MR-T14: the lot of 2021, start 2,000,000, step 100,000, sold at a premium of 50 %. */
    @Test
    void sellsTheLotOf2021AsItWasSold() {
        market.at(0).open(lot(7).start(wan(200)).step(wan(10)));
        market.bid(ALICE, wan(190)).expectRefused(RejectReason.BELOW_START, wan(200));
        market.bid(ALICE, wan(200)).expectLeads(ALICE, wan(200));
        market.bid(BOB, wan(205)).expectRefused(RejectReason.OFF_INCREMENT, wan(210));
        market.bid(BOB, wan(210)).expectLeads(BOB, wan(210));
        market.bid(CAROL, wan(210)).expectRefused(RejectReason.NOT_HIGHER, wan(220));
        market.bid(ALICE, wan(240)).expectLeads(ALICE, wan(240));
        market.bid(BOB, wan(300)).expectLeads(BOB, wan(300));
        market.at(1000).tick().expect(new LotAwarded(7, BOB, 2, wan(300), 4, time(1000)));
        long premiumPercent = (wan(300).fen() - wan(200).fen()) * 100 / wan(200).fen();
        assertEquals(50, premiumPercent);
    }

    @Test
    void anAcceptedBidSaysEverythingAboutItself() {
        market.at(0).open(lot(7).start(yuan(100)).step(yuan(10)));
        market.at(10).cid("bid-1").bid(ALICE, yuan(150));
        market.expect(new BidAccepted(
                7, ALICE, 1, yuan(150), yuan(160), 1, time(1000), Channel.ONLINE, ClientId.parse("bid-1")));
    }

    /** A paddle raised in the hall is entered by the clerk and counts like any other. */
    @Test
    void takesBidsTheClerkEntersForTheFloor() {
        market.at(0).open(lot(7));
        market.apply(MarketFixture.CLERK, Role.CLERK, Channel.FLOOR, new PlaceBid(7, BOB, yuan(100)));
        market.expectLeads(BOB, yuan(100));
        assertEquals(Channel.FLOOR, market.events(BidAccepted.class).get(0).channel());
    }

    @Test
    void takesTheStartPriceAndAnythingAboveItFirst() {
        market.at(0).open(lot(7).start(yuan(100)).step(yuan(10)));
        market.bid(ALICE, new Money(9_999)).expectRefused(RejectReason.BELOW_START, yuan(100));
        market.bid(ALICE, new Money(10_001)).expectLeads(ALICE, new Money(10_001));
    }

    /** MR-T15. */
    @Test
    void refusesMoreThanTheLargestMultiple() {
        market.at(0).open(lot(7).start(wan(300)).step(wan(10)).maxMultiple(10));
        market.bid(ALICE, wan(300)).expectLeads(ALICE, wan(300));
        market.bid(BOB, wan(410)).expectRefused(RejectReason.INCREMENT_MULTIPLE_TOO_BIG, wan(400));
        market.bid(BOB, wan(400)).expectLeads(BOB, wan(400));
    }

    @Test
    void aRaiseOfAnyAmountIsBoundByTheLargestMultipleToo() {
        market.at(0).open(lot(7).step(yuan(10)).maxMultiple(3).anyRaise());
        market.bid(ALICE, yuan(100));
        market.bid(BOB, new Money(13_001)).expectRefused(RejectReason.INCREMENT_MULTIPLE_TOO_BIG, yuan(130));
        market.bid(BOB, yuan(130)).expectLeads(BOB, yuan(130));
    }

    @Test
    void theFirstBidMayJumpAsFarAsItLikes() {
        market.at(0).open(lot(7).step(yuan(10)).maxMultiple(1));
        market.bid(ALICE, yuan(5_000)).expectLeads(ALICE, yuan(5_000));
    }

    @Test
    void whereAnyRaiseIsAllowedOnlyTheLeastOneCounts() {
        market.at(0).open(lot(7).step(yuan(10)).anyRaise());
        market.bid(ALICE, yuan(100));
        market.bid(BOB, new Money(10_999)).expectRefused(RejectReason.BELOW_INCREMENT, yuan(110));
        market.bid(BOB, new Money(11_001)).expectLeads(BOB, new Money(11_001));
        assertEquals(new Money(12_001), market.events(BidAccepted.class).get(0).nextMinimum());
    }

    @Test
    void whereWholeMultiplesAreAskedNothingBetweenThemPasses() {
        market.at(0).open(lot(7).step(yuan(10)));
        market.bid(ALICE, yuan(100));
        market.bid(BOB, new Money(10_001)).expectRefused(RejectReason.OFF_INCREMENT, yuan(110));
        market.bid(BOB, new Money(12_001)).expectRefused(RejectReason.OFF_INCREMENT, yuan(110));
        market.bid(BOB, yuan(120)).expectLeads(BOB, yuan(120));
    }

    /** MR-T16. */
    @Test
    void theLeaderMayNotOutbidThemselves() {
        market.at(0).open(lot(7));
        market.bid(ALICE, yuan(100));
        market.bid(ALICE, yuan(200)).expectRefused(RejectReason.ALREADY_LEADING).expectNothingChanged();
        market.bid(BOB, yuan(200)).expectLeads(BOB, yuan(200));
        market.bid(ALICE, yuan(300)).expectLeads(ALICE, yuan(300));
    }

    /** MR-T16, where the terms allow it. */
    @Test
    void theLeaderMayRaiseWhereTheTermsSaySo() {
        market.at(0).open(lot(7).leaderMayRaise());
        market.bid(ALICE, yuan(100));
        market.bid(ALICE, yuan(100)).expectRefused(RejectReason.NOT_HIGHER, yuan(110));
        market.bid(ALICE, yuan(110)).expectLeads(ALICE, yuan(110));
    }

    /** MR-T17: Auction Law art. 36. */
    @Test
    void aBidCannotBeTakenBackAndTheAttemptIsOnRecord() {
        market.at(0).open(lot(7));
        market.bid(ALICE, yuan(100));
        market.by(ALICE, new WithdrawBid(7));
        market.expectRefused(RejectReason.BID_IRREVOCABLE).expectNothingChanged();
        market.at(1000).tick().expect(new LotAwarded(7, ALICE, 1, yuan(100), 1, time(1000)));
    }

    @Test
    void anAmountThatNoMoneyCanHoldIsRefusedWithTheLimit() {
        market.at(0).open(lot(7));
        market.request()
                .begin(market.market().sequence() + 1, time(0), ALICE, 0, 0)
                .from(Role.BIDDER, Channel.ONLINE);
        market.market().placeBid(market.request(), 7, 0, Money.MAX_FEN + 1, new EventList());
        assertEquals(RejectReason.PRICE_LIMIT, market.request().reason());
        assertEquals(Money.MAX_FEN, market.request().detail());
    }

    @Test
    void atTheHighestPriceNothingMoreIsAccepted() {
        market.at(0).open(lot(7).step(yuan(10)).anyRaise());
        market.bid(ALICE, new Money(Money.MAX_FEN - 1)).expectLeads(ALICE, new Money(Money.MAX_FEN - 1));
        assertEquals(
                Money.MAX_FEN,
                market.events(BidAccepted.class).get(0).nextMinimum().fen());
        market.bid(BOB, new Money(Money.MAX_FEN)).expectRefused(RejectReason.BELOW_INCREMENT, Money.MAX_FEN);
    }

    @Test
    void thePriceAndTheLeaderGoIntoTheNextPhase() {
        market.at(0).open(lot(7).step(yuan(10)).thenPhase().step(yuan(50)).lasts(60));
        market.at(500).bid(ALICE, yuan(100));
        market.at(1000).tick().expect(new LotOpened(7, 2, time(1060), yuan(150), ""));
        market.bid(ALICE, yuan(150)).expectRefused(RejectReason.ALREADY_LEADING);
        market.bid(BOB, yuan(110)).expectRefused(RejectReason.OFF_INCREMENT, yuan(150));
        market.bid(BOB, yuan(150)).expectLeads(BOB, yuan(150));
        market.at(1060).tick().expect(new LotAwarded(7, BOB, 2, yuan(150), 2, time(1060)));
    }

    @Test
    void aPhaseNobodyBidInLeavesTheStartPriceToTheNext() {
        market.at(0).open(lot(7).start(yuan(100)).thenPhase().start(yuan(80)).lasts(60));
        market.at(1000).tick().expect(new LotOpened(7, 2, time(1060), yuan(80), ""));
        market.bid(ALICE, yuan(80)).expectLeads(ALICE, yuan(80));
    }

    @Test
    void aBidAtTheClosingInstantOfAPhaseBelongsToTheNext() {
        market.at(0).open(lot(7).thenPhase().start(yuan(80)).lasts(60));
        market.at(1000).bid(ALICE, yuan(80));
        assertEquals(1, market.events(LotOpened.class).size());
        market.expectLeads(ALICE, yuan(80));
    }
}
