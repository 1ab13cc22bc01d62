package org.gavel.exchange.engine.auction.rounds;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.auction.ascending.StagedLot;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.WithdrawBid;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.DutchTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.ReverseRoundsTerms;
import org.junit.jupiter.api.Test;

/** Rounds with turns; AM-R1, {@code auction-mechanisms} 2.6. The initial stage lasts 100 s, so the start T is 100. */
final class ReverseRoundsTest {
    private static final List<Duration> PAUSES = List.of(seconds(300), seconds(120), seconds(120));
    private static final ReverseRoundsTerms R1 = terms(false);

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static ReverseRoundsTerms terms(boolean forward) {
        return new ReverseRoundsTerms(yuan(500_000), forward, yuan(35_000), seconds(100), PAUSES, seconds(120));
    }

    /** A's 475,000 came before B's 480,000; paddles 1 and 2. */
    private static MarketFixture openR1() {
        MarketFixture market = StagedLot.open(R1);
        market.at(10).bid(ALICE, yuan(475_000)).expect();
        market.at(20).bid(BOB, yuan(480_000)).expect();
        return market;
    }

    /** AM-R1: turns at 300, 420 | 660, 780 | 1020, 1140 after T, end 1260. */
    @Test
    void twoBiddersTurnsLieWhereTheScheduleSays() {
        MarketFixture market = openR1();
        market.at(100 + 1260).tick();
        List<StageOpened> turns = StagedLot.stages(market, StageKind.TURN);
        List<Long> begins =
                turns.stream().map(turn -> turn.closesAt() - time(100 + 120)).toList();
        assertEquals(
                List.of(300_000_000L, 420_000_000L, 660_000_000L, 780_000_000L, 1_020_000_000L, 1_140_000_000L),
                begins);
        assertEquals(
                List.of(new LotAwarded(7, ALICE, 1, yuan(475_000), 1, time(1360))), market.events(LotAwarded.class));
    }

    /** AM-R1: the last mover must go lower and never matches; the tie goes to the earlier bid. */
    @Test
    void theLastMoverMustGoLowerThanTheirOwnBid() {
        MarketFixture market = openR1();
        market.at(400).bid(ALICE, yuan(400_000));
        assertEquals(RejectReason.NOT_YOUR_TURN, market.request().reason());
        assertEquals(2, market.request().detail());
        market.bid(BOB, yuan(440_000)).expect();
        market.at(520).bid(ALICE, yuan(445_000));
        assertEquals(RejectReason.TOO_HIGH, market.request().reason());
        assertEquals(yuan(440_000).fen(), market.request().detail());
        market.at(760).bid(ALICE, yuan(400_000)).expectAccepted();
        market.at(1120).bid(BOB, yuan(365_000)).expectAccepted();
        market.at(1240).bid(ALICE, yuan(365_000)).expectAccepted();
        market.at(1360)
                .tick()
                .expect(
                        new StageOpened(7, 10, StageKind.REVEAL, 1, yuan(365_000), time(1360)),
                        new LotAwarded(7, BOB, 2, yuan(365_000), 4, time(1360)));
    }

    @Test
    void initialBidsAreSealedAndPublishedTogetherWorstFirst() {
        MarketFixture market = openR1();
        market.at(100)
                .tick()
                .expect(
                        new StageOpened(7, 1, StageKind.REVEAL, 2, yuan(480_000), time(100)),
                        new StageOpened(7, 1, StageKind.REVEAL, 1, yuan(475_000), time(100)),
                        new BidAccepted(
                                7, ALICE, 1, yuan(475_000), yuan(445_000), 1, time(400), Channel.SYSTEM, ClientId.NONE),
                        new StageOpened(7, 2, StageKind.PAUSE, 2, yuan(445_000), time(400)));
    }

    @Test
    void aTurnIsEditedUntilItEndsAndOnlyTheLastCounts() {
        MarketFixture market = openR1();
        market.at(410).bid(BOB, yuan(400_000)).expectAccepted();
        market.at(415).bid(BOB, yuan(440_000)).expect();
        market.at(520).tick();
        assertEquals(
                new StageOpened(7, 3, StageKind.REVEAL, 2, yuan(440_000), time(520)),
                market.events(StageOpened.class).get(0));
    }

    @Test
    void theBidOfATurnIsTakenBackUntilTheTurnEndsAndNoOther() {
        MarketFixture market = openR1();
        market.at(410).bid(BOB, yuan(400_000)).expectAccepted();
        market.by(ALICE, new WithdrawBid(7))
                .expectRefused(RejectReason.BID_IRREVOCABLE)
                .expectNothingChanged();
        market.by(BOB, new WithdrawBid(7)).expect();
        market.by(BOB, new WithdrawBid(7)).expectRefused(RejectReason.BID_IRREVOCABLE);
        market.bid(BOB, yuan(440_000)).expectAccepted();
        market.by(BOB, new WithdrawBid(7)).expect();
        market.at(520).tick();
        assertEquals(2, StagedLot.stages(market, StageKind.REVEAL).size());
        market.by(BOB, new WithdrawBid(7)).expectRefused(RejectReason.BID_IRREVOCABLE);
        market.at(1360).tick();
        assertEquals(yuan(475_000), market.events(LotAwarded.class).get(0).amount());
    }

    @Test
    void anInitialBidIsNotTakenBack() {
        MarketFixture market = StagedLot.open(R1);
        market.at(10).bid(ALICE, yuan(475_000)).expectAccepted();
        market.by(ALICE, new WithdrawBid(7)).expectRefused(RejectReason.BID_IRREVOCABLE);
    }

    @Test
    void nobodyMovesInAPauseAndWhoeverHasNoInitialBidNever() {
        MarketFixture market = openR1();
        market.at(100).tick();
        market.bid(BOB, yuan(440_000))
                .expectRefused(RejectReason.NOT_YOUR_TURN, 2)
                .expectNothingChanged();
        market.at(400).tick();
        market.bid(CAROL, yuan(1)).expectRefused(RejectReason.NOT_YOUR_TURN, 2);
    }

    @Test
    void ofEqualInitialBidsTheLaterMovesFirstAndTheEarlierLeads() {
        MarketFixture market = StagedLot.open(R1);
        market.at(1).bid(BOB, yuan(440_000));
        market.at(2).bid(ALICE, yuan(450_000));
        market.at(3).bid(ALICE, yuan(450_000));
        market.at(100).tick();
        BidAccepted best = market.events(BidAccepted.class).get(0);
        assertEquals(BOB, best.bidder());
        assertEquals(2, market.events(StageOpened.class).get(0).paddle(), "Alice moves first");
    }

    @Test
    void theCeilingBindsInitialBids() {
        MarketFixture market = StagedLot.open(R1);
        market.bid(ALICE, new Money(50_000_001)).expectRefused(RejectReason.TOO_HIGH, yuan(500_000));
        market.bid(ALICE, yuan(500_000)).expectAccepted();
    }

    @Test
    void withoutInitialBidsNobodyWins() {
        MarketFixture market = StagedLot.open(R1);
        market.at(100).tick().expect(new LotPassed(7, PassCause.NO_BID, 0, time(100)));
    }

    @Test
    void pricesRiseWhereTheTermsSaySo() {
        MarketFixture market = StagedLot.open(terms(true));
        market.bid(ALICE, yuan(499_999)).expectRefused(RejectReason.BELOW_START, yuan(500_000));
        market.bid(ALICE, yuan(500_000)).expectAccepted();
        market.bid(BOB, yuan(600_000)).expectAccepted();
        market.at(400).tick();
        market.bid(ALICE, yuan(534_999)).expectRefused(RejectReason.BELOW_INCREMENT, yuan(535_000));
        market.bid(ALICE, yuan(610_000)).expectAccepted();
        market.at(1360).tick();
        assertEquals(
                List.of(new LotAwarded(7, ALICE, 1, yuan(610_000), 2, time(1360))), market.events(LotAwarded.class));
    }

    @Test
    void aReserveIsTheMostTheSellerWouldPay() {
        MarketFixture market = MarketFixture.venue().at(0);
        market.staff(StagedLot.announcement(new Reserve(yuan(500_001), false, ""), R1));
        market.expectRefused(RejectReason.RESERVE_TOO_HIGH, yuan(500_000));
        for (long reserve : new long[] {475_000, 474_999}) {
            MarketFixture lot = StagedLot.open(new Reserve(yuan(reserve), false, ""), R1);
            lot.at(10).bid(ALICE, yuan(475_000));
            lot.at(2000).tick();
            assertEquals(
                    reserve == 475_000 ? 1 : 0, lot.events(LotAwarded.class).size());
            assertEquals(reserve == 475_000 ? 0 : 1, lot.events(LotPassed.class).size());
        }
    }

    @Test
    void pricesOfOneLotMoveOneWay() {
        DutchTerms dutch = new DutchTerms(yuan(100), 5, seconds(60), 100, Money.ZERO);
        MarketFixture market = MarketFixture.venue().at(0);
        market.staff(StagedLot.announcement(Reserve.NONE, dutch, R1)).expectRefused(RejectReason.BAD_PHASES, 2);
        market.staff(StagedLot.announcement(Reserve.NONE, R1, R1)).expectAccepted();
    }

    @Test
    void whoeverLeadsEntersTheNextRoundsWithTheirBid() {
        MarketFixture market = StagedLot.open(R1, R1);
        market.at(10).bid(ALICE, yuan(475_000));
        long second = 100 + 300 + 120 + 2 * 240;
        market.at(second).tick();
        market.bid(ALICE, yuan(475_000)).expectRefused(RejectReason.TOO_HIGH, yuan(440_000));
        market.bid(BOB, yuan(500_000)).expectAccepted();
        market.at(second + 1260 + 100).tick();
        assertEquals(yuan(475_000), market.events(LotAwarded.class).get(0).amount());
    }

    @Test
    void noMoreBiddersTakePartThanTheBound() {
        MarketFixture market = StagedLot.open(R1);
        int last = 1000 + ReverseRoundsTerms.MAX_BIDDERS;
        for (int bidder = 1001; bidder <= last + 1; bidder++) {
            market.staff(new RegisterParticipant(bidder, ""));
            market.staff(new CreditDeposit(bidder, yuan(1), "bank"));
            market.bid(bidder, yuan(400_000));
            RejectReason expected = bidder > last ? RejectReason.BIDDERS_FULL : RejectReason.NONE;
            assertEquals(expected, market.request().reason());
        }
        market.bid(last, yuan(399_999)).expectAccepted();
    }

    @Test
    void aReplayGivesTheSameStateInTheMiddleOfATurn() {
        MarketFixture market = openR1();
        market.at(410).bid(BOB, yuan(440_000));
        byte[] before = market.stateHash();
        assertArrayEquals(before, market.replayed().stateHash());
        MarketFixture other = openR1();
        other.at(410).bid(BOB, yuan(439_999));
        assertTrue(!Arrays.equals(before, other.stateHash()), "the draft belongs to the state");
    }

    @Test
    void badTermsAreRefused() {
        Money one = yuan(1);
        Duration turn = seconds(120);
        List<Duration> tooMany = Collections.nCopies(21, turn);
        assertThrows(InvalidValue.class, () -> new ReverseRoundsTerms(one, false, one, turn, List.of(), turn));
        assertThrows(InvalidValue.class, () -> new ReverseRoundsTerms(one, false, one, turn, tooMany, turn));
        assertThrows(InvalidValue.class, () -> new ReverseRoundsTerms(one, false, Money.ZERO, turn, PAUSES, turn));
        assertThrows(InvalidValue.class, () -> new ReverseRoundsTerms(one, false, one, Duration.ZERO, PAUSES, turn));
        assertThrows(
                InvalidValue.class, () -> new ReverseRoundsTerms(one, false, one, turn, PAUSES, Duration.ofDays(2)));
    }
}
