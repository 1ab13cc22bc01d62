package org.gavel.exchange.audit.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each screen on a constructed ring of its own kind, on its near miss, and all of them on honest bidders. */
class ScreensTest {
    private static final Thresholds DEFAULT = Thresholds.DEFAULT;
    private static final int SELLER = 900;
    private static final long SEED = 20261122;
    private static final int MARKETS = 1000;

    private static Bid bid(int participant, long at, long amount) {
        return new Bid(participant, at, at, amount, 0, true);
    }

    private static LotFacts lot(int number, int winner, List<Bid> bids) {
        return lot(number, winner, bids, Map.of());
    }

    private static LotFacts lot(int number, int winner, List<Bid> bids, Map<Integer, Long> deposits) {
        return new LotFacts(number, SELLER, number * 1_000_000L, List.of(winner), bids, deposits, false);
    }

    private static List<LotFacts> won(int... winners) {
        return IntStream.range(0, winners.length)
                .mapToObj(i -> lot(
                        i + 1, winners[i], List.of(bid(1, 1, 100), bid(2, 2, 110 + i * 7), bid(3, 3, 120 + i * 11))))
                .toList();
    }

    private static List<List<Integer>> parties(List<Flag> flags) {
        return flags.stream().map(Flag::parties).toList();
    }

    @Test
    void winningInTurnsIsARotationOfTwoAndOfThree() {
        Rotation rotation = new Rotation(DEFAULT);
        assertEquals(List.of(List.of(1, 2)), parties(rotation.flags(won(1, 2, 1, 2, 1, 2, 1, 2))));
        List<Flag> three = rotation.flags(won(1, 2, 3, 1, 2, 3, 1, 2, 3));
        assertEquals(List.of(List.of(1, 2, 3)), parties(three));
        assertEquals(7, three.get(0).considered());
        assertEquals(1000, three.get(0).permille());
    }

    @Test
    void winningOftenOrOnTooFewLotsIsNoRotation() {
        Rotation rotation = new Rotation(DEFAULT);
        assertEquals(List.of(), rotation.flags(won(1, 1, 1, 1, 2, 2, 2, 2)));
        assertEquals(List.of(), rotation.flags(won(1, 2, 1, 2, 1, 2, 1)));
        assertEquals(List.of(), rotation.flags(won(1, 3, 2, 3, 1, 3, 2, 3)));
    }

    private static List<LotFacts> ratio(long... higher) {
        return IntStream.range(0, higher.length)
                .mapToObj(i -> lot(i + 1, 2, List.of(bid(1, 1, higher[i] * 9 / 10), bid(2, 2, higher[i]))))
                .toList();
    }

    @Test
    void bidsInOneRatioOnDifferentPricesAreFlagged() {
        List<Flag> flags = new FixedRatio(DEFAULT).flags(ratio(1000, 2500, 7000, 12_345, 99_999));
        assertEquals(List.of(List.of(1, 2)), parties(flags));
        assertEquals("900", flags.get(0).figures().get("medianPermille"));
    }

    @Test
    void aRatioThatTheLadderExplainsIsLeftOut() {
        List<LotFacts> steps = IntStream.range(1, 8)
                .mapToObj(
                        i -> lot(i, 2, List.of(new Bid(1, 1, 1, 900, 1000, true), new Bid(2, 2, 2, 1000, 1100, true))))
                .toList();
        assertEquals(List.of(), new FixedRatio(DEFAULT).flags(steps));
        assertEquals(List.of(), new FixedRatio(DEFAULT).flags(ratio(1000, 2500, 7000, 12_345)));
    }

    private static List<LotFacts> reactions(long... seconds) {
        List<LotFacts> lots = new ArrayList<>();
        for (int i = 0; i < seconds.length; i++) {
            long at = 1_000_000_000L * (i + 1);
            lots.add(lot(i + 1, 2, List.of(bid(1, at, 100), bid(2, at + seconds[i] * 1_000_000, 110 + i))));
        }
        return lots;
    }

    @Test
    void answersAlwaysAfterTheSameTimeAreFlagged() {
        List<Flag> flags = new MirroredTiming(DEFAULT).flags(reactions(3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 9));
        assertEquals(List.of(List.of(1, 2)), parties(flags));
        assertEquals(11, flags.get(0).matching());
        assertEquals("3000", flags.get(0).figures().get("medianMillis"));
        assertEquals(List.of(), new MirroredTiming(DEFAULT).flags(reactions(3, 4, 5, 6, 7, 8, 9, 10, 3, 3, 3, 9)));
    }

    private static List<LotFacts> deposits(long apartMinutes) {
        return IntStream.range(1, 7)
                .mapToObj(i -> {
                    long day = i * 86_400_000_000L;
                    Map<Integer, Long> held = Map.of(
                            1,
                            day,
                            2,
                            day + apartMinutes * 60_000_000L,
                            3,
                            day + 7_200_000_000L,
                            4,
                            day + 14_400_000_000L);
                    List<Bid> bids = List.of(bid(1, 1, 100), bid(2, 2, 110 + i * 5), bid(3, 3, 130 + i));
                    return lot(i, 3, bids, held);
                })
                .toList();
    }

    @Test
    void depositsHeldTogetherWhileOthersComeApartAreFlagged() {
        assertEquals(List.of(List.of(1, 2)), parties(new SameDayDeposits(DEFAULT).flags(deposits(10))));
        assertEquals(List.of(), new SameDayDeposits(DEFAULT).flags(deposits(11)));
    }

    @Test
    void depositsThatAllComeAtOnceSayNothing() {
        List<LotFacts> loaded = deposits(1).stream()
                .map(lot -> lot(lot.lot(), 3, lot.bids(), Map.of(1, 5L, 2, 5L, 3, 5L, 4, 5L)))
                .toList();
        assertEquals(List.of(), new SameDayDeposits(DEFAULT).flags(loaded));
    }

    private static List<LotFacts> covered(long cover) {
        return IntStream.range(1, 7)
                .mapToObj(i -> lot(i, 2, List.of(bid(1, 1, cover), bid(2, 2, 1000))))
                .toList();
    }

    @Test
    void bidsThatWereNeverSeriousAreFlaggedWithWhoGained() {
        assertEquals(List.of(List.of(1, 2)), parties(new NeverSerious(DEFAULT).flags(covered(699))));
        assertEquals(List.of(), new NeverSerious(DEFAULT).flags(covered(700)));
    }

    @Test
    void sharesAreComparedExactlyAndRoundedHalfUpForPrinting() {
        assertEquals(667, Rational.permille(2, 3));
        assertEquals(1, Rational.permille(1, 2000));
        assertEquals(0, Rational.permille(5, 0));
        assertTrue(Rational.isAtLeast(4, 5, 800));
        assertTrue(!Rational.isAtLeast(7999, 10_000, 800));
        assertTrue(!Rational.isAtLeast(0, 0, 800));
        assertEquals(2, Rational.median(List.of(4L, 2L, 1L, 9L)));
    }

    @Test
    void nothingIsFlaggedWhereNothingWasSold() {
        LotFacts passed = new LotFacts(1, SELLER, 1, List.of(), List.of(), Map.of(), false);
        for (Screen screen : all()) {
            assertEquals(List.of(), screen.flags(List.of()), screen.name());
            assertEquals(List.of(), screen.flags(List.of(passed)), screen.name());
        }
    }

    private static List<Screen> all() {
        return List.of(
                new Rotation(DEFAULT),
                new FixedRatio(DEFAULT),
                new MirroredTiming(DEFAULT),
                new SameDayDeposits(DEFAULT),
                new NeverSerious(DEFAULT),
                new SameSource(new Sources()));
    }

    /** Bidders with values of their own for each lot, each of whom so many hundredths of the lots interest. */
    private static List<LotFacts> honest(Random random, int bidders, int lotCount, int interest) {
        List<LotFacts> lots = new ArrayList<>();
        for (int number = 1; number <= lotCount; number++) {
            Map<Integer, Long> value = new HashMap<>();
            Map<Integer, Long> deposits = new HashMap<>();
            for (int bidder = 1; bidder <= bidders; bidder++) {
                deposits.put(bidder, number * 86_400_000_000L + random.nextInt(36_000) * 1_000_000L);
                if (random.nextInt(100) < interest) {
                    value.put(bidder, 10_000L + random.nextInt(90_000));
                }
            }
            lots.add(sold(number, value, deposits, random));
        }
        return lots;
    }

    private static LotFacts sold(int number, Map<Integer, Long> value, Map<Integer, Long> deposits, Random random) {
        List<Integer> in = new ArrayList<>(value.keySet());
        List<Bid> bids = new ArrayList<>();
        long price = 10_000;
        long at = number * 86_400_000_000L + 40_000_000_000L;
        int leader = 0;
        while (in.stream().anyMatch(bidder -> bidder != next(bids))) {
            int bidder = in.get(random.nextInt(in.size()));
            long raised = price + 500L * (1 + random.nextInt(8));
            if (bidder != next(bids) && raised <= value.get(bidder)) {
                at += (200 + random.nextInt(30_000)) * 1000L;
                price = raised;
                leader = bidder;
                bids.add(new Bid(bidder, at, at, price, price + 500, true));
            } else if (bidder != next(bids)) {
                in.remove(Integer.valueOf(bidder));
            }
        }
        List<Integer> winners = leader == 0 ? List.of() : List.of(leader);
        return new LotFacts(number, SELLER, at, winners, bids, deposits, false);
    }

    private static int next(List<Bid> bids) {
        return bids.isEmpty() ? 0 : bids.get(bids.size() - 1).participant();
    }

    @Test
    void honestBiddersAreRarelyFlaggedInALargeMarket() {
        Map<String, Integer> flags = flagged(12, 40, 33);
        flags.forEach((screen, raised) -> assertTrue(raised <= MARKETS / 100, screen + " raised " + raised));
    }

    @Test
    void twoHonestBiddersWhoAlwaysMeetAreFlaggedMoreOften() {
        Map<String, Integer> flags = flagged(2, 12, 100);
        flags.forEach((screen, raised) -> assertTrue(raised <= MARKETS / 10, screen + " raised " + raised));
    }

    private static Map<String, Integer> flagged(int bidders, int lotCount, int interest) {
        Map<String, Integer> flags = new TreeMap<>();
        for (int market = 0; market < MARKETS; market++) {
            List<LotFacts> lots = honest(new Random(SEED + market), bidders, lotCount, interest);
            for (Screen screen : all()) {
                flags.merge(screen.name(), screen.flags(lots).size(), Integer::sum);
            }
        }
        System.out.println("seed " + SEED + ", flags in " + MARKETS + " honest markets of " + bidders + " bidders and "
                + lotCount + " lots: " + flags);
        return flags;
    }
}
