package org.gavel.exchange.engine.auction.tender;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.CLERK;
import static org.gavel.exchange.engine.MarketFixture.SELLER;
import static org.gavel.exchange.engine.MarketFixture.WEALTH;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.wan;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gavel.exchange.engine.KnownMechanisms;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.auction.Carried;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.OpenEnvelope;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.SubmitEnvelope;
import org.gavel.protocol.command.WithdrawDeposit;
import org.gavel.protocol.event.DepositForfeited;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.EnvelopeOpened;
import org.gavel.protocol.event.EnvelopeSubmitted;
import org.gavel.protocol.event.ForfeitCause;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.ReserveOpened;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.SealedCommitment;
import org.gavel.protocol.value.SealedPricing;
import org.gavel.protocol.value.SealedTerms;
import org.gavel.protocol.value.Title;
import org.junit.jupiter.api.Test;

/** Sealed bids: what is taken, what is opened, who wins and who forfeits. A round lasts 100 and 50 seconds. */
final class SealedBidTest {
    private static final int DAVE = 14;
    private static final Money DEPOSIT = yuan(20);
    private static final Map<Integer, Integer> PADDLES = Map.of(ALICE, 1, BOB, 2, CAROL, 3, DAVE, 4);

    private MarketFixture market = venue();

    private static SealedTerms terms(SealedPricing pricing, int maxEnvelopes, int rounds) {
        return new SealedTerms(
                yuan(100), Duration.ofSeconds(100), Duration.ofSeconds(50), pricing, maxEnvelopes, rounds);
    }

    private static String salt(int bidder) {
        return Integer.toHexString(0x10 + bidder).repeat(32);
    }

    private static SubmitEnvelope envelope(int bidder, Money amount) {
        return new SubmitEnvelope(7, 0, SealedCommitment.of(7, PADDLES.get(bidder), amount, salt(bidder)), "");
    }

    /** Lot 7, opened at 0 with all four bidders' deposits held. */
    private void open(Reserve reserve, Money deposit, PhaseTerms... phases) {
        market.at(0);
        market.staff(new RegisterParticipant(DAVE, "")).staff(new CreditDeposit(DAVE, WEALTH, "bank"));
        market.staff(new AnnounceLot(
                7,
                new Title("", "Patent"),
                SELLER,
                "PRIVATE_SALE",
                deposit,
                reserve,
                List.of(phases),
                0,
                OutageRule.DEFAULT));
        market.on(7).hold(ALICE, BOB, CAROL, DAVE).open();
    }

    private void open(SealedPricing pricing) {
        open(Reserve.NONE, DEPOSIT, terms(pricing, 0, 1));
    }

    private static Reserve reserve(long yuan) {
        return new Reserve(yuan(yuan), false, "");
    }

    private MarketFixture send(int bidder, Money amount) {
        return market.by(bidder, envelope(bidder, amount));
    }

    private MarketFixture reveal(int bidder, Money amount) {
        return market.by(bidder, new OpenEnvelope(7, 0, amount, salt(bidder)));
    }

    private LotAwarded award() {
        return market.events(LotAwarded.class).get(0);
    }

    /** AM-S1. */
    private void s1(SealedPricing pricing) {
        open(reserve(200), DEPOSIT, terms(pricing, 0, 1));
        market.at(1);
        send(DAVE, yuan(190)).expectAccepted();
        market.at(3);
        send(ALICE, yuan(320)).expectAccepted();
        market.at(4);
        send(CAROL, yuan(350)).expectAccepted();
        market.at(5);
        send(BOB, yuan(350)).expectAccepted();
        market.at(100).tick();
        reveal(BOB, yuan(350)).expectAccepted();
        reveal(ALICE, yuan(320));
        reveal(DAVE, yuan(190));
        reveal(CAROL, yuan(350));
        market.at(150).tick();
    }

    @Test
    void theHighestAmountWinsAndOfEqualOnesTheEarlier() {
        s1(SealedPricing.FIRST);
        assertEquals(new LotAwarded(7, CAROL, 3, yuan(350), 4, time(150)), award());
    }

    @Test
    void atTheSecondPriceAnEqualAmountIsTheSecond() {
        s1(SealedPricing.SECOND);
        assertEquals(new LotAwarded(7, CAROL, 3, yuan(350), 4, time(150)), award());
    }

    /** AM-S1, only A: the second price is the reserve. */
    @Test
    void aloneOnePaysTheReserveAtTheSecondPrice() {
        open(reserve(200), DEPOSIT, terms(SealedPricing.SECOND, 0, 1));
        send(ALICE, yuan(320));
        market.at(100).tick();
        reveal(ALICE, yuan(320));
        market.at(150).tick();
        assertEquals(yuan(200), award().amount());
    }

    @Test
    void theSecondPriceIsTheHighestOfTheOthers() {
        open(SealedPricing.SECOND);
        send(ALICE, yuan(320));
        send(BOB, yuan(500));
        market.at(100).tick();
        reveal(ALICE, yuan(320));
        reveal(BOB, yuan(500));
        market.at(150).tick();
        assertEquals(BOB, award().winner());
        assertEquals(yuan(320), award().amount());
    }

    /** MR-T50. */
    @Test
    void equalQuotesGoByTheMillisecond() {
        open(SealedPricing.FIRST);
        market.atMicros(time(10) + 119_000);
        send(BOB, wan(100));
        market.atMicros(time(10) + 120_000);
        send(ALICE, wan(100));
        market.at(100).tick();
        reveal(ALICE, wan(100));
        reveal(BOB, wan(100));
        market.at(150).tick();
        assertEquals(BOB, award().winner());
    }

    /** MR-T26: the reserve stays hidden to the end; the bid has no effect and the deposits go back. */
    @Test
    void belowAHiddenReserveNothingIsSold() {
        Reserve hidden = new Reserve(wan(250), true, LotPlan.SALT);
        open(hidden, DEPOSIT, terms(SealedPricing.SECOND, 0, 1));
        send(ALICE, wan(240));
        market.at(100).tick();
        reveal(ALICE, wan(240));
        market.at(150)
                .tick()
                .expect(
                        new ReserveOpened(7, wan(250), LotPlan.SALT),
                        new LotPassed(7, PassCause.RESERVE_NOT_MET, 1, time(150)),
                        new DepositReleased(7, ALICE, DEPOSIT),
                        new DepositReleased(7, BOB, DEPOSIT),
                        new DepositReleased(7, CAROL, DEPOSIT),
                        new DepositReleased(7, DAVE, DEPOSIT));
    }

    @Test
    void stagesAndEnvelopesAreAnnounced() {
        open(SealedPricing.FIRST);
        market.expect(
                new LotOpened(7, 1, time(100), yuan(100), MarketFixture.REASON),
                new StageOpened(7, 1, StageKind.SEALED, 0, Money.ZERO, time(100)));
        String commitment = envelope(BOB, yuan(300)).commitment();
        send(BOB, yuan(300)).expect(new EnvelopeSubmitted(7, BOB, 2, commitment, 1));
        market.at(100).tick().expect(new StageOpened(7, 2, StageKind.REVEAL, 0, Money.ZERO, time(150)));
        reveal(BOB, yuan(300)).expect(new EnvelopeOpened(7, BOB, 2, yuan(300), true));
    }

    @Test
    void theLastEnvelopeCountsAndTakesItsOwnPlaceInTheOrder() {
        open(SealedPricing.FIRST);
        send(ALICE, yuan(200));
        send(BOB, yuan(300));
        send(ALICE, yuan(300)).expectAccepted();
        market.at(100).tick();
        reveal(ALICE, yuan(200)).expectRefused(RejectReason.ENVELOPE_MISMATCH).expectNothingChanged();
        reveal(ALICE, yuan(300)).expectAccepted();
        reveal(BOB, yuan(300)).expectAccepted();
        market.at(150).tick();
        assertEquals(BOB, award().winner());
    }

    @Test
    void takesNoMoreEnvelopesThanTheTermsSay() {
        open(Reserve.NONE, DEPOSIT, terms(SealedPricing.FIRST, 2, 1));
        send(ALICE, yuan(200));
        send(ALICE, yuan(300)).expectAccepted();
        send(ALICE, yuan(400)).expectRefused(RejectReason.ENVELOPES_USED_UP, 2).expectNothingChanged();
    }

    @Test
    void eachStageTakesItsOwnActsOnly() {
        open(SealedPricing.FIRST);
        market.bid(ALICE, yuan(200)).expectRefused(RejectReason.WRONG_PHASE);
        send(ALICE, yuan(200));
        reveal(ALICE, yuan(200)).expectRefused(RejectReason.WRONG_PHASE).expectNothingChanged();
        market.at(100).tick();
        send(BOB, yuan(300)).expectRefused(RejectReason.WRONG_PHASE);
        reveal(BOB, yuan(300)).expectRefused(RejectReason.ENVELOPE_MISSING);
        reveal(ALICE, yuan(200)).expectAccepted();
        reveal(ALICE, yuan(200)).expectRefused(RejectReason.ENVELOPE_OPENED).expectNothingChanged();
        market.at(150).tick();
        reveal(ALICE, yuan(200)).expectRefused(RejectReason.LOT_CLOSED);
    }

    @Test
    void anothersPaddleOrSaltDoesNotFit() {
        open(SealedPricing.FIRST);
        market.by(BOB, envelope(ALICE, yuan(200)));
        send(CAROL, yuan(200));
        market.at(100).tick();
        market.by(BOB, new OpenEnvelope(7, 0, yuan(200), salt(ALICE))).expectRefused(RejectReason.ENVELOPE_MISMATCH);
        market.by(CAROL, new OpenEnvelope(7, 0, yuan(200), salt(ALICE))).expectRefused(RejectReason.ENVELOPE_MISMATCH);
    }

    @Test
    void staffOpenWhatTheKeyholdersDecrypted() {
        open(SealedPricing.FIRST);
        send(ALICE, yuan(200));
        market.at(100).tick();
        OpenEnvelope opening = new OpenEnvelope(7, ALICE, yuan(200), salt(ALICE));
        market.by(BOB, opening).expectRefused(RejectReason.NOT_YOUR_ACCOUNT);
        market.apply(CLERK, Role.CLERK, Channel.CONSOLE, opening)
                .expect(new EnvelopeOpened(7, ALICE, 1, yuan(200), true));
    }

    @Test
    void whoeverDoesNotOpenForfeitsTheDeposit() {
        open(SealedPricing.FIRST);
        send(ALICE, yuan(900));
        send(BOB, yuan(300));
        market.at(100).tick();
        reveal(BOB, yuan(300));
        market.at(150)
                .tick()
                .expect(
                        new DepositForfeited(7, ALICE, DEPOSIT, ForfeitCause.NO_REVEAL),
                        new LotAwarded(7, BOB, 2, yuan(300), 1, time(150)),
                        new DepositReleased(7, CAROL, DEPOSIT),
                        new DepositReleased(7, DAVE, DEPOSIT));
        Money left = new Money(WEALTH.fen() - DEPOSIT.fen());
        market.staff(new WithdrawDeposit(ALICE, WEALTH, "bank")).expectRefused(RejectReason.FUNDS_INSUFFICIENT, left);
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    @Test
    void anAmountBelowTheMinimumDoesNotCountButIsOpened() {
        open(SealedPricing.FIRST);
        send(ALICE, yuan(99));
        market.at(100).tick();
        reveal(ALICE, yuan(99)).expect(new EnvelopeOpened(7, ALICE, 1, yuan(99), false));
        market.at(150).tick();
        assertEquals(List.of(new LotPassed(7, PassCause.NO_BID, 0, time(150))), market.events(LotPassed.class));
        assertEquals(List.of(), market.events(DepositForfeited.class));
    }

    @Test
    void withoutEnvelopesNothingIsOpened() {
        open(SealedPricing.FIRST);
        market.at(100).tick();
        assertEquals(List.of(new LotPassed(7, PassCause.NO_BID, 0, time(100))), market.events(LotPassed.class));
    }

    @Test
    void nobodyForfeitsInALotThatIsTerminated() {
        open(SealedPricing.FIRST);
        send(ALICE, yuan(900));
        market.at(120).terminate();
        assertEquals(4, market.events(DepositReleased.class).size());
        assertEquals(List.of(), market.events(DepositForfeited.class));
    }

    @Test
    void aPauseLeavesTheTimeThatWasLeft() {
        open(SealedPricing.FIRST);
        send(ALICE, yuan(300));
        market.at(120).pause();
        reveal(ALICE, yuan(300)).expectRefused(RejectReason.LOT_PAUSED);
        market.at(1000).resume();
        market.at(1029);
        reveal(ALICE, yuan(300)).expectAccepted();
        market.at(1030).tick();
        assertEquals(time(1030), award().closedAt());
    }

    /** 书面多轮: each round counts only what is above the best of the one before. */
    @Test
    void writtenRoundsGoOnUntilNobodyGoesHigher() {
        open(Reserve.NONE, DEPOSIT, terms(SealedPricing.FIRST, 0, 9));
        send(ALICE, yuan(200));
        send(BOB, yuan(300));
        market.at(100).tick();
        reveal(ALICE, yuan(200));
        reveal(BOB, yuan(300));
        market.at(150).tick().expect(new StageOpened(7, 3, StageKind.SEALED, 0, yuan(300), time(250)));
        send(BOB, yuan(400)).expectRefused(RejectReason.ALREADY_LEADING);
        send(ALICE, yuan(350));
        send(CAROL, yuan(300));
        market.at(250).tick();
        reveal(ALICE, yuan(350)).expect(new EnvelopeOpened(7, ALICE, 1, yuan(350), true));
        reveal(CAROL, yuan(300)).expect(new EnvelopeOpened(7, CAROL, 3, yuan(300), false));
        market.at(300).tick().expect(new StageOpened(7, 5, StageKind.SEALED, 0, yuan(350), time(400)));
        market.at(400).tick();
        assertEquals(new LotAwarded(7, ALICE, 1, yuan(350), 3, time(400)), award());
    }

    @Test
    void whoeverHasForfeitedIsOutOfTheLot() {
        open(Reserve.NONE, DEPOSIT, terms(SealedPricing.FIRST, 0, 2));
        send(ALICE, yuan(200));
        send(BOB, yuan(300));
        market.at(100).tick();
        reveal(BOB, yuan(300));
        market.at(150).tick();
        send(ALICE, yuan(400)).expectRefused(RejectReason.DEPOSIT_FORFEITED);
        market.by(ALICE, new HoldDeposit(7, 0)).expectRefused(RejectReason.DEPOSIT_FORFEITED);
    }

    /** An English phase whose leader counts as the one who stopped a clock. */
    private static Mechanism clock(PhaseTerms terms) {
        Mechanism phase = KnownMechanisms.ALL.of(terms);
        return (Mechanism) Proxy.newProxyInstance(
                Mechanism.class.getClassLoader(), new Class<?>[] {Mechanism.class}, (self, method, arguments) -> {
                    boolean carries = method.getName().equals("carry");
                    return carries
                            ? new Carried(phase.price(), phase.leader(), phase.leader(), phase.price())
                            : method.invoke(phase, arguments);
                });
    }

    private void openAfterClock() {
        market = venue(terms -> terms instanceof EnglishTerms ? clock(terms) : KnownMechanisms.ALL.of(terms));
        PhaseTerms clock = LotPlan.lot(7).lasts(10).announcement().phases().get(0);
        open(Reserve.NONE, DEPOSIT, clock, terms(SealedPricing.FIRST, 0, 1), clock);
        market.bid(DAVE, yuan(630)).expectLeads(DAVE, yuan(630));
        market.at(10).tick();
    }

    /** AM-D3: the clock stopped at 630; sealed 700, 690, and 620 that does not count. */
    @Test
    void theClocksWinnerWaitsAndTheOthersMustBeHigher() {
        openAfterClock();
        send(DAVE, yuan(800)).expectRefused(RejectReason.CLOCK_WINNER_WAITS).expectNothingChanged();
        send(ALICE, yuan(700));
        send(BOB, yuan(690));
        send(CAROL, yuan(630));
        market.at(110).tick();
        reveal(ALICE, yuan(700));
        reveal(BOB, yuan(690));
        reveal(CAROL, yuan(630)).expect(new EnvelopeOpened(7, CAROL, 3, yuan(630), false));
        market.at(160).tick();
        assertEquals(
                new LotOpened(7, 3, time(170), yuan(710), ""),
                market.events(LotOpened.class).get(0));
        market.bid(DAVE, yuan(710)).expectLeads(DAVE, yuan(710));
    }

    @Test
    void whereNobodyIsHigherTheClocksWinnerHasTheLotAtOnce() {
        openAfterClock();
        send(CAROL, yuan(620));
        market.at(110).tick();
        reveal(CAROL, yuan(620));
        market.at(160).tick();
        assertEquals(DAVE, award().winner());
        assertEquals(yuan(630), award().amount());
    }

    @Test
    void whereNobodySendsAnythingTheClocksWinnerHasTheLotAtOnce() {
        openAfterClock();
        market.at(110).tick();
        assertEquals(DAVE, award().winner());
        assertFalse(market.events(LotAwarded.class).isEmpty());
    }

    @Test
    void handsTheClockOnToTheNextPhase() {
        SealedBid phase = new SealedBid(terms(SealedPricing.FIRST, 0, 1));
        phase.open(0, new Carried(63_000, DAVE, DAVE, 63_000));
        assertEquals(new Carried(63_000, DAVE, DAVE, 63_000), phase.carry());
        assertEquals(63_001, phase.nextMinimum());
    }
}
