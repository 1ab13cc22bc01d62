package org.gavel.exchange.engine.auction.tender;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.wan;
import static org.gavel.exchange.engine.auction.tender.TenderLot.DEPOSIT;
import static org.gavel.exchange.engine.auction.tender.TenderLot.FILE;
import static org.gavel.exchange.engine.auction.tender.TenderLot.plan;
import static org.gavel.exchange.engine.auction.tender.TenderLot.rule;
import static org.gavel.exchange.engine.auction.tender.TenderLot.seconds;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.EnvelopeOpened;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.OfferScored;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.ProposalSubmitted;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ChallengeTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Share;
import org.junit.jupiter.api.Test;

/** 揭榜比拼: the owner of a need pays at most 100 万; quality weighs 70, the price 30. */
final class ChallengeTenderTest {
    private final TenderLot lot = new TenderLot();

    private static ChallengeTerms terms(int minBidders, int maxAwards, int minScore) {
        return new ChallengeTerms(
                wan(100), seconds(100), seconds(50), rule(30, 70, 60, 0), minBidders, maxAwards, minScore);
    }

    private static LotPlan need(int maxAwards, int minScore) {
        return plan(terms(3, maxAwards, minScore));
    }

    private void handIn(int bidder, Money price) {
        lot.propose(bidder).expectAccepted();
        lot.send(bidder, price).expectAccepted();
    }

    /** A 80 万 with 90 points: 63 + 22.5 = 85.5; B 60 万 with 70: 49 + 30 = 79; C 90 万 with 92: 64.4 + 20 = 84.4. */
    private void held() {
        handIn(ALICE, wan(80));
        handIn(BOB, wan(60));
        handIn(CAROL, wan(90));
        lot.at(100);
        lot.score(ALICE, 9000);
        lot.score(BOB, 7000);
        lot.score(CAROL, 9200);
        lot.at(160);
        lot.reveal(ALICE, wan(80));
        lot.reveal(BOB, wan(60));
        lot.reveal(CAROL, wan(90));
        lot.market.at(210).tick();
    }

    @Test
    void theProposalComesBeforeThePrice() {
        lot.open(plan(terms(1, 1, 0)));
        lot.send(ALICE, wan(80)).expectRefused(RejectReason.PROPOSAL_FIRST).expectNothingChanged();
        lot.propose(ALICE).expect(new ProposalSubmitted(7, ALICE, 1, FILE));
        lot.send(ALICE, wan(80)).expectAccepted();
        lot.propose(ALICE).expectAccepted();
        lot.at(100);
        lot.propose(ALICE).expectRefused(RejectReason.WRONG_PHASE);
    }

    @Test
    void aProposalWithoutAPriceIsNoBid() {
        lot.open(need(1, 0));
        handIn(ALICE, wan(80));
        handIn(BOB, wan(80));
        lot.propose(CAROL);
        lot.at(100);
        assertEquals(
                List.of(new LotPassed(7, PassCause.MIN_BIDDERS, 0, time(100))), lot.market.events(LotPassed.class));
    }

    @Test
    void qualityAndTheLowestPriceMakeTheScore() {
        lot.open(need(1, 0));
        held();
        lot.market.expect(
                new OfferScored(7, ALICE, 1, 1, wan(80), 9000, 855_000),
                new OfferScored(7, CAROL, 3, 2, wan(90), 9200, 844_000),
                new OfferScored(7, BOB, 2, 3, wan(60), 7000, 790_000),
                new LotAwarded(7, ALICE, 1, wan(80), 3, time(210)),
                new DepositReleased(7, BOB, DEPOSIT),
                new DepositReleased(7, CAROL, DEPOSIT));
    }

    /** 赛马: each winner works for their own price, and their deposits stay held. */
    @Test
    void severalOfTheBestWinTogether() {
        lot.open(need(2, 0));
        held();
        assertEquals(
                List.of(
                        new LotAwarded(7, ALICE, 1, wan(80), 3, time(210), new Share(1, 2, 0, Money.ZERO)),
                        new LotAwarded(7, CAROL, 3, wan(90), 3, time(210), new Share(2, 2, 0, Money.ZERO))),
                lot.market.events(LotAwarded.class));
        assertEquals(List.of(new DepositReleased(7, BOB, DEPOSIT)), lot.market.events(DepositReleased.class));
        assertArrayEquals(lot.market.stateHash(), lot.market.replayed().stateHash());
    }

    @Test
    void nobodyBelowTheMinimumScoreWins() {
        lot.open(need(3, 8441));
        held();
        assertEquals(List.of(new LotAwarded(7, ALICE, 1, wan(80), 3, time(210))), lot.market.events(LotAwarded.class));
    }

    @Test
    void exactlyTheMinimumScoreWins() {
        lot.open(need(3, 8440));
        held();
        assertEquals(2, lot.market.events(LotAwarded.class).size());
    }

    @Test
    void whereNobodyReachesTheMinimumScoreTheLotPasses() {
        lot.open(need(3, 8551));
        held();
        assertEquals(
                List.of(new LotPassed(7, PassCause.BELOW_MINIMUM_SCORE, 3, time(210))),
                lot.market.events(LotPassed.class));
    }

    /** The reserve is the most the owner of the need pays; the best two that meet it win. */
    @Test
    void aPriceAboveTheBudgetIsNotAwarded() {
        lot.open(need(2, 0).openReserve(wan(85)));
        held();
        List<Integer> winners = lot.market.events(LotAwarded.class).stream()
                .map(LotAwarded::winner)
                .toList();
        assertEquals(List.of(ALICE, BOB), winners);
    }

    @Test
    void aPriceAboveTheCeilingSetsNoScore() {
        lot.open(plan(terms(1, 1, 0)));
        handIn(ALICE, new Money(wan(100).fen() + 1));
        handIn(BOB, wan(100));
        lot.at(100);
        lot.score(ALICE, 9900);
        lot.score(BOB, 6000);
        lot.at(160);
        lot.reveal(ALICE, new Money(wan(100).fen() + 1))
                .expect(new EnvelopeOpened(7, ALICE, 1, new Money(wan(100).fen() + 1), false));
        lot.reveal(BOB, wan(100));
        lot.market.at(210).tick();
        assertEquals(BOB, lot.market.events(LotAwarded.class).get(0).winner());
    }

    @Test
    void aBudgetAboveTheCeilingIsRefused() {
        lot.market.at(0).announce(need(1, 0).openReserve(wan(101)));
        lot.market.expectRefused(RejectReason.RESERVE_TOO_HIGH, wan(100));
    }
}
