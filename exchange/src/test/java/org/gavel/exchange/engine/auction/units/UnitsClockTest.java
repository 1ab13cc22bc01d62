package org.gavel.exchange.engine.auction.units;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.event.DemandTold;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.event.UnitsBidTaken;
import org.gavel.protocol.event.UnitsUnsold;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClockTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Share;
import org.junit.jupiter.api.Test;

/** Amounts are fen here: the reference counts in whole units of money. */
class UnitsClockTest {
    private static final Money UNNAMED = Money.ZERO;

    private final MarketFixture market = venue();

    /** Ten units from 100 on, a tenth more each round of 100 s. */
    private static ClockTerms clock() {
        return new ClockTerms(10, fen(100), 1_000, Duration.ofSeconds(100));
    }

    private static Money fen(long amount) {
        return new Money(amount);
    }

    private void open() {
        market.announce(lot(7).phases(clock()).deposit(yuan(10)));
        market.hold(ALICE, BOB, CAROL).open();
    }

    /** A wants 6, B 5, C 4 at 100 and at 110; then A 4 above 115, C 2 above 110. */
    private void threeRounds() {
        open();
        wants(10, 6, 5, 4);
        wants(110, 6, 5, 4);
        market.at(210).bidUnits(ALICE, 4, fen(115)).bidUnits(BOB, 5, UNNAMED).bidUnits(CAROL, 2, fen(110));
        market.at(310).bidUnits(ALICE, 4, UNNAMED).bidUnits(CAROL, 2, UNNAMED);
    }

    private void wants(long at, long alice, long bob, long carol) {
        market.at(at).bidUnits(ALICE, alice, UNNAMED).expectAccepted();
        market.bidUnits(BOB, bob, UNNAMED).expectAccepted();
        market.bidUnits(CAROL, carol, UNNAMED).expectAccepted();
    }

    private static LotAwarded award(int bidder, int place, int winners, long units, long price, int bids, long at) {
        Share share = new Share(place, winners, units, fen(price));
        return new LotAwarded(7, bidder, bidder - 10, fen(units * price), bids, time(at), share);
    }

    @Test
    void lastDropIsGrantedOnlyToTheSupplyAndItsPriceClears_AM_K1() {
        threeRounds();
        market.at(320).bidUnits(BOB, 3, fen(125)).expect(new UnitsBidTaken(7, BOB, 12));
        market.at(400)
                .tick()
                .expect(
                        new DemandTold(7, 4, fen(133), 10),
                        award(ALICE, 1, 3, 4, 125, 12, 400),
                        award(BOB, 2, 3, 4, 125, 12, 400),
                        award(CAROL, 3, 3, 2, 125, 12, 400));
        assertEquals(
                List.of(
                        new DemandTold(7, 1, fen(100), 15),
                        new DemandTold(7, 2, fen(110), 15),
                        new DemandTold(7, 3, fen(121), 11),
                        new DemandTold(7, 4, fen(133), 10)),
                market.history().stream()
                        .flatMap(List::stream)
                        .filter(DemandTold.class::isInstance)
                        .toList());
    }

    @Test
    void priceBeforeClearsWhereTheDropNamesNone_AM_K1() {
        threeRounds();
        market.at(320).bidUnits(BOB, 3, UNNAMED);
        market.at(400).tick();
        assertEquals(
                List.of(4L, 4L, 2L),
                market.events(LotAwarded.class).stream()
                        .map(award -> award.share().units())
                        .toList());
        assertEquals(fen(121), market.events(LotAwarded.class).get(0).share().unitPrice());
    }

    @Test
    void whoeverIsSilentLeavesAtThePriceBeforeAsFarAsTheSupplyAllows() {
        threeRounds();
        market.at(400).tick();
        assertEquals(
                List.of(
                        award(ALICE, 1, 3, 4, 121, 11, 400),
                        award(BOB, 2, 3, 4, 121, 11, 400),
                        award(CAROL, 3, 3, 2, 121, 11, 400)),
                market.events(LotAwarded.class));
    }

    @Test
    void earlierPricesFallFirstAndWhoSpokeBeforeWhoIsSilent() {
        open();
        wants(10, 6, 6, 6);
        market.at(110).bidUnits(BOB, 2, fen(105)).bidUnits(CAROL, 1, UNNAMED);
        market.at(200).tick();
        assertEquals(
                List.of(
                        award(BOB, 1, 3, 6, 100, 5, 200),
                        award(ALICE, 2, 3, 3, 100, 5, 200),
                        award(CAROL, 3, 3, 1, 100, 5, 200)),
                market.events(LotAwarded.class));
    }

    @Test
    void lastActOfARoundCountsAndStandsInItsOwnTime() {
        open();
        market.at(5).bidUnits(ALICE, 9, UNNAMED);
        wants(10, 6, 6, 3);
        market.at(110).bidUnits(ALICE, 0, fen(105)).bidUnits(BOB, 6, fen(110)).bidUnits(CAROL, 3, UNNAMED);
        market.at(120).bidUnits(ALICE, 1, fen(109));
        market.at(200).tick();
        assertEquals(fen(109), market.events(LotAwarded.class).get(0).share().unitPrice());
        assertEquals(10, units());
    }

    @Test
    void tooLittleDemandAtTheStartSellsWhatIsWantedThere() {
        open();
        market.bidUnits(ALICE, 3, fen(100)).at(100).tick();
        market.expect(
                new DemandTold(7, 1, fen(100), 3),
                new UnitsUnsold(7, 7),
                award(ALICE, 1, 1, 3, 100, 1, 100),
                new DepositReleased(7, BOB, yuan(10)),
                new DepositReleased(7, CAROL, yuan(10)));
    }

    @Test
    void demandThatIsTheSupplyIsServedAtOnce() {
        open();
        wants(10, 5, 3, 2);
        market.at(100).tick();
        assertEquals(3, market.events(LotAwarded.class).size());
        assertEquals(List.of(), market.events(UnitsUnsold.class));
    }

    @Test
    void lotPassesWithoutDemandAndBelowTheReserve() {
        open();
        market.at(100).tick();
        assertEquals(PassCause.NO_BID, market.events(LotPassed.class).get(0).cause());
        market.at(200).open(lot(8).phases(clock()).openReserve(fen(101)));
        market.bidUnits(ALICE, 3, UNNAMED).at(300).tick();
        assertEquals(
                PassCause.RESERVE_NOT_MET, market.events(LotPassed.class).get(0).cause());
    }

    @Test
    void eachRoundIsALevelOfItsPrice() {
        open();
        wants(10, 6, 5, 4);
        market.at(100)
                .tick()
                .expect(
                        new DemandTold(7, 1, fen(100), 15),
                        new StageOpened(7, 2, StageKind.LEVEL, 0, fen(110), time(200)));
    }

    @Test
    void pauseLengthensTheRoundByItsLength() {
        open();
        wants(10, 6, 5, 4);
        market.at(50).pause().at(500).resume();
        market.at(549).tick().expect();
        market.at(550).tick();
        assertEquals(1, market.events(DemandTold.class).size());
    }

    @Test
    void refusesWhatCannotBeWanted() {
        open();
        market.bid(ALICE, fen(100)).expectRefused(RejectReason.WRONG_PHASE);
        market.bidUnits(ALICE, 11, UNNAMED).expectRefused(RejectReason.TOO_MANY_UNITS, 10);
        market.bidUnits(ALICE, 0, UNNAMED).expectRefused(RejectReason.TOO_FEW_UNITS, 1);
        market.bidUnits(ALICE, 5, fen(101)).expectRefused(RejectReason.OFF_LEVEL, 100);
        market.bidUnits(ALICE, 6, UNNAMED).bidUnits(BOB, 6, UNNAMED);
        market.at(110).tick();
        market.bidUnits(ALICE, 7, UNNAMED).expectRefused(RejectReason.TOO_MANY_UNITS, 6);
        market.bidUnits(ALICE, 6, fen(105)).expectRefused(RejectReason.OFF_LEVEL, 110);
        market.bidUnits(ALICE, 5, fen(99)).expectRefused(RejectReason.OFF_ROUND, 100);
        market.bidUnits(ALICE, 5, fen(110)).expectRefused(RejectReason.OFF_ROUND, 100);
        market.bidUnits(CAROL, 1, UNNAMED).expectRefused(RejectReason.LEVEL_MISSED);
        market.bidUnits(ALICE, 5, fen(109)).expectAccepted();
    }

    @Test
    void whoeverWantsNothingMoreIsOutOfTheLaterRounds() {
        open();
        wants(10, 9, 9, 4);
        market.at(110).bidUnits(ALICE, 9, UNNAMED).bidUnits(BOB, 9, UNNAMED).bidUnits(CAROL, 0, UNNAMED);
        market.at(210).bidUnits(CAROL, 1, UNNAMED);
        assertEquals(RejectReason.LEVEL_MISSED, market.request().reason());
    }

    /** Two units, so that the highest price of one is half the venue's. */
    @Test
    void highestPriceOfTheVenueServesWhoeverCameFirst() {
        long ceiling = Money.MAX_FEN / 2;
        ClockTerms terms = new ClockTerms(2, fen(ceiling - 1), 10_000, Duration.ofSeconds(100));
        market.open(lot(7).phases(terms));
        market.bidUnits(BOB, 1, UNNAMED).bidUnits(ALICE, 2, UNNAMED);
        market.at(110).bidUnits(ALICE, 2, UNNAMED).bidUnits(BOB, 1, UNNAMED);
        market.at(200).tick();
        List<LotAwarded> awards = market.events(LotAwarded.class);
        assertEquals(
                List.of(BOB, ALICE), awards.stream().map(LotAwarded::winner).toList());
        assertEquals(fen(ceiling), awards.get(1).amount());
        assertEquals(2, units());
    }

    @Test
    void termsThatCannotBeAreRefused() {
        Duration round = Duration.ofSeconds(1);
        assertThrows(InvalidValue.class, () -> new ClockTerms(0, fen(1), 1, round));
        assertThrows(InvalidValue.class, () -> new ClockTerms(10, fen(Money.MAX_FEN / 10 + 1), 1, round));
        assertThrows(InvalidValue.class, () -> new ClockTerms(10, fen(1), 0, round));
        assertThrows(InvalidValue.class, () -> new ClockTerms(10, fen(1), 10_001, round));
        assertEquals(2, new ClockTerms(10, fen(1), 1, round).after(1));
    }

    private long units() {
        return market.events(LotAwarded.class).stream()
                .mapToLong(award -> award.share().units())
                .sum();
    }
}
