package org.gavel.exchange.engine.rulebook;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.wan;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.GrantPriority;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.InstallRulebook;
import org.gavel.protocol.command.SubmitEnvelope;
import org.gavel.protocol.command.VoidLot;
import org.gavel.protocol.command.WithdrawDeposit;
import org.gavel.protocol.event.DepositForfeited;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Limit;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PriorityMode;
import org.gavel.protocol.value.RelistRules;
import org.gavel.protocol.value.Residence;
import org.gavel.protocol.value.Rulebook;
import org.gavel.protocol.value.SaleBasis;
import org.gavel.protocol.value.SealedPricing;
import org.gavel.protocol.value.SealedTerms;
import org.gavel.protocol.value.SellerCategory;
import org.gavel.protocol.value.SourceMark;
import org.gavel.protocol.value.StepRoundsTerms;
import org.junit.jupiter.api.Test;

/** A lot that was not sold is offered again, linked to the listing before. */
final class RelistTest {
    private static final long DAY = 86_400;

    private MarketFixture market = Law.venue("2026-03-02T10:00");

    private static LotPlan court(int number, Money start, int relistOf) {
        SaleBasis basis = new SaleBasis(SellerCategory.COURT, false, wan(100), "", relistOf, 0);
        return lot(number)
                .under("JUDICIAL_LIKE", basis)
                .start(start)
                .openReserve(start)
                .deposit(new Money(start.fen() / 10))
                .step(wan(1))
                .lasts(DAY)
                .softClose(300, 300);
    }

    private static LotPlan state(int number, Money start, String approval, int relistOf) {
        return lot(number)
                .under("SOE_ASSET", new SaleBasis(SellerCategory.STATE_OWNED, false, wan(1000), approval, relistOf, 0))
                .start(start);
    }

    private static LotPlan mine(int number, int relistOf) {
        return lot(number)
                .under("PRIVATE_SALE", new SaleBasis(SellerCategory.PRIVATE, false, Money.ZERO, "", relistOf, 0));
    }

    /** Lot 1 of a court, announced on 2 March, passes on 3 April at 10:00. */
    private void passed(Money start) {
        market.announce(court(1, start, 0)).expectAccepted();
        market.atMicros(Law.at("2026-04-02T10:00")).open().expectAccepted();
        market.atMicros(Law.at("2026-04-03T10:00")).tick();
        assertEquals(PassCause.NO_BID, market.events(LotPassed.class).get(0).cause());
    }

    @Test
    void aCourtCutsTheStartByAFifthAtMostAmL1() {
        passed(yuan(700_000));
        market.announce(court(2, new Money(55_999_999), 1))
                .expectRefused(RejectReason.RELIST_CUT_TOO_DEEP, yuan(560_000))
                .expectNothingChanged();
        market.announce(court(2, yuan(560_000), 1)).expectAccepted();
        assertEquals(2, market.events(LotAnnounced.class).get(0).rules().attempt());
    }

    @Test
    void aStartOfThreeMillionMayFallToTwoFourMillionMrT30() {
        passed(wan(300));
        market.announce(court(2, yuan(2_399_900), 1)).expectRefused(RejectReason.RELIST_CUT_TOO_DEEP, wan(240));
        market.announce(court(2, wan(240), 1)).expectAccepted();
    }

    /** A rulebook that lets a fifth be cut off whatever is sold in rounds. */
    private static Rulebook house() {
        Rulebook plain = Rulebook.PRIVATE_SALE;
        Limit fifth = new Limit(20, "house rules 1", SourceMark.P);
        return new Rulebook(
                "HOUSE",
                1,
                plain.effectiveFrom(),
                plain.title(),
                plain.categories(),
                plain.mechanisms(),
                plain.notice(),
                plain.price(),
                plain.deposit(),
                plain.bidding(),
                new RelistRules(Limit.NONE, fifth, Limit.NONE),
                plain.commission(),
                plain.listing());
    }

    private static LotPlan rounds(int number, Money start, int relistOf) {
        Duration minute = Duration.ofMinutes(1);
        return lot(number)
                .under("HOUSE", new SaleBasis(SellerCategory.PRIVATE, false, Money.ZERO, "", relistOf, 0))
                .phases(new StepRoundsTerms(start, yuan(20), minute, Duration.ZERO, Duration.ZERO, false));
    }

    @Test
    void theFirstRoundsPriceIsWhatIsCutOfPriceStepRounds() {
        market.staff(new InstallRulebook(house(), MarketFixture.REASON)).expectAccepted();
        market.announce(rounds(1, yuan(80), 0)).expectAccepted().open().atMicros(Law.at("2026-03-02T10:01"));
        market.tick().announce(rounds(2, new Money(5_999), 1));
        market.expectRefused(RejectReason.RELIST_CUT_TOO_DEEP, yuan(80));
        market.announce(rounds(2, yuan(60), 1)).expectAccepted();
    }

    /** 再次拍卖 within thirty days is the sale (网拍规定 art. 26): they end in the holidays, so on Wednesday, 6 May. */
    @Test
    void aCourtSellsAgainWithinThirtyDaysMrT30() {
        passed(wan(300));
        LotPlan late = court(2, wan(240), 1).opensAtMicros(Law.at("2026-05-07T00:00"));
        market.announce(late)
                .expectRefused(RejectReason.RELIST_TOO_LATE, 20260506)
                .expectNothingChanged();
        market.announce(late.opensAtMicros(Law.at("2026-05-07T00:00") - 1)).expectAccepted();
    }

    /** Fifteen days from 15 April end on the 30th, from the 16th behind the holidays, on 6 May. */
    @Test
    void aCourtThatLeavesTheOpeningOpenMustStillBeAbleToSellInTime() {
        passed(wan(300));
        market.atMicros(Law.at("2026-04-15T23:59"))
                .announce(court(2, wan(240), 1))
                .expectAccepted();
        market.on(2)
                .withdraw()
                .atMicros(Law.at("2026-04-16T00:00"))
                .announce(court(3, wan(240), 1))
                .expectRefused(RejectReason.RELIST_TOO_LATE, 20260506);
    }

    @Test
    void before7TheAnnouncementCountedAlone() {
        market = Law.venue("2026-03-02T10:00", Behaviour.RELISTINGS_OPEN_IN_TIME.since() - 1);
        passed(wan(300));
        market.atMicros(Law.at("2026-05-07T00:00"))
                .announce(court(2, wan(240), 1))
                .expectRefused(RejectReason.RELIST_TOO_LATE, 20260506);
        MarketFixture intime = Law.venue("2026-03-02T10:00", Behaviour.RELISTINGS_OPEN_IN_TIME.since() - 1);
        intime.announce(court(1, wan(300), 0));
        intime.atMicros(Law.at("2026-04-02T10:00")).open();
        intime.atMicros(Law.at("2026-05-06T23:59"))
                .announce(court(2, wan(240), 1).opensAtMicros(Law.at("2026-12-01T10:00")))
                .expectAccepted();
    }

    @Test
    void aRelistingIsAnnouncedForFifteenDaysAndAMovableForSeven() {
        passed(wan(300));
        market.announce(court(2, wan(240), 1).opensAtMicros(Law.at("2026-04-21T00:00") - 1))
                .expectRefused(RejectReason.NOTICE_TOO_SHORT, 20260421);
        SaleBasis movable = new SaleBasis(SellerCategory.COURT, true, wan(100), "", 1, 0);
        LotPlan plan = court(2, wan(240), 1).under("JUDICIAL_LIKE", movable);
        market.announce(plan.opensAtMicros(Law.at("2026-04-11T00:00") - 1))
                .expectRefused(RejectReason.NOTICE_TOO_SHORT, 20260411);
        market.announce(plan.opensAtMicros(Law.at("2026-04-11T00:00"))).expectAccepted();
    }

    @Test
    void stateAssetsGoToNinetyPercentFreelyAndBelowWithApprovalMrT31() {
        market.announce(state(1, wan(1000), "", 0)).expectAccepted();
        market.atMicros(Law.at("2026-03-28T10:00")).open();
        market.atMicros(Law.at("2026-03-29T10:00")).tick().announce(state(2, yuan(8_999_900), "", 1));
        market.expectRefused(RejectReason.APPROVAL_MISSING, wan(900)).expectNothingChanged();
        market.announce(state(2, wan(900), "", 1)).expectAccepted();
        market.on(2)
                .withdraw()
                .announce(state(3, yuan(8_999_900), "国资批〔2026〕7号", 1))
                .expectAccepted();
        market.atMicros(Law.at("2026-04-26T23:59")).on(3).open().expectRefused(RejectReason.NOTICE_TOO_SHORT, 20260428);
    }

    /** What was appraised at 1,000万 is not free at 450 because its seller says 500 now (32号令 art. 18). */
    @Test
    void aLowerAppraisalOfItsOwnMakesNoRelistingFree() {
        appraisedAnew(market).expectRefused(RejectReason.APPROVAL_MISSING, wan(900));
        market.announce(appraised(2, wan(500), "国资批〔2026〕7号", 1)).expectAccepted();
    }

    /** 1,000万, then 900 with an appraisal of 800: the next is held against the 1,000, not the 800. */
    @Test
    void norDoesOneTwoListingsLater() {
        market.announce(state(1, wan(1000), "", 0)).expectAccepted();
        passes(1, "2026-03-28T10:00");
        market.announce(appraised(2, wan(800), "", 1).start(wan(900))).expectAccepted();
        passes(2, "2026-05-10T10:00");
        market.announce(appraised(3, wan(800), "", 2)).expectRefused(RejectReason.APPROVAL_MISSING, wan(900));
        market.announce(appraised(3, wan(900), "", 2)).expectAccepted();
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    /** What the approving body consented to was one price; the appraisal, and what is free by it, stays. */
    @Test
    void anApprovedPriceIsNoNewAppraisal() {
        market.announce(state(1, wan(1000), "", 0)).expectAccepted();
        passes(1, "2026-03-28T10:00");
        market.announce(appraised(2, wan(700), "国资批〔2026〕7号", 1)).expectAccepted();
        passes(2, "2026-05-10T10:00");
        market.announce(appraised(3, wan(700), "", 2)).expectRefused(RejectReason.APPROVAL_MISSING, wan(900));
        market.announce(appraised(3, wan(700), "国资批〔2026〕7号", 2)).expectAccepted();
    }

    /** A later appraisal that is higher raises what is free. */
    @Test
    void theHighestAppraisalOfTheChainCounts() {
        market.announce(state(1, wan(1000), "", 0)).expectAccepted();
        passes(1, "2026-03-28T10:00");
        market.announce(appraised(2, wan(1200), "", 1)).expectAccepted();
        passes(2, "2026-05-10T10:00");
        market.announce(state(3, wan(1000), "", 2)).expectRefused(RejectReason.APPROVAL_MISSING, wan(1080));
    }

    private void passes(int number, String opening) {
        market.atMicros(Law.at(opening)).on(number).open().expectAccepted();
        market.atMicros(Law.at(opening) + DAY * 1_000_000).tick();
        assertEquals(1, market.events(LotPassed.class).size());
    }

    @Test
    void before7ItDid() {
        appraisedAnew(Law.venue("2026-03-02T10:00", 6)).expectAccepted();
    }

    private static MarketFixture appraisedAnew(MarketFixture venue) {
        venue.announce(state(1, wan(1000), "", 0))
                .atMicros(Law.at("2026-03-28T10:00"))
                .open();
        return venue.atMicros(Law.at("2026-03-29T10:00")).tick().announce(appraised(2, wan(500), "", 1));
    }

    private static LotPlan appraised(int number, Money appraisal, String approval, int relistOf) {
        return lot(number)
                .under("SOE_ASSET", new SaleBasis(SellerCategory.STATE_OWNED, false, appraisal, approval, relistOf, 0))
                .start(appraisal);
    }

    @Test
    void onlyWhatWasNotSoldIsOfferedAgainAndOnce() {
        market.announce(mine(2, 1)).expectRefused(RejectReason.RELIST_UNKNOWN, 1);
        market.open(lot(1));
        market.announce(mine(2, 1)).expectRefused(RejectReason.RELIST_UNFIT).expectNothingChanged();
        market.atMicros(Law.at("2026-03-02T12:00")).tick().announce(mine(2, 1).soldBy(2));
        market.expectRefused(RejectReason.RELIST_UNFIT);
        market.announce(mine(2, 1)).expectAccepted();
        market.announce(mine(3, 1)).expectRefused(RejectReason.RELIST_UNFIT);
        market.on(2).withdraw().announce(mine(3, 1)).expectAccepted();
        market.open(lot(4)).bid(ALICE, yuan(100));
        market.atMicros(Law.at("2026-03-02T14:00"))
                .tick()
                .announce(mine(5, 4))
                .expectRefused(RejectReason.RELIST_UNFIT);
    }

    @Test
    void before7AnUnknownLotWasRefusedWithoutItsNumber() {
        market = Law.venue("2026-03-02T10:00", Behaviour.UNKNOWN_RELISTINGS_NAMED.since() - 1);
        market.announce(mine(2, 1)).expectRefused(RejectReason.LOT_UNKNOWN, 0);
    }

    @Test
    void aRelistingStaysUnderItsRulebook() {
        market.open(lot(1));
        market.atMicros(Law.at("2026-03-02T12:00"))
                .tick()
                .announce(court(2, wan(240), 1))
                .expectRefused(RejectReason.RELIST_UNFIT);
    }

    @Test
    void attemptsAreCountedAlongTheChain() {
        for (int number = 1; number <= 4; number++) {
            market.open(mine(number, number - 1)).expectAccepted();
            market.atMicros(Law.at("2026-03-02T12:00") + number * 3_600_000_000L)
                    .tick();
        }
        market.announce(mine(5, 4));
        assertEquals(5, market.events(LotAnnounced.class).get(0).rules().attempt());
    }

    @Test
    void aVoidRelistingDoesNotCountButItsForfeitsDo() {
        market.open(lot(1));
        market.atMicros(Law.at("2026-03-02T12:00")).tick();
        market.announce(mine(2, 1).phases(sealed(), sealed()).deposit(yuan(10)))
                .hold(ALICE, BOB)
                .open();
        market.by(ALICE, new SubmitEnvelope(2, 0, "ab".repeat(32), "")).expectAccepted();
        market.atMicros(Law.at("2026-03-02T12:02")).tick();
        assertEquals(1, market.events(DepositForfeited.class).size());
        market.approved(new VoidLot(2, MarketFixture.REASON)).expectAccepted();
        market.announce(mine(3, 2)).expectRefused(RejectReason.RELIST_UNFIT);
        market.announce(mine(3, 1).deposit(yuan(10))).expectAccepted();
        assertEquals(2, market.events(LotAnnounced.class).get(0).rules().attempt());
        market.hold(ALICE).expectRefused(RejectReason.DEFAULTER_BARRED);
        market.hold(BOB).expectAccepted();
    }

    private static SealedTerms sealed() {
        return new SealedTerms(yuan(100), Duration.ofSeconds(60), Duration.ofSeconds(60), SealedPricing.FIRST, 0, 1);
    }

    /** Alice sends an envelope for lot 1 and never opens it. */
    private void aliceForfeits() {
        market.open(lot(1).phases(sealed()).deposit(yuan(10))).hold(ALICE, BOB);
        market.by(ALICE, new SubmitEnvelope(1, 0, "ab".repeat(32), "")).expectAccepted();
        market.atMicros(Law.at("2026-03-02T12:00")).tick();
        assertEquals(1, market.events(LotPassed.class).size());
    }

    @Test
    void whoForfeitedIsBarredFromEveryLaterListing() {
        aliceForfeits();
        market.open(mine(2, 1)).bid(ALICE, yuan(100)).expectRefused(RejectReason.DEFAULTER_BARRED);
        market.expectNothingChanged();
        market.atMicros(Law.at("2026-03-02T14:00")).open(mine(3, 2).deposit(yuan(10)));
        market.by(ALICE, new HoldDeposit(3, 0))
                .expectRefused(RejectReason.DEFAULTER_BARRED)
                .expectNothingChanged();
        market.bid(ALICE, yuan(100)).expectRefused(RejectReason.DEFAULTER_BARRED);
        market.hold(CAROL).bid(CAROL, yuan(100)).expectLeads(CAROL, yuan(100));
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    @Test
    void whoForfeitedGetsNoPriorityOnALaterListing() {
        aliceForfeits();
        market.announce(mine(2, 1).priority(PriorityMode.WITHIN_BIDDING, 0));
        market.staff(new GrantPriority(2, ALICE, 0, "Civil Code art. 847"))
                .expectRefused(RejectReason.DEFAULTER_BARRED);
    }

    @Test
    void whoForfeitedIsBarredUnderEveryNumberOfTheirPerson() {
        aliceForfeits();
        market.describeAsOne(ALICE, CAROL);
        market.announce(mine(2, 1).deposit(yuan(10)).priority(PriorityMode.WITHIN_BIDDING, 0));
        market.hold(CAROL).expectRefused(RejectReason.DEFAULTER_BARRED).expectNothingChanged();
        market.staff(new GrantPriority(2, CAROL, 0, "Civil Code art. 847"))
                .expectRefused(RejectReason.DEFAULTER_BARRED);
        market.hold(BOB).expectAccepted();
        market.describe(CAROL, "another", Residence.MAINLAND, false);
        market.hold(CAROL).expectAccepted();
    }

    @Test
    void whoTurnsOutToBeADefaultersOtherNumberBidsNoMore() {
        aliceForfeits();
        market.open(mine(2, 1)).bid(CAROL, yuan(100)).expectLeads(CAROL, yuan(100));
        market.describeAsOne(ALICE, CAROL);
        market.bid(BOB, yuan(110)).bid(CAROL, yuan(120)).expectRefused(RejectReason.DEFAULTER_BARRED);
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    @Test
    void aDefaultersOtherNumberWasNotBarredBefore() {
        market = Law.venue("2026-03-02T10:00", Behaviour.PERSONS_BARRED.since() - 1);
        aliceForfeits();
        market.describeAsOne(ALICE, CAROL);
        market.open(mine(2, 1)).bid(CAROL, yuan(100)).expectLeads(CAROL, yuan(100));
    }

    @Test
    void whoForfeitedElsewhereIsNotBarred() {
        aliceForfeits();
        market.open(lot(2)).bid(ALICE, yuan(100)).expectLeads(ALICE, yuan(100));
    }

    @Test
    void oneBidderIsEnoughForACourtMrT29() {
        market.announce(court(1, wan(300), 0)).hold(ALICE);
        market.atMicros(Law.at("2026-04-02T10:00")).open().bid(ALICE, wan(300)).expectLeads(ALICE, wan(300));
        market.atMicros(Law.at("2026-04-03T10:00")).tick();
        assertEquals(wan(300), market.events(LotAwarded.class).get(0).amount());
    }

    @Test
    void withFewerBiddersThanItNeedsALotPassesAndDepositsComeBackMrT29() {
        SaleBasis basis = new SaleBasis(SellerCategory.STATE_OWNED, false, wan(44), "", 0, 0);
        LotPlan plan =
                lot(1).under("SOE_ASSET", basis).start(wan(44)).step(wan(1)).deposit(wan(4));
        market.announce(plan).hold(ALICE);
        market.atMicros(Law.at("2026-03-28T10:00")).open().bid(ALICE, wan(46)).expectLeads(ALICE, wan(46));
        market.atMicros(Law.at("2026-03-28T12:00")).tick();
        assertEquals(
                PassCause.MIN_BIDDERS, market.events(LotPassed.class).get(0).cause());
        market.by(ALICE, new WithdrawDeposit(ALICE, MarketFixture.WEALTH, "back"));
        market.expectAccepted();
    }

    @Test
    void aLotMayAskForMoreBiddersThanItsRulebook() {
        SaleBasis two = new SaleBasis(SellerCategory.PRIVATE, false, Money.ZERO, "", 0, 2);
        market.open(lot(1).under("PRIVATE_SALE", two)).bid(ALICE, yuan(100)).bid(BOB, yuan(110));
        market.expectAccepted();
        market.atMicros(Law.at("2026-03-02T12:00")).tick();
        assertEquals(BOB, market.events(LotAwarded.class).get(0).winner());
    }
}
