package org.gavel.exchange.engine.lot;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.Submission;
import org.gavel.protocol.command.CallLot;
import org.gavel.protocol.command.HammerLot;
import org.gavel.protocol.command.OpenEnvelope;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.ReopenLot;
import org.gavel.protocol.command.SubmitEnvelope;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.DepositForfeited;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.HammerFallen;
import org.gavel.protocol.event.InquiryAnswered;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotPaused;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.PauseCause;
import org.gavel.protocol.event.PriorityExercised;
import org.gavel.protocol.event.PriorityWaived;
import org.gavel.protocol.event.ReserveOpened;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.LiveTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.PriorityMode;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.SealedCommitment;
import org.gavel.protocol.value.SealedPricing;
import org.gavel.protocol.value.SealedTerms;
import org.gavel.protocol.value.Step;
import org.junit.jupiter.api.Test;

/** Asking the holders of a right of first refusal between bidding and the hammer. Alice is the high bidder. */
final class ClosingInquiryTest {
    private final MarketFixture market = venue().at(0);

    private static LotPlan after() {
        return lot(7).priority(PriorityMode.INQUIRY_AFTER, 60);
    }

    private static LotPlan thenBidding() {
        return lot(7).start(yuan(250)).priority(PriorityMode.INQUIRY_THEN_BIDDING, 60);
    }

    private static StageOpened ask(int stage, int paddle, Money price, long until) {
        return new StageOpened(7, stage, StageKind.ASK, paddle, price, time(until));
    }

    private static BidAccepted bid(int bidder, int paddle, Money amount, Money next, int number, long until) {
        return new BidAccepted(7, bidder, paddle, amount, next, number, time(until), Channel.ONLINE, ClientId.NONE);
    }

    /** AM-X2. */
    @Test
    void theHighBidderRaisesAndTheHolderSaysNothing() {
        market.announce(thenBidding()).grant(BOB, 0).open().bid(ALICE, yuan(250));
        market.at(1000).tick().expect(ask(1, 2, yuan(250), 1060));
        market.at(1020).answer(BOB, true);
        market.expect(
                bid(BOB, 2, yuan(250), yuan(260), 2, 1080),
                new PriorityExercised(7, BOB, 2, 0, yuan(250)),
                ask(2, 1, yuan(260), 1080));
        market.at(1050).bid(ALICE, yuan(260));
        market.expect(bid(ALICE, 1, yuan(260), yuan(270), 3, 1110), ask(3, 2, yuan(260), 1110));
        market.at(1110).tick();
        market.expect(new PriorityWaived(7, BOB, 2, 0), new LotAwarded(7, ALICE, 1, yuan(260), 3, time(1110)));
    }

    @Test
    void theHighBidderDoesNotRaiseSoTheHolderBuys() {
        market.announce(thenBidding()).grant(BOB, 0).open().bid(ALICE, yuan(250));
        market.at(1010).answer(BOB, true);
        market.at(1070).tick().expect(new LotAwarded(7, BOB, 2, yuan(250), 2, time(1070)));
    }

    @Test
    void theHighBidderMayQuitAtOnce() {
        market.announce(thenBidding()).grant(BOB, 0).open().bid(ALICE, yuan(250));
        market.at(1010).answer(BOB, true);
        market.at(1015).answer(ALICE, true).expectRefused(RejectReason.RAISE_NEEDED, yuan(260));
        market.answer(ALICE, false);
        market.expect(new InquiryAnswered(7, ALICE, 1, false), new LotAwarded(7, BOB, 2, yuan(250), 2, time(1015)));
    }

    @Test
    void onlyWhoIsAskedIsHeard() {
        market.announce(thenBidding())
                .grant(BOB, 0)
                .open()
                .bid(ALICE, yuan(250))
                .at(1000)
                .tick();
        market.answer(CAROL, true).expectRefused(RejectReason.NOT_ASKED).expectNothingChanged();
        market.answer(ALICE, false).expectRefused(RejectReason.NOT_ASKED);
        market.bid(BOB, yuan(260)).expectRefused(RejectReason.WRONG_PHASE);
        market.match(BOB).expectRefused(RejectReason.LOT_CLOSED);
        market.answer(BOB, true).expectAccepted();
        market.bid(ALICE, yuan(250)).expectRefused(RejectReason.NOT_HIGHER, yuan(260));
        market.bid(ALICE, yuan(259)).expectRefused(RejectReason.BELOW_INCREMENT, yuan(260));
        market.bid(CAROL, yuan(260)).expectRefused(RejectReason.LOT_CLOSED);
        market.bid(ALICE, yuan(265)).expectLeads(ALICE, yuan(265));
    }

    /** 询价法: a yes buys, and nobody gets a second chance. */
    @Test
    void askedAfterBiddingTheFirstYesBuys() {
        market.announce(after()).grant(CAROL, 1).grant(BOB, 0).open().bid(ALICE, yuan(100));
        market.at(1000).tick().expect(ask(1, 2, yuan(100), 1060));
        market.at(1030).answer(BOB, true);
        market.expect(
                bid(BOB, 2, yuan(100), yuan(110), 2, 1030),
                new PriorityExercised(7, BOB, 2, 0, yuan(100)),
                new LotAwarded(7, BOB, 2, yuan(100), 2, time(1030)));
    }

    @Test
    void asksInOrderOfRankAndOfEqualRanksInOrderOfTheGrants() {
        market.announce(after()).grant(CAROL, 1).grant(BOB, 1).open().bid(ALICE, yuan(100));
        market.at(1000).tick().expect(ask(1, 2, yuan(100), 1060));
        market.answer(CAROL, false).expect(new PriorityWaived(7, CAROL, 2, 1), ask(2, 3, yuan(100), 1060));
        market.at(1060).tick();
        market.expect(new PriorityWaived(7, BOB, 3, 1), new LotAwarded(7, ALICE, 1, yuan(100), 1, time(1060)));
    }

    @Test
    void whoLeadsIsNotAskedNorWhoseRankDoesNotBeatTheirs() {
        market.announce(after())
                .grant(BOB, 0)
                .grant(ALICE, 1)
                .grant(CAROL, 2)
                .open()
                .bid(ALICE, yuan(100));
        market.at(1000).tick().expect(ask(1, 2, yuan(100), 1060));
        market.answer(BOB, false);
        market.expect(new PriorityWaived(7, BOB, 2, 0), new LotAwarded(7, ALICE, 1, yuan(100), 1, time(1000)));
    }

    @Test
    void aHolderWithoutTheDepositWaives() {
        market.announce(after().deposit(yuan(5))).grant(BOB, 0).grant(CAROL, 1);
        market.hold(ALICE)
                .open()
                .bid(ALICE, yuan(100))
                .at(999)
                .hold(CAROL)
                .at(1000)
                .tick();
        market.expect(new PriorityWaived(7, BOB, 0, 0), ask(1, 2, yuan(100), 1060));
        market.at(1010).answer(CAROL, true);
        assertEquals(CAROL, market.events(LotAwarded.class).get(0).winner());
        assertEquals(new DepositReleased(7, ALICE, yuan(5)), market.last().get(3));
        assertEquals(4, market.last().size());
    }

    @Test
    void aDepositHeldWhileAnotherIsAskedIsInTime() {
        market.announce(after().deposit(yuan(5))).grant(BOB, 0).grant(CAROL, 1);
        market.hold(ALICE, BOB).open().bid(ALICE, yuan(100)).at(1000).tick();
        market.at(1010).hold(CAROL).at(1060).tick();
        market.expect(new PriorityWaived(7, BOB, 2, 0), ask(1 + 1, 3, yuan(100), 1120));
    }

    @Test
    void withoutABidOrBelowTheReserveNobodyIsAsked() {
        market.announce(after()).grant(BOB, 0).open();
        market.at(1000).tick().expect(new LotPassed(7, PassCause.NO_BID, 0, time(1000)));
        market.announce(lot(8).priority(PriorityMode.INQUIRY_AFTER, 60).hiddenReserve(yuan(200)));
        market.grant(BOB, 0).open().bid(ALICE, yuan(100)).at(2000).tick();
        market.expect(
                new ReserveOpened(8, yuan(200), LotPlan.SALT),
                new LotPassed(8, PassCause.RESERVE_NOT_MET, 1, time(2000)));
    }

    @Test
    void aRightOfSingleUseIsNotAskedForAgainAfterARaise() {
        market.announce(thenBidding().singleUse())
                .grant(BOB, 0)
                .grant(CAROL, 1)
                .open()
                .bid(ALICE, yuan(250));
        market.at(1010).answer(BOB, true).at(1020).bid(ALICE, yuan(260));
        market.expect(bid(ALICE, 1, yuan(260), yuan(270), 3, 1080), ask(3, 3, yuan(260), 1080));
        market.answer(CAROL, true).at(1030).bid(ALICE, yuan(270));
        market.expect(
                bid(ALICE, 1, yuan(270), yuan(280), 5, 1030), new LotAwarded(7, ALICE, 1, yuan(270), 5, time(1030)));
    }

    @Test
    void aPauseKeepsTheTimeToAnswer() {
        market.announce(after())
                .grant(BOB, 0)
                .open()
                .bid(ALICE, yuan(100))
                .at(1000)
                .tick();
        market.at(1020).pause().expect(new LotPaused(7, PauseCause.CLERK, 40_000_000, REASON));
        market.at(1500).answer(BOB, true).expectRefused(RejectReason.LOT_PAUSED);
        market.at(2000).resume();
        market.expect(new LotResumed(7, time(2040), REASON), ask(1, 2, yuan(100), 2040));
        market.at(2039).answer(BOB, true);
        assertEquals(BOB, market.events(LotAwarded.class).get(0).winner());
    }

    @Test
    void anOutageKeepsTheTimeToAnswer() {
        market.announce(after())
                .grant(BOB, 0)
                .open()
                .bid(ALICE, yuan(100))
                .at(1000)
                .tick()
                .at(1020)
                .tick();
        market.at(3000).nodeStarts().at(3010).tick();
        assertEquals(ask(1, 2, yuan(100), 3050), market.last().get(1));
        market.at(3050).tick();
        assertEquals(ALICE, market.events(LotAwarded.class).get(0).winner());
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    @Test
    void theLotMayBeTerminatedWhileSomebodyIsAsked() {
        market.announce(after().deposit(yuan(5)))
                .grant(BOB, 0)
                .hold(ALICE, BOB)
                .open()
                .bid(ALICE, yuan(100));
        market.at(1000).tick().terminate();
        market.expect(
                new LotTerminated(7, REASON),
                new DepositReleased(7, ALICE, yuan(5)),
                new DepositReleased(7, BOB, yuan(5)));
        market.at(1060).tick().expect();
    }

    /** A provisional hammer falls for the holder; reopened, the lot forgets what was asked. */
    @Test
    void aProvisionalHammerFallsForWhoeverTheInquiryFound() {
        market.announce(live()).grant(BOB, 0).open().bid(ALICE, yuan(100));
        callAndHammer(10);
        market.expect(ask(1, 2, yuan(100), 80));
        market.at(30).staff(new CallLot(7, 1, "")).expectRefused(RejectReason.LOT_NOT_OPEN);
        market.answer(BOB, true);
        assertEquals(
                new HammerFallen(7, 2, yuan(100), time(30), time(90)),
                market.last().get(2));
        Origin two = new Origin(MarketFixture.CLERK, 501, ClientId.NONE, 0, 0, 0, Role.CLERK, Channel.CONSOLE);
        market.at(40)
                .apply(new Submission(time(40), two, new ReopenLot(7, REASON)))
                .expectAccepted();
        market.bid(CAROL, yuan(110)).expectLeads(CAROL, yuan(110));
        callAndHammer(50);
        market.answer(BOB, false);
        assertEquals(
                new HammerFallen(7, 3, yuan(110), time(60), time(120)),
                market.last().get(1));
        market.at(120).tick().expect(new LotAwarded(7, CAROL, 3, yuan(110), 3, time(120)));
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    private static LotPlan live() {
        List<Step> ladder = List.of(new Step(Money.ZERO, yuan(10)));
        Duration minute = Duration.ofSeconds(60);
        Duration most = Duration.ofSeconds(1000);
        return after().phases(new LiveTerms(
                yuan(100), ladder, false, 0, false, Duration.ofSeconds(3), Duration.ofSeconds(1), most, minute));
    }

    /** The hammer falls ten seconds later. */
    private void callAndHammer(long from) {
        for (int stage = 1; stage <= 3; stage++) {
            market.at(from + 3L * (stage - 1)).staff(new CallLot(7, stage, "")).expectAccepted();
        }
        market.at(from + 10).staff(new HammerLot(7, REASON)).expectAccepted();
    }

    @Test
    void asksAfterMechanismsOfOtherKindsToo() {
        market.announce(lot(7).proxy().priority(PriorityMode.INQUIRY_THEN_BIDDING, 60))
                .grant(BOB, 0)
                .open();
        market.bid(ALICE, yuan(500)).at(1000).tick().expect(ask(1, 2, yuan(100), 1060));
        market.answer(BOB, true);
        assertTrue(market.last().contains(ask(2, 1, yuan(110), 1060)));
    }

    private static PhaseTerms sealed() {
        return new SealedTerms(yuan(100), Duration.ofSeconds(100), Duration.ofSeconds(50), SealedPricing.SECOND, 1, 1);
    }

    private void envelopesOfAliceAndBob(long alices, long bobs) {
        market.announce(after().deposit(yuan(20)).phases(sealed())).grant(BOB, 0);
        market.hold(ALICE, BOB).open();
        market.at(1).by(ALICE, envelope(1, yuan(alices))).by(BOB, envelope(2, yuan(bobs)));
        market.at(100).by(ALICE, new OpenEnvelope(7, 0, yuan(alices), SALT32)).expectAccepted();
    }

    private static final String SALT32 = "07".repeat(32);

    private static SubmitEnvelope envelope(int paddle, Money amount) {
        return new SubmitEnvelope(7, 0, SealedCommitment.of(7, paddle, amount, SALT32), "");
    }

    @Test
    void aHolderIsAskedAtWhatTheWinnerOfSealedBidsWouldPay() {
        envelopesOfAliceAndBob(300, 200);
        market.by(BOB, new OpenEnvelope(7, 0, yuan(200), SALT32)).expectAccepted();
        market.at(150).tick();
        assertEquals(List.of(ask(1, 2, yuan(200), 210)), market.events(StageOpened.class));
        market.at(160).answer(BOB, true);
        assertEquals(BOB, market.events(LotAwarded.class).get(0).winner());
        assertEquals(List.of(new DepositReleased(7, ALICE, yuan(20))), market.events(DepositReleased.class));
    }

    @Test
    void whoForfeitedTheDepositIsNotAsked() {
        envelopesOfAliceAndBob(300, 200);
        market.at(150).tick();
        assertEquals(1, market.events(DepositForfeited.class).size());
        assertEquals(List.of(), market.events(StageOpened.class));
        assertEquals(ALICE, market.events(LotAwarded.class).get(0).winner());
    }
}
