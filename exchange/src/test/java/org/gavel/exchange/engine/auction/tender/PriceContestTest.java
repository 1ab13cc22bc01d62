package org.gavel.exchange.engine.auction.tender;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.wan;
import static org.gavel.exchange.engine.auction.tender.TenderLot.rule;
import static org.gavel.exchange.engine.auction.tender.TenderLot.seconds;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.OfferScored;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ContestTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.ScoreRule;
import org.junit.jupiter.api.Test;

/** 张榜招贤: the panel scores until 60 s, then rounds of 100 s; at most 100 万, experts weigh 60, the price 40. */
final class PriceContestTest {
    private static final ScoreRule RULE = rule(40, 60, 50, 0);

    private final TenderLot lot = new TenderLot();

    private static LotPlan contest(ScoreRule scores, int rounds, int minBidders) {
        return LotPlan.lot(7).phases(new ContestTerms(wan(100), scores, rounds, seconds(100), minBidders));
    }

    /** Alice and Bob are contestants. */
    private void open(LotPlan plan) {
        lot.market.at(0).announce(plan).hold(ALICE, BOB).open();
    }

    private void openScored(int rounds) {
        open(contest(RULE, rounds, 1));
        lot.score(ALICE, 9000).expectAccepted();
        lot.score(BOB, 8500).expectAccepted();
        lot.at(60);
    }

    private void round(Money alice, Money bob, long end) {
        lot.market.bid(ALICE, alice).expectAccepted();
        lot.market.bid(BOB, bob).expectAccepted();
        lot.at(end);
    }

    /** MR-T49. */
    @Test
    void expertsAndThreeRoundsOfFallingPricesDecide() {
        openScored(3);
        round(wan(100), wan(98), 160);
        round(wan(95), wan(96), 260);
        round(wan(92), wan(90), 360);
        lot.market.expect(
                new OfferScored(7, ALICE, 1, 1, wan(92), 9000, 931_304),
                new OfferScored(7, BOB, 2, 2, wan(90), 8500, 910_000),
                new LotAwarded(7, ALICE, 1, wan(92), 6, time(360)));
        assertArrayEquals(lot.market.stateHash(), lot.market.replayed().stateHash());
    }

    @Test
    void stagesAndStandingsAreTold() {
        open(contest(RULE, 2, 1));
        lot.market.expect(
                new LotOpened(7, 1, time(60), wan(100), REASON),
                new StageOpened(7, 1, StageKind.SCORING, 0, wan(100), time(60)));
        lot.score(ALICE, 9000);
        lot.score(BOB, 8500);
        lot.market.at(60).tick().expect(new StageOpened(7, 2, StageKind.ROUND, 0, wan(100), time(160)));
        lot.market.bid(BOB, wan(50)).expect();
        lot.market
                .at(160)
                .tick()
                .expect(
                        new OfferScored(7, BOB, 2, 1, wan(50), 8500, 910_000),
                        new StageOpened(7, 3, StageKind.ROUND, 0, wan(100), time(260)));
    }

    @Test
    void noPriceBeforeTheScoresAndNoScoreAfterThem() {
        open(contest(RULE, 1, 1));
        lot.market.bid(ALICE, wan(90)).expectRefused(RejectReason.SCORES_FIRST).expectNothingChanged();
        lot.score(ALICE, 9000);
        lot.score(BOB, 4999);
        lot.score(CAROL, 9000).expectRefused(RejectReason.NOTHING_TO_SCORE);
        lot.at(60);
        lot.score(BOB, 9000).expectRefused(RejectReason.SCORES_FIXED).expectNothingChanged();
        lot.market.bid(BOB, wan(90)).expectRefused(RejectReason.NOT_ADMITTED);
        lot.market.bid(CAROL, wan(90)).expectRefused(RejectReason.NOT_ADMITTED).expectNothingChanged();
        lot.market.bid(ALICE, wan(90)).expectAccepted();
    }

    @Test
    void whoeverComesAfterTheOpeningIsNoContestant() {
        open(contest(RULE, 1, 1));
        lot.market.hold(CAROL);
        lot.score(ALICE, 9000);
        lot.score(BOB, 9000);
        lot.score(CAROL, 9000).expectRefused(RejectReason.NOTHING_TO_SCORE);
        lot.market.at(60).tick().expect(new StageOpened(7, 2, StageKind.ROUND, 0, wan(100), time(160)));
    }

    @Test
    void pricesFallAgainstTheContestantsOwn() {
        openScored(2);
        lot.market.bid(ALICE, new Money(wan(100).fen() + 1)).expectRefused(RejectReason.TOO_HIGH, wan(100));
        lot.market.bid(ALICE, wan(95)).expectAccepted();
        lot.market.bid(ALICE, wan(97)).expectAccepted();
        lot.at(160);
        lot.market.bid(ALICE, wan(97)).expectRefused(RejectReason.TOO_HIGH, wan(97).fen() - 1);
        lot.market.bid(ALICE, new Money(wan(97).fen() - 1)).expectAccepted();
    }

    @Test
    void silenceKeepsThePriceOfTheRoundBefore() {
        openScored(2);
        round(wan(92), wan(90), 160);
        lot.at(260);
        assertEquals(List.of(new LotAwarded(7, ALICE, 1, wan(92), 2, time(260))), lot.market.events(LotAwarded.class));
    }

    @Test
    void ofEqualScoresAtEqualPricesTheEarlierBidWins() {
        open(contest(RULE, 1, 1));
        lot.score(ALICE, 9000);
        lot.score(BOB, 9000);
        lot.at(60);
        lot.market.bid(ALICE, wan(90)).bid(BOB, wan(90)).bid(ALICE, wan(90));
        lot.at(160);
        assertEquals(BOB, lot.market.events(LotAwarded.class).get(0).winner());
    }

    @Test
    void withoutAllScoresThePanelGetsItsTimeAgainThenTheLotPasses() {
        open(contest(rule(40, 60, 50, 1), 1, 1));
        lot.score(ALICE, 9000);
        lot.market.at(60).tick().expect(new StageOpened(7, 1, StageKind.SCORING, 0, wan(100), time(120)));
        expectPassed(120, PassCause.NOT_SCORED, 0);
    }

    @Test
    void tooFewContestantsMeanAnotherContest() {
        open(contest(RULE, 1, 3));
        expectPassed(60, PassCause.MIN_BIDDERS, 0);
    }

    @Test
    void twoNumbersOfOnePersonAreOneContestant() {
        open(contest(RULE, 1, 2));
        lot.market.describeAsOne(ALICE, BOB);
        expectPassed(60, PassCause.MIN_BIDDERS, 0);
    }

    @Test
    void nobodyAboveTheMinimumQualityMeansNoRounds() {
        open(contest(RULE, 1, 1));
        lot.score(ALICE, 100);
        lot.score(BOB, 100);
        expectPassed(60, PassCause.BELOW_MINIMUM_SCORE, 0);
    }

    @Test
    void withoutABidTheLotPasses() {
        openScored(1);
        expectPassed(160, PassCause.NO_BID, 0);
    }

    @Test
    void thePriceMustMeetTheBudget() {
        open(contest(RULE, 1, 1).openReserve(wan(80)));
        lot.score(ALICE, 9000);
        lot.score(BOB, 9000);
        lot.at(60);
        lot.market.bid(ALICE, wan(81));
        expectPassed(160, PassCause.RESERVE_NOT_MET, 1);
    }

    @Test
    void aPauseMovesTheRound() {
        openScored(1);
        lot.market.bid(ALICE, wan(90)).at(100).pause().at(1000).resume();
        lot.market.at(1059).bid(ALICE, wan(89)).expectAccepted();
        lot.at(1060);
        assertEquals(time(1060), lot.market.events(LotAwarded.class).get(0).closedAt());
    }

    private void expectPassed(long second, PassCause cause, int bids) {
        lot.at(second);
        assertEquals(List.of(new LotPassed(7, cause, bids, time(second))), lot.market.events(LotPassed.class));
    }
}
