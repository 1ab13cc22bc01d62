package org.gavel.exchange.engine.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.gavel.exchange.engine.EventList;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.Submission;
import org.gavel.exchange.kit.Effort;
import org.gavel.protocol.command.AskStatus;
import org.gavel.protocol.command.NodeStarted;
import org.gavel.protocol.command.WithdrawDeposit;
import org.gavel.protocol.event.AnswerRepeated;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.junit.jupiter.api.Test;

/** Random schedules of bidding, pauses and outages, the engine beside the naive model, event for event. */
final class EnglishAuctionPropertyTest {
    private static final int SCHEDULES = Effort.times(1_500);
    private static final int SCHEDULES_FOR_HASHES = Effort.times(40);
    private static final int SCHEDULES_TO_REACH_EVERYTHING = 300;
    private static final int COMMANDS = 100;
    private static final long SEED = Long.getLong("gavel.seed", System.nanoTime());

    private static final Set<String> REACHED = Set.of(
            "BidAccepted",
            "LotExtended",
            "LotAwarded",
            "LotPassed",
            "LotWithdrawn",
            "LotPaused",
            "LotResumed",
            "ReserveOpened",
            "DepositHeld",
            "DepositReleased",
            "AnswerRepeated",
            "NodeResumed",
            "CID_CONFLICT",
            "UNKNOWN_CID",
            "BELOW_START",
            "NOT_HIGHER",
            "OFF_INCREMENT",
            "BELOW_INCREMENT",
            "ALREADY_LEADING",
            "INCREMENT_MULTIPLE_TOO_BIG",
            "DEPOSIT_NOT_HELD",
            "DEPOSIT_INSUFFICIENT",
            "DEPOSIT_HELD_ALREADY",
            "CONSIGNOR_BID",
            "PARTICIPANT_UNKNOWN",
            "NOT_YOUR_ACCOUNT",
            "LOT_UNKNOWN",
            "LOT_EXISTS",
            "LOT_NOT_OPEN",
            "LOT_PAUSED",
            "LOT_CLOSED",
            "LOT_WITHDRAWN",
            "NOT_AWAITING",
            "NOT_PAUSED",
            "ALREADY_ENDED",
            "BID_IRREVOCABLE",
            "FUNDS_INSUFFICIENT");

    /** One market with the naive one beside it. */
    private static final class Pair {
        final Market market = new Market();
        final NaiveMarket naive = new NaiveMarket();
        final List<Submission> submissions = new ArrayList<>();
        final List<Event> events = new ArrayList<>();
        final MarketInvariants invariants = new MarketInvariants();
        private final Request request = new Request();
        private final EventList out = new EventList();

        Pair() {
            MarketFixture venue = MarketFixture.venue();
            venue.submissions().forEach(this::submitToEngine);
            venue.submissions().forEach(naive::apply);
        }

        private List<Event> submitToEngine(Submission submission) {
            submissions.add(submission);
            submission.applyTo(market, request, out);
            List<Event> caused = out.take();
            invariants.check(caused);
            events.addAll(caused);
            return caused;
        }

        List<Event> submit(Submission submission) {
            List<Event> caused = submitToEngine(submission);
            assertEquals(naive.apply(submission), caused, submission::toString);
            return caused;
        }
    }

    private static Pair run(long seed) {
        Pair pair = new Pair();
        SplittableRandom random = new SplittableRandom(seed);
        RandomBidding bidding = new RandomBidding(random, pair.naive);
        MarketFixture terms = MarketFixture.nothing().at(0);
        for (int lot = 1; lot <= RandomBidding.LOTS; lot++) {
            terms.staff(bidding.announcement(lot));
        }
        terms.submissions().forEach(pair::submit);
        for (int i = 0; i < COMMANDS; i++) {
            pair.submit(bidding.next());
        }
        checkAccounts(pair);
        return pair;
    }

    /** What each account has free is what was paid in, less what is held: asked for more, the engine tells. */
    private static void checkAccounts(Pair pair) {
        for (int participant : pair.invariants.participants()) {
            WithdrawDeposit tooMuch = new WithdrawDeposit(participant, new Money(Money.MAX_FEN), "");
            MarketFixture asking = MarketFixture.nothing().atMicros(pair.market.time());
            Submission question = asking.staff(tooMuch).submissions().get(0);
            List<Event> answer = pair.submit(question);
            CommandRejected refused = (CommandRejected) answer.get(answer.size() - 1);
            assertEquals(RejectReason.FUNDS_INSUFFICIENT, refused.reason());
            assertEquals(pair.invariants.free(participant), refused.detail());
        }
    }

    private static void forSeeds(int schedules, LongConsumer schedule) {
        forSeeds(SEED, schedules, schedule);
    }

    private static void forSeeds(long seedOfAll, int schedules, LongConsumer schedule) {
        SplittableRandom seeds = new SplittableRandom(seedOfAll);
        for (int i = 0; i < schedules; i++) {
            long seed = seeds.nextLong();
            try {
                schedule.accept(seed);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "schedule " + i + " of -Dgavel.seed=" + seedOfAll + " (its own: " + seed + ")", e);
            }
        }
    }

    @Test
    void theEngineDoesWhatTheNaiveModelDoesEventForEvent() {
        forSeeds(SCHEDULES, seed -> assertTrue(run(seed).market.sequence() > COMMANDS));
    }

    /**
     * The schedules are worth something: every event and refusal that can occur among English lots does occur. The
     * seed is fixed because this is about the schedules, not about the engine.
     */
    @Test
    void theSchedulesReachEverything() {
        Set<String> kinds = new TreeSet<>();
        forSeeds(1, SCHEDULES_TO_REACH_EVERYTHING, seed -> {
            for (Event event : run(seed).events) {
                boolean refusal = event instanceof CommandRejected;
                kinds.add(
                        refusal
                                ? ((CommandRejected) event).reason().name()
                                : event.getClass().getSimpleName());
            }
        });
        assertTrue(kinds.containsAll(REACHED), () -> "only " + kinds);
    }

    /** A refused command leaves what time alone would have left: the two markets' hashes stay equal. */
    @Test
    void aRefusedCommandChangesNothing() {
        forSeeds(SCHEDULES_FOR_HASHES, EnglishAuctionPropertyTest::compareWithTicksInsteadOfRefusals);
    }

    private static void compareWithTicksInsteadOfRefusals(long seed) {
        Pair pair = run(seed);
        Market asked = new Market();
        Market silent = new Market();
        Request request = new Request();
        EventList out = new EventList();
        for (Submission submission : pair.submissions) {
            submission.anonymous().applyTo(asked, request, out);
            boolean refused = request.reason() != RejectReason.NONE || submission.command() instanceof AskStatus;
            Submission quiet = refused ? Submission.tick(submission.time()) : submission.anonymous();
            List<Event> loud = withoutAnswers(out.take());
            quiet.applyTo(silent, request, out);
            assertEquals(loud, withoutAnswers(out.take()), submission::toString);
            assertArrayEquals(asked.stateHash(), silent.stateHash(), submission::toString);
        }
    }

    private static List<Event> withoutAnswers(List<Event> events) {
        return events.stream()
                .filter(event -> !(event instanceof CommandRejected || event instanceof AnswerRepeated))
                .toList();
    }

    /** The same commands give the same events and the same state, command by command. */
    @Test
    void aReplayIsTheSame() {
        forSeeds(SCHEDULES_FOR_HASHES, seed -> {
            Pair pair = run(seed);
            Market again = new Market();
            Request request = new Request();
            EventList out = new EventList();
            pair.submissions.forEach(submission -> submission.applyTo(again, request, out));
            assertArrayEquals(pair.market.stateHash(), again.stateHash());
        });
    }

    /** What time causes does not depend on when somebody looks: ticks in between change no other event. */
    @Test
    void ticksInBetweenChangeNothing() {
        forSeeds(SCHEDULES_FOR_HASHES, seed -> {
            Pair pair = run(seed);
            assertEquals(lotEvents(pair.submissions, false), lotEvents(pair.submissions, true));
        });
    }

    private static List<Event> lotEvents(List<Submission> submissions, boolean ticking) {
        Market market = new Market();
        Request request = new Request();
        EventList out = new EventList();
        for (Submission submission : submissions) {
            boolean outage = submission.command() instanceof NodeStarted;
            while (ticking && !outage && market.nextDue() < submission.time()) {
                Submission.tick(market.nextDue()).applyTo(market, request, out);
            }
            submission.anonymous().applyTo(market, request, out);
        }
        return out.take();
    }
}
