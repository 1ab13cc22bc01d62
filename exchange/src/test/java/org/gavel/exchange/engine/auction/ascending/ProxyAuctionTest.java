package org.gavel.exchange.engine.auction.ascending;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.auction.rounds.InquiryPlaceTest;
import org.gavel.protocol.command.AnswerInquiry;
import org.gavel.protocol.command.PlaceMaximum;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.BidBeaten;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotExtended;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.MaximumCommitted;
import org.gavel.protocol.event.MaximumOpened;
import org.gavel.protocol.event.MaximumPlaced;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.InquiryTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.ProxyTerms;
import org.gavel.protocol.value.SealedCommitment;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;
import org.junit.jupiter.api.Test;

/** Proxy bidding: auction-mechanisms 2.3. */
class ProxyAuctionTest {
    private static final LotPlan PLAIN = lot(7).start(yuan(50)).step(yuan(1)).proxy();

    private final MarketFixture market = MarketFixture.venue();

    private MarketFixture leaves(int bidder, long maximum) {
        return leaves(bidder, yuan(maximum));
    }

    private MarketFixture leaves(int bidder, Money maximum) {
        return market.by(bidder, new PlaceMaximum(7, 0, maximum));
    }

    private void expectLeads(int bidder, long price) {
        List<BidAccepted> accepted = market.expectAccepted().events(BidAccepted.class);
        assertEquals(bidder, accepted.get(accepted.size() - 1).bidder());
        assertEquals(yuan(price), accepted.get(accepted.size() - 1).amount());
    }

    /** AM-P1. */
    @Test
    void priceIsOneIncrementAboveTheBestRival() {
        market.at(0).open(lot(7).start(yuan(3)).step(yuan(1)).proxy());
        leaves(ALICE, 7);
        expectLeads(ALICE, 3);
        leaves(BOB, 6);
        expectLeads(ALICE, 7);
    }

    /** AM-P2, on the ladder of Trade Me. */
    @Test
    void followsTheLadderOfAKnownSite() {
        market.at(0).open(lot(7).start(yuan(100)).proxy().ladder(tradeMe()));
        leaves(ALICE, 250);
        expectLeads(ALICE, 100);
        leaves(BOB, 250);
        expectLeads(ALICE, 250);
        leaves(BOB, 254);
        market.expectRefused(RejectReason.BELOW_INCREMENT, yuan(255)).expectNothingChanged();
        leaves(BOB, 255);
        expectLeads(BOB, 255);
        leaves(ALICE, 300);
        expectLeads(ALICE, 260);
        leaves(CAROL, 400);
        expectLeads(CAROL, 305);
    }

    private static Step[] tradeMe() {
        long[][] rows = {{0, 50}, {20, 100}, {200, 500}, {1000, 1000}, {5000, 5000}, {25000, 10000}};
        Step[] ladder = new Step[rows.length];
        for (int i = 0; i < rows.length; i++) {
            ladder[i] = new Step(yuan(rows[i][0]), new Money(rows[i][1]));
        }
        return ladder;
    }

    /** AM-P3: below the reserve a maximum shows itself up to the reserve. */
    @Test
    void showsAMaximumUpToTheHiddenReserve() {
        market.at(0).open(lot(7).start(yuan(50)).step(yuan(1)).proxy().hiddenReserve(yuan(100)));
        leaves(ALICE, 50);
        expectLeads(ALICE, 50);
        leaves(BOB, 150);
        expectLeads(BOB, 100);
        leaves(ALICE, 150);
        expectLeads(BOB, 150);
        leaves(ALICE, 151);
        expectLeads(ALICE, 151);
        market.at(1000).tick();
        assertEquals(yuan(151), market.events(LotAwarded.class).get(0).amount());
    }

    /** MR-T26. */
    @Test
    void passesWhereNoMaximumReachesTheReserve() {
        market.at(0).open(lot(7).start(yuan(50)).step(yuan(1)).proxy().hiddenReserve(yuan(100)));
        leaves(ALICE, 99);
        expectLeads(ALICE, 99);
        market.at(1000).tick();
        assertEquals(
                PassCause.RESERVE_NOT_MET, market.events(LotPassed.class).get(0).cause());
    }

    @Test
    void ofEqualMaximaTheEarlierLeads() {
        market.at(0).open(PLAIN);
        leaves(ALICE, 80);
        leaves(BOB, 80);
        expectLeads(ALICE, 80);
    }

    @Test
    void saysWhoWasBeatenAndThatTheVenueBid() {
        market.at(0).open(PLAIN);
        leaves(ALICE, 80);
        leaves(BOB, 60);
        assertEquals(new MaximumPlaced(7, BOB, false), market.last().get(0));
        assertEquals(new BidBeaten(7, BOB, 2, yuan(60), 2), market.last().get(1));
        assertEquals(Channel.PROXY, market.events(BidAccepted.class).get(0).channel());
        assertEquals(yuan(61), market.events(BidAccepted.class).get(0).amount());
    }

    @Test
    void leaderRaisesInSecretAndMovesThePriceOnlyWhereItWasCapped() {
        market.at(0).open(PLAIN);
        leaves(ALICE, 80);
        leaves(BOB, new Money(7950));
        expectLeads(ALICE, 80);
        leaves(ALICE, 200);
        assertEquals(new Money(8050), market.events(BidAccepted.class).get(0).amount());
        leaves(ALICE, 300);
        assertTrue(market.expectAccepted().events(BidAccepted.class).isEmpty());
        leaves(ALICE, 300);
        market.expectRefused(RejectReason.MAXIMUM_NOT_HIGHER).expectNothingChanged();
    }

    @Test
    void aPlainBidIsAMaximumOfItsAmount() {
        market.at(0).open(PLAIN).bid(ALICE, yuan(90));
        expectLeads(ALICE, 50);
        market.bid(BOB, yuan(70));
        expectLeads(ALICE, 71);
    }

    @Test
    void refusesWhatIsBelowTheStartOrNoHigher() {
        market.at(0).open(PLAIN);
        leaves(ALICE, 49);
        market.expectRefused(RejectReason.BELOW_START, yuan(50)).expectNothingChanged();
        leaves(ALICE, 80);
        leaves(BOB, 50);
        market.expectRefused(RejectReason.NOT_HIGHER, yuan(51)).expectNothingChanged();
    }

    @Test
    void aMaximumHasNoPlaceInPlainBidding() {
        market.at(0).open(lot(7));
        leaves(ALICE, 200);
        market.expectRefused(RejectReason.WRONG_PHASE).expectNothingChanged();
    }

    @Test
    void onlyWhatShowsExtends() {
        market.at(0).open(lot(7).start(yuan(50)).step(yuan(1)).proxy().softClose(300, 300));
        leaves(ALICE, 80);
        market.at(900);
        leaves(ALICE, 90);
        assertTrue(market.events(LotExtended.class).isEmpty());
        leaves(BOB, 60);
        assertEquals(List.of(new LotExtended(7, time(1200), 1)), market.events(LotExtended.class));
    }

    /** market-rules 2.6: whoever left a maximum has quoted, whether it led or was beaten at once. */
    @Test
    void whoLeftAMaximumMayGoOnAfterAnInquiry() {
        ProxyTerms maxima = new ProxyTerms(
                yuan(50), List.of(new Step(Money.ZERO, yuan(1))), Duration.ofSeconds(1000), SoftClose.NONE);
        market.at(0).open(lot(7).phases(maxima, new InquiryTerms(Duration.ofSeconds(100)), InquiryPlaceTest.timed()));
        leaves(ALICE, 80);
        leaves(BOB, 60);
        market.at(1000).tick();
        market.by(ALICE, new AnswerInquiry(7, 0, true)).expectAccepted();
        market.by(BOB, new AnswerInquiry(7, 0, true)).expectAccepted();
        market.by(CAROL, new AnswerInquiry(7, 0, true)).expectRefused(RejectReason.NO_LISTING_QUOTE);
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    @Test
    void neverPrintsAMaximum() {
        assertEquals("PlaceMaximum[lot=7, bidder=0]", new PlaceMaximum(7, 0, yuan(80)).toString());
    }

    @Test
    void aMaximumWithASaltIsCommittedToInPublicAndOpenedAtTheHammer() {
        String first = "a".repeat(64);
        String last = "b".repeat(64);
        market.at(0).open(PLAIN);
        market.by(ALICE, new PlaceMaximum(7, 0, yuan(200), first));
        assertEquals(
                List.of(new MaximumCommitted(7, 1, SealedCommitment.of(7, 1, yuan(200), first))),
                market.events(MaximumCommitted.class));
        market.by(BOB, new PlaceMaximum(7, 0, yuan(150), last));
        market.by(ALICE, new PlaceMaximum(7, 0, yuan(300), last));

        market.atMicros(market.market().nextDue()).tick();

        assertEquals(
                List.of(new MaximumOpened(7, 1, yuan(300), last), new MaximumOpened(7, 2, yuan(150), last)),
                market.events(MaximumOpened.class));
        assertTrue(market.last().indexOf(market.events(MaximumOpened.class).get(1))
                < market.last().indexOf(market.events(LotAwarded.class).get(0)));
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    @Test
    void aRefusedMaximumCommitsToNothing() {
        market.at(0).open(PLAIN);
        market.by(ALICE, new PlaceMaximum(7, 0, yuan(1), "a".repeat(64))).expectNothingChanged();
        assertEquals(List.of(), market.events(MaximumCommitted.class));
    }

    @Test
    void aTerminatedLotOpensNoMaximum() {
        market.at(0).open(PLAIN);
        market.by(ALICE, new PlaceMaximum(7, 0, yuan(200), "a".repeat(64)));
        market.terminate().expectAccepted();
        assertEquals(List.of(), market.events(MaximumOpened.class));
    }
}
