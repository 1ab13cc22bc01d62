package org.gavel.exchange.engine.auction.rounds;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.auction.ascending.StagedLot;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotPaused;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.PauseCause;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.BestBidTerms;
import org.gavel.protocol.value.DutchTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.SealedPricing;
import org.gavel.protocol.value.SealedTerms;
import org.junit.jupiter.api.Test;

/** A falling clock; {@code auction-mechanisms} 2.7. */
final class DutchClockTest {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private static DutchTerms percent(Money start, int stages) {
        return new DutchTerms(start, stages, FIVE_MINUTES, 100, Money.ZERO);
    }

    /** AM-D1. */
    @Test
    void thePriceOfStage81IsAFifthOfTheStart() {
        MarketFixture market = StagedLot.open(percent(yuan(100_000), 81));
        market.expectAccepted();
        market.at(80 * 300).tick();
        List<StageOpened> levels = StagedLot.stages(market, StageKind.LEVEL);
        assertEquals(81, levels.size());
        assertEquals(new StageOpened(7, 1, StageKind.LEVEL, 0, yuan(100_000), time(300)), levels.get(0));
        assertEquals(new StageOpened(7, 2, StageKind.LEVEL, 0, yuan(99_000), time(600)), levels.get(1));
        assertEquals(new StageOpened(7, 81, StageKind.LEVEL, 0, yuan(20_000), time(24_300)), levels.get(80));
        market.bid(BOB, yuan(20_000)).expectLeads(BOB, yuan(20_000));
        assertEquals(
                List.of(new LotAwarded(7, BOB, 1, yuan(20_000), 1, time(24_000))), market.events(LotAwarded.class));
    }

    /** AM-D2. */
    @Test
    void everyPriceIsRoundedHalfUpFromTheOneBefore() {
        DutchTerms terms = percent(new Money(33_333), 5);
        long[] prices =
                IntStream.rangeClosed(1, 5).mapToLong(i -> terms.price(i).fen()).toArray();
        assertArrayEquals(new long[] {33_333, 33_000, 32_667, 32_334, 32_001}, prices);
    }

    /** AM-D2: a price ending in half a fen goes up. */
    @Test
    void halfAFenIsRoundedUp() {
        assertEquals(
                149,
                new DutchTerms(new Money(150), 2, FIVE_MINUTES, 100, Money.ZERO)
                        .price(2)
                        .fen());
        assertEquals(
                248,
                new DutchTerms(new Money(250), 2, FIVE_MINUTES, 100, Money.ZERO)
                        .price(2)
                        .fen());
    }

    @Test
    void onlyThePriceShownIsTaken() {
        MarketFixture market = StagedLot.open(percent(yuan(100), 10));
        market.at(600).tick().bid(ALICE, yuan(99)).expectRefused(RejectReason.STAGE_PASSED, yuan(98));
        market.bid(ALICE, yuan(100)).expectRefused(RejectReason.STAGE_PASSED, yuan(98));
        market.bid(ALICE, yuan(101)).expectRefused(RejectReason.OFF_LEVEL, yuan(98));
        market.bid(ALICE, new Money(9_850)).expectRefused(RejectReason.OFF_LEVEL, yuan(98));
        market.bid(ALICE, yuan(97))
                .expectRefused(RejectReason.OFF_LEVEL, yuan(98))
                .expectNothingChanged();
        market.bid(ALICE, yuan(98)).expectLeads(ALICE, yuan(98));
        market.bid(BOB, yuan(98)).expectRefused(RejectReason.LOT_CLOSED);
    }

    /** The interval is half-open: at its closing instant a stage has ended. */
    @Test
    void aBidAtTheEndOfAStageIsForTheNext() {
        MarketFixture market = StagedLot.open(percent(yuan(100), 10));
        market.at(300).bid(ALICE, yuan(100));
        assertEquals(RejectReason.STAGE_PASSED, market.request().reason());
        market.bid(ALICE, yuan(99)).expectLeads(ALICE, yuan(99));
    }

    @Test
    void takesAFixedDecrementToo() {
        DutchTerms terms = new DutchTerms(yuan(100), 4, FIVE_MINUTES, 0, yuan(30));
        MarketFixture market = StagedLot.open(terms);
        market.at(900).bid(ALICE, yuan(10)).expectLeads(ALICE, yuan(10));
    }

    @Test
    void aClockNobodyStopsDecidesTheLotWithoutAWinner() {
        SealedTerms envelopes = new SealedTerms(yuan(1), FIVE_MINUTES, FIVE_MINUTES, SealedPricing.FIRST, 0, 1);
        MarketFixture market = StagedLot.open(percent(yuan(100), 3), envelopes, new BestBidTerms(FIVE_MINUTES));
        market.at(899)
                .tick()
                .expect(
                        new StageOpened(7, 2, StageKind.LEVEL, 0, yuan(99), time(600)),
                        new StageOpened(7, 3, StageKind.LEVEL, 0, yuan(98), time(900)));
        market.at(900).tick().expect(new LotPassed(7, PassCause.NO_BID, 0, time(900)));
    }

    @Test
    void aPauseMovesEveryStageThatLiesAhead() {
        MarketFixture market = StagedLot.open(percent(yuan(100), 3));
        market.at(100).pause().expect(new LotPaused(7, PauseCause.CLERK, 200_000_000, MarketFixture.REASON));
        market.at(5000).resume().expect(new LotResumed(7, time(5200), MarketFixture.REASON));
        market.at(5200).tick().expect(new StageOpened(7, 2, StageKind.LEVEL, 0, yuan(99), time(5500)));
    }

    @Test
    void aReserveMayLieAnywhereOnTheClock() {
        DutchTerms terms = percent(yuan(100), 3);
        MarketFixture market = MarketFixture.venue().at(0);
        market.staff(StagedLot.announcement(new Reserve(new Money(9_799), false, ""), terms));
        market.expectRefused(RejectReason.BAD_RESERVE, yuan(98));
        MarketFixture sold = StagedLot.open(new Reserve(yuan(99), false, ""), terms);
        sold.at(600).bid(ALICE, yuan(98));
        assertEquals(List.of(new LotPassed(7, PassCause.RESERVE_NOT_MET, 1, time(600))), sold.events(LotPassed.class));
    }

    @Test
    void aReplayGivesTheSameState() {
        MarketFixture market = StagedLot.open(percent(yuan(100), 3));
        market.at(300).tick().pause();
        market.at(400).resume();
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    @Test
    void badTermsAreRefused() {
        Money start = yuan(100);
        assertThrows(InvalidValue.class, () -> new DutchTerms(start, 3, FIVE_MINUTES, 0, Money.ZERO));
        assertThrows(InvalidValue.class, () -> new DutchTerms(start, 3, FIVE_MINUTES, 100, yuan(1)));
        assertThrows(InvalidValue.class, () -> new DutchTerms(start, 101, FIVE_MINUTES, 100, Money.ZERO));
        assertThrows(InvalidValue.class, () -> new DutchTerms(start, 1_001, FIVE_MINUTES, 1, Money.ZERO));
        assertThrows(InvalidValue.class, () -> new DutchTerms(start, 3, Duration.ZERO, 1, Money.ZERO));
        assertThrows(InvalidValue.class, () -> new DutchTerms(new Money(50), 3, FIVE_MINUTES, 100, Money.ZERO));
        assertThrows(InvalidValue.class, () -> new DutchTerms(start, 3, Duration.ofDays(200), 1, Money.ZERO));
    }
}
