package org.gavel.exchange.engine.auction.tender;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.CLERK;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.SELLER;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.gavel.exchange.engine.auction.tender.TenderLot.DEPOSIT;
import static org.gavel.exchange.engine.auction.tender.TenderLot.SECOND_PERSON;
import static org.gavel.exchange.engine.auction.tender.TenderLot.SHEET;
import static org.gavel.exchange.engine.auction.tender.TenderLot.finding;
import static org.gavel.exchange.engine.auction.tender.TenderLot.plan;
import static org.gavel.exchange.engine.auction.tender.TenderLot.rule;
import static org.gavel.exchange.engine.auction.tender.TenderLot.seconds;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.protocol.command.SubmitEnvelope;
import org.gavel.protocol.event.BidderScored;
import org.gavel.protocol.event.DepositForfeited;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.EnvelopeSubmitted;
import org.gavel.protocol.event.ForfeitCause;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.OfferScored;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.ReserveOpened;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.PriorityMode;
import org.gavel.protocol.value.ScoreRule;
import org.gavel.protocol.value.ScoredTerms;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;
import org.junit.jupiter.api.Test;

/** 权重报价: envelopes until 100 s, scores until 160 s, openings until 210 s. */
final class ScoredTenderTest {
    private static final ScoreRule SIXTY_FORTY = rule(60, 40, 0, 0);

    private final TenderLot lot = new TenderLot();

    private static ScoredTerms terms(ScoreRule scores, int minBidders) {
        return new ScoredTerms(yuan(100), seconds(100), seconds(50), scores, minBidders);
    }

    private void openWith(ScoreRule scores) {
        lot.open(plan(terms(scores, 1)));
    }

    /** A 1000 with 60 points, B 900 with 90, C 800 with 95. */
    private void w1() {
        lot.send(ALICE, yuan(1000)).expectAccepted();
        lot.send(BOB, yuan(900)).expectAccepted();
        lot.send(CAROL, yuan(800)).expectAccepted();
        lot.at(100);
        lot.score(ALICE, 6000).expectAccepted();
        lot.score(BOB, 9000).expectAccepted();
        lot.score(CAROL, 9500).expectAccepted();
        lot.at(160);
    }

    private void revealW1() {
        lot.reveal(CAROL, yuan(800)).expectAccepted();
        lot.reveal(ALICE, yuan(1000)).expectAccepted();
        lot.reveal(BOB, yuan(900)).expectAccepted();
    }

    private void expectPassed(PassCause cause, int bids, long second) {
        assertEquals(List.of(new LotPassed(7, cause, bids, time(second))), lot.market.events(LotPassed.class));
        assertEquals(List.of(), lot.market.events(DepositForfeited.class));
        assertEquals(3, lot.market.events(DepositReleased.class).size());
    }

    /** AM-W1. */
    @Test
    void theBestWeightedScoreWinsAndEveryScoreIsPublished() {
        openWith(SIXTY_FORTY);
        w1();
        revealW1();
        lot.market
                .at(210)
                .tick()
                .expect(
                        new OfferScored(7, BOB, 2, 1, yuan(900), 9000, 900_000),
                        new OfferScored(7, CAROL, 3, 2, yuan(800), 9500, 860_000),
                        new OfferScored(7, ALICE, 1, 3, yuan(1000), 6000, 840_000),
                        new LotAwarded(7, BOB, 2, yuan(900), 3, time(210)),
                        new DepositReleased(7, ALICE, DEPOSIT),
                        new DepositReleased(7, CAROL, DEPOSIT));
        assertArrayEquals(lot.market.stateHash(), lot.market.replayed().stateHash());
    }

    @Test
    void envelopesScoresAndOpeningsFollowEachOtherInPublic() {
        openWith(rule(60, 40, 70, 0));
        lot.market.expect(
                new LotOpened(7, 1, time(100), yuan(100), REASON),
                new StageOpened(7, 1, StageKind.SEALED, 0, yuan(100), time(100)));
        lot.send(BOB, yuan(900)).expect(new EnvelopeSubmitted(7, BOB, 2, TenderLot.commitment(BOB, yuan(900)), 1));
        lot.market.at(100).tick().expect(new StageOpened(7, 2, StageKind.SCORING, 0, yuan(100), time(160)));
        lot.score(BOB, 6999).expect(new BidderScored(7, BOB, 2, 6999, false, SHEET));
        lot.score(BOB, 7000).expect(new BidderScored(7, BOB, 2, 7000, true, SHEET));
        lot.market.at(160).tick().expect(new StageOpened(7, 3, StageKind.REVEAL, 0, yuan(100), time(210)));
    }

    @Test
    void noPriceIsOpenedBeforeTheScoresAreIn() {
        openWith(SIXTY_FORTY);
        lot.send(ALICE, yuan(900));
        lot.reveal(ALICE, yuan(900)).expectRefused(RejectReason.SCORES_FIRST).expectNothingChanged();
        lot.at(100);
        lot.reveal(ALICE, yuan(900)).expectRefused(RejectReason.SCORES_FIRST);
        lot.score(ALICE, 8000);
        lot.reveal(ALICE, yuan(900)).expectRefused(RejectReason.SCORES_FIRST).expectNothingChanged();
        lot.at(160);
        lot.reveal(ALICE, yuan(900)).expectAccepted();
    }

    @Test
    void scoresAreTakenInTheirStageOnlyAndFixedBeforeTheFirstPriceIsOpen() {
        openWith(SIXTY_FORTY);
        lot.send(ALICE, yuan(900));
        lot.score(ALICE, 8000).expectRefused(RejectReason.SCORING_NOT_OPEN).expectNothingChanged();
        lot.at(100);
        lot.send(BOB, yuan(900)).expectRefused(RejectReason.WRONG_PHASE);
        lot.score(BOB, 8000).expectRefused(RejectReason.NOTHING_TO_SCORE).expectNothingChanged();
        lot.score(ALICE, 8000).expectAccepted();
        lot.market.at(160);
        lot.score(ALICE, 9000);
        assertEquals(RejectReason.SCORES_FIXED, lot.market.request().reason());
        lot.reveal(ALICE, yuan(900)).expectAccepted();
        lot.score(ALICE, 9000).expectRefused(RejectReason.SCORES_FIXED).expectNothingChanged();
        lot.at(210);
        lot.score(ALICE, 9000).expectRefused(RejectReason.ALREADY_ENDED);
    }

    @Test
    void aFindingNeedsASecondPerson() {
        openWith(SIXTY_FORTY);
        lot.send(ALICE, yuan(900));
        lot.at(100);
        lot.approved(0, finding(ALICE, 8000))
                .expectRefused(RejectReason.APPROVER_NEEDED)
                .expectNothingChanged();
        lot.approved(CLERK, finding(ALICE, 8000))
                .expectRefused(RejectReason.SAME_APPROVER)
                .expectNothingChanged();
        lot.approved(SECOND_PERSON, finding(ALICE, 8000)).expectAccepted();
    }

    @Test
    void onlyPhasesOfScoresTakeFindings() {
        lot.market.at(0).open(LotPlan.lot(7));
        lot.score(ALICE, 8000).expectRefused(RejectReason.WRONG_PHASE);
        lot.market.pause();
        lot.score(ALICE, 8000).expectRefused(RejectReason.LOT_NOT_OPEN);
    }

    @Test
    void whoeverIsBelowTheMinimumQualityIsOutWithoutForfeit() {
        openWith(rule(60, 40, 70, 0));
        w1();
        lot.reveal(ALICE, yuan(1000)).expectRefused(RejectReason.NOT_ADMITTED).expectNothingChanged();
        lot.reveal(BOB, yuan(900));
        lot.reveal(CAROL, yuan(800));
        lot.market
                .at(210)
                .tick()
                .expect(
                        new OfferScored(7, BOB, 2, 1, yuan(900), 9000, 960_000),
                        new OfferScored(7, CAROL, 3, 2, yuan(800), 9500, 913_333),
                        new LotAwarded(7, BOB, 2, yuan(900), 2, time(210)),
                        new DepositReleased(7, ALICE, DEPOSIT),
                        new DepositReleased(7, CAROL, DEPOSIT));
    }

    @Test
    void whoeverIsAdmittedAndDoesNotOpenForfeits() {
        openWith(SIXTY_FORTY);
        w1();
        lot.reveal(ALICE, yuan(1000));
        lot.reveal(CAROL, yuan(800));
        lot.market.at(210).tick();
        assertEquals(
                List.of(new DepositForfeited(7, BOB, DEPOSIT, ForfeitCause.NO_REVEAL)),
                lot.market.events(DepositForfeited.class));
        assertEquals(CAROL, lot.market.events(LotAwarded.class).get(0).winner());
    }

    @Test
    void aPanelThatIsLateGetsItsTimeAgain() {
        openWith(rule(60, 40, 0, 1));
        lot.send(ALICE, yuan(900));
        lot.send(BOB, yuan(800));
        lot.at(100);
        lot.score(ALICE, 8000);
        lot.market.at(160).tick().expect(new StageOpened(7, 2, StageKind.SCORING, 0, yuan(100), time(220)));
        lot.reveal(ALICE, yuan(900)).expectRefused(RejectReason.SCORES_FIRST);
        lot.score(BOB, 9000).expectAccepted();
        lot.market.at(220).tick().expect(new StageOpened(7, 3, StageKind.REVEAL, 0, yuan(100), time(270)));
    }

    @Test
    void withoutAllScoresTheLotPassesWithEveryPriceSealed() {
        openWith(rule(60, 40, 0, 1));
        lot.send(ALICE, yuan(900));
        lot.send(BOB, yuan(800));
        lot.at(100);
        lot.score(ALICE, 8000);
        lot.at(160).at(220);
        expectPassed(PassCause.NOT_SCORED, 0, 220);
    }

    @Test
    void whereNobodyReachesTheMinimumQualityNothingIsOpened() {
        openWith(rule(60, 40, 96, 0));
        lot.send(ALICE, yuan(900));
        lot.at(100);
        lot.score(ALICE, 9500);
        lot.at(160);
        expectPassed(PassCause.BELOW_MINIMUM_SCORE, 0, 160);
    }

    /** 招标投标法 art. 28. */
    @Test
    void fewerBiddersThanAnnouncedMeanANewTender() {
        lot.open(plan(terms(SIXTY_FORTY, 3)));
        lot.send(ALICE, yuan(900));
        lot.send(BOB, yuan(900));
        lot.at(100);
        expectPassed(PassCause.MIN_BIDDERS, 0, 100);
    }

    /** 招标投标法 art. 28 asks for bidders, not for numbers. */
    @Test
    void twoNumbersOfOnePersonAreOneBidder() {
        lot.open(plan(terms(SIXTY_FORTY, 2)));
        lot.send(ALICE, yuan(900));
        lot.send(BOB, yuan(900));
        lot.market.describeAsOne(ALICE, BOB);
        lot.at(100);
        expectPassed(PassCause.MIN_BIDDERS, 0, 100);
    }

    @Test
    void withoutEnvelopesNobodyIsScored() {
        openWith(SIXTY_FORTY);
        lot.at(100);
        expectPassed(PassCause.NO_BID, 0, 100);
    }

    @Test
    void anAmountBelowTheStartSetsNoScore() {
        openWith(SIXTY_FORTY);
        lot.send(ALICE, yuan(99));
        lot.at(100);
        lot.score(ALICE, 9000);
        lot.at(160);
        lot.reveal(ALICE, yuan(99)).expectAccepted();
        lot.at(210);
        expectPassed(PassCause.NO_BID, 0, 210);
    }

    /** 60 x 900/1000 + 36 = 90 and 60 + 30 = 90. */
    @Test
    void ofEqualScoresTheHigherPriceWins() {
        openWith(SIXTY_FORTY);
        lot.send(BOB, yuan(900));
        lot.send(ALICE, yuan(1000));
        lot.at(100);
        lot.score(BOB, 9000);
        lot.score(ALICE, 7500);
        lot.at(160);
        lot.reveal(BOB, yuan(900));
        lot.reveal(ALICE, yuan(1000));
        lot.at(210);
        assertEquals(ALICE, lot.market.events(LotAwarded.class).get(0).winner());
    }

    @Test
    void ofEqualPricesWithEqualScoresTheEarlierEnvelopeWins() {
        openWith(SIXTY_FORTY);
        lot.send(ALICE, yuan(900));
        lot.send(BOB, yuan(900));
        lot.send(ALICE, yuan(900));
        lot.at(100);
        lot.score(ALICE, 9000);
        lot.score(BOB, 9000);
        lot.at(160);
        lot.reveal(ALICE, yuan(900));
        lot.reveal(BOB, yuan(900));
        lot.at(210);
        assertEquals(BOB, lot.market.events(LotAwarded.class).get(0).winner());
    }

    @Test
    void aBetterScoreBelowTheReserveIsPublishedAndNotAwarded() {
        lot.open(plan(terms(SIXTY_FORTY, 1)).hiddenReserve(yuan(950)));
        w1();
        revealW1();
        lot.at(210);
        assertEquals(BOB, lot.market.events(OfferScored.class).get(0).bidder());
        assertEquals(List.of(new ReserveOpened(7, yuan(950), LotPlan.SALT)), lot.market.events(ReserveOpened.class));
        assertEquals(ALICE, lot.market.events(LotAwarded.class).get(0).winner());
    }

    @Test
    void whereEveryPriceIsBelowTheReserveTheLotPasses() {
        lot.open(plan(terms(SIXTY_FORTY, 1)).openReserve(yuan(1001)));
        w1();
        revealW1();
        lot.at(210);
        expectPassed(PassCause.RESERVE_NOT_MET, 3, 210);
    }

    @Test
    void aPauseMovesWhatLayAhead() {
        openWith(SIXTY_FORTY);
        lot.send(ALICE, yuan(900));
        lot.at(100);
        lot.market.at(130).pause();
        lot.score(ALICE, 9000).expectRefused(RejectReason.LOT_NOT_OPEN).expectNothingChanged();
        lot.market.at(1000).resume().at(1029);
        lot.score(ALICE, 9000).expectAccepted();
        lot.market.at(1030).tick().expect(new StageOpened(7, 3, StageKind.REVEAL, 0, yuan(100), time(1080)));
    }

    @Test
    void nobodyForfeitsInATenderThatIsTerminated() {
        openWith(SIXTY_FORTY);
        w1();
        lot.market.at(170).terminate();
        assertEquals(List.of(), lot.market.events(DepositForfeited.class));
        assertEquals(3, lot.market.events(DepositReleased.class).size());
    }

    @Test
    void takesNoOpenBids() {
        openWith(SIXTY_FORTY);
        lot.market.bid(ALICE, yuan(900)).expectRefused(RejectReason.WRONG_PHASE);
    }

    @Test
    void aSaleAsksForNoProposals() {
        openWith(SIXTY_FORTY);
        lot.propose(ALICE).expectRefused(RejectReason.WRONG_PHASE);
    }

    @Test
    void scoresStandAlone() {
        EnglishTerms english = new EnglishTerms(
                yuan(100), List.of(new Step(yuan(0), yuan(10))), true, 0, seconds(10), SoftClose.NONE, false);
        lot.market.at(0).announce(LotPlan.lot(7).phases(english, terms(SIXTY_FORTY, 1)));
        lot.market.expectRefused(RejectReason.SCORED_ALONE);
        lot.market.announce(LotPlan.lot(7).phases(terms(SIXTY_FORTY, 1)).priority(PriorityMode.INQUIRY_AFTER, 60));
        lot.market.expectRefused(RejectReason.SCORED_ALONE).expectNothingChanged();
    }

    @Test
    void theSellerMayNotBid() {
        openWith(SIXTY_FORTY);
        lot.market.by(SELLER, new SubmitEnvelope(7, 0, "00".repeat(32), ""));
        lot.market.expectRefused(RejectReason.CONSIGNOR_BID);
    }
}
