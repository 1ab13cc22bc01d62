package org.gavel.exchange.engine.auction.rounds;

import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gavel.exchange.engine.KnownMechanisms;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.auction.Award;
import org.gavel.exchange.engine.auction.Carried;
import org.gavel.exchange.engine.auction.Effect;
import org.gavel.exchange.engine.auction.Floor;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.exchange.engine.auction.ascending.StagedLot;
import org.gavel.exchange.kit.Effort;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.ForfeitCause;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.BestBidTerms;
import org.gavel.protocol.value.DutchTerms;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;
import org.junit.jupiter.api.Test;

/** The clock's winner may better the best sealed bid; AM-D3, {@code auction-mechanisms} 2.7. */
final class BestBidTest {
    private static final long SEED = Long.getLong("gavel.seed", System.nanoTime());
    private static final int SCHEDULES = Effort.times(2_000);
    private static final int D = 1;
    private static final int S1 = 2;
    private static final BestBidTerms TERMS = new BestBidTerms(Duration.ofMinutes(5));

    private final Mechanism phase = KnownMechanisms.ALL.of(TERMS);
    private final Room room = new Room();

    /** A floor on which everybody's paddle is their number plus ten. */
    private static final class Room implements Floor {
        final List<Long> leading = new ArrayList<>();
        final List<Event> events = new ArrayList<>();

        @Override
        public int lot() {
            return 7;
        }

        @Override
        public int paddle(int bidder) {
            return bidder + 10;
        }

        @Override
        public int entrants() {
            return 3;
        }

        @Override
        public int entrant(int index) {
            return index + 1;
        }

        @Override
        public int persons(IntStream bidders) {
            throw new IllegalStateException("nobody is counted here");
        }

        @Override
        public void beaten(int bidder, long amount) {
            throw new IllegalStateException("nobody is beaten here");
        }

        @Override
        public void leadsByProxy(int bidder, long amount) {
            throw new IllegalStateException("the venue bids for nobody here");
        }

        @Override
        public int bids() {
            return leading.size();
        }

        @Override
        public void counts() {
            throw new IllegalStateException("no envelope is opened here");
        }

        @Override
        public void undone() {}

        @Override
        public void forfeit(int bidder, ForfeitCause cause) {
            throw new IllegalStateException("nobody forfeits here");
        }

        @Override
        public long reserve() {
            return 0;
        }

        @Override
        public void leads(int bidder, long amount) {
            leading.add(amount);
        }

        @Override
        public void emit(Event event) {
            events.add(event);
        }
    }

    /** D stopped the clock at 63,000, S1's 70,000 is the best sealed bid. */
    private void openD3() {
        phase.open(0, new Carried(7_000_000, S1, D, 6_300_000));
        phase.begun(room);
    }

    private RejectReason bid(int bidder, long amount) {
        Request request = new Request().begin(1, 1, bidder, 0, 0);
        RejectReason reason = phase.check(request, bidder, amount);
        if (reason == RejectReason.NONE) {
            assertEquals(Effect.STANDS, phase.accept(request, bidder, amount, room));
        }
        return reason;
    }

    /** AM-D3. */
    @Test
    void theClocksWinnerWinsWithOneFenMore() {
        openD3();
        assertEquals(RejectReason.NONE, bid(D, 7_000_001));
        assertEquals(List.of(new Award(D, 7_000_001, 0)), phase.awards());
    }

    /** AM-D3. */
    @Test
    void theBestSealedBidWinsWhereTheClocksWinnerIsSilent() {
        openD3();
        assertEquals(List.of(new Award(S1, 7_000_000, 0)), phase.awards());
    }

    /** AM-D3: they took the risk of the price. */
    @Test
    void theClocksWinnerWinsATie() {
        openD3();
        assertEquals(RejectReason.NONE, bid(D, 7_000_000));
        assertEquals(List.of(new Award(D, 7_000_000, 0)), phase.awards());
    }

    @Test
    void nobodyElseMayBid() {
        openD3();
        Request request = new Request().begin(1, 1, S1, 0, 0);
        assertEquals(RejectReason.NOT_YOUR_PHASE, phase.check(request, S1, 8_000_000));
        assertEquals(D + 10, request.detail());
    }

    @Test
    void theyMayBidAgainAndEachTimeMore() {
        openD3();
        assertEquals(RejectReason.NOT_HIGHER, bid(D, 6_999_999));
        assertEquals(RejectReason.NONE, bid(D, 7_500_000));
        assertEquals(RejectReason.NOT_HIGHER, bid(D, 7_500_000));
        assertEquals(RejectReason.NONE, bid(D, 7_500_001));
        assertEquals(List.of(7_500_000L, 7_500_001L), room.leading);
    }

    @Test
    void saysWhoseTurnItIsAndWhatIsTheLeast() {
        openD3();
        assertEquals(
                List.of(new StageOpened(7, 1, StageKind.TURN, D + 10, new Money(7_000_000), 300_000_000)), room.events);
        phase.shift(5);
        assertEquals(300_000_005, phase.closesAt());
    }

    @Test
    void withoutASealedBidTheClocksWinnerKeepsTheirPriceAtOnce() {
        phase.open(9, new Carried(0, 0, D, 6_300_000));
        assertEquals(List.of(new Award(D, 6_300_000, 0)), phase.awards());
        assertEquals(9, phase.closesAt());
    }

    @Test
    void needsAClockAndEnvelopesBeforeItAndAClockNeedsNothingBeforeIt() {
        DutchTerms dutch = new DutchTerms(yuan(100), 5, Duration.ofMinutes(5), 100, Money.ZERO);
        EnglishTerms english = new EnglishTerms(
                yuan(1),
                List.of(new Step(Money.ZERO, yuan(1))),
                false,
                0,
                Duration.ofMinutes(5),
                SoftClose.NONE,
                false);
        MarketFixture market = MarketFixture.venue().at(0);
        market.staff(StagedLot.announcement(Reserve.NONE, TERMS)).expectRefused(RejectReason.BAD_PHASES, 1);
        market.staff(StagedLot.announcement(Reserve.NONE, english, TERMS)).expectRefused(RejectReason.BAD_PHASES, 2);
        market.staff(StagedLot.announcement(Reserve.NONE, english, dutch)).expectRefused(RejectReason.BAD_PHASES, 2);
        market.staff(StagedLot.announcement(Reserve.NONE, dutch, TERMS)).expectRefused(RejectReason.BAD_PHASES, 2);
        market.staff(StagedLot.announcement(Reserve.NONE, dutch, english, TERMS))
                .expectRefused(RejectReason.BAD_PHASES, 3);
    }

    /** Beside a naive model: the largest of all bids, the clock's winner's before an equal one. */
    @Test
    void theLargestBidWinsWhateverIsBid() {
        System.out.println("BestBidTest -Dgavel.seed=" + SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < SCHEDULES; i++) {
            long clock = 10L + random.nextInt(20);
            long sealed = clock + 1 + random.nextInt(20);
            phase.open(0, new Carried(sealed, S1, D, clock));
            phase.begun(room);
            long own = 0;
            long shifted = 0;
            for (int n = random.nextInt(6); n > 0; n--) {
                if (random.nextInt(4) == 0) {
                    long pause = random.nextInt(1000);
                    phase.shift(pause);
                    shifted += pause;
                }
                long amount = clock - 2 + random.nextInt(40);
                boolean takes = amount > clock && amount >= sealed && amount > own;
                assertEquals(takes, bid(D, amount) == RejectReason.NONE, "seed " + SEED);
                own = takes ? amount : own;
            }
            Award expected = own >= sealed ? new Award(D, own, 0) : new Award(S1, sealed, 0);
            assertEquals(List.of(expected), phase.awards(), "seed " + SEED);
            assertEquals(300_000_000 + shifted, phase.closesAt(), "seed " + SEED);
        }
    }
}
