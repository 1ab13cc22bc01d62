package org.gavel.exchange.engine.reference;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.CLERK;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.kit.Effort;
import org.gavel.protocol.command.CallLot;
import org.gavel.protocol.command.HammerLot;
import org.gavel.protocol.command.OverrideIncrement;
import org.gavel.protocol.command.PostponeLot;
import org.gavel.protocol.command.ReopenLot;
import org.gavel.protocol.command.TerminateLot;
import org.gavel.protocol.command.UndoBid;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.LiveTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Step;
import org.junit.jupiter.api.Test;

/** Random clerks and bidders, the engine beside the naive called lot, answer for answer. */
final class LiveAuctionPropertyTest {
    private static final int SCHEDULES = Effort.times(2_000);
    private static final int[] BIDDERS = {ALICE, BOB, CAROL};
    private static final long[] APPROVERS = {0, CLERK, 501, 501, 501};

    /** The schedules are worth something when they meet all of these. */
    private static final Set<RejectReason> MET = EnumSet.of(
            RejectReason.NONE,
            RejectReason.NOT_HIGHER,
            RejectReason.OFF_INCREMENT,
            RejectReason.ALREADY_LEADING,
            RejectReason.BELOW_START,
            RejectReason.LOT_NOT_OPEN,
            RejectReason.LOT_PAUSED,
            RejectReason.LOT_CLOSED,
            RejectReason.CALL_RESET,
            RejectReason.CALL_OUT_OF_ORDER,
            RejectReason.CALL_TOO_SOON,
            RejectReason.BID_UNKNOWN,
            RejectReason.APPROVER_NEEDED,
            RejectReason.SAME_APPROVER,
            RejectReason.REOPEN_TOO_LATE,
            RejectReason.ALREADY_ENDED,
            RejectReason.NOT_AWAITING,
            RejectReason.NOT_PAUSED,
            RejectReason.SCHEDULED_IN_PAST);

    private final Set<RejectReason> met = EnumSet.noneOf(RejectReason.class);

    private static LiveTerms terms(long reopenWithin) {
        return new LiveTerms(
                yuan(100),
                List.of(new Step(Money.ZERO, yuan(NaiveLive.STEP))),
                false,
                0,
                false,
                Duration.ofSeconds(3),
                Duration.ofSeconds(1),
                Duration.ofSeconds(NaiveLive.MOST),
                Duration.ofSeconds(reopenWithin));
    }

    @Test
    void theEngineAnswersAsTheNaiveModelDoes() {
        long seedOfAll = Long.getLong("gavel.seed", System.nanoTime());
        for (int n = 0; n < SCHEDULES; n++) {
            schedule(new Random(seedOfAll + n), "schedule " + n + " of -Dgavel.seed=" + seedOfAll);
        }
        assertTrue(met.containsAll(MET), () -> "only " + met);
    }

    private void schedule(Random random, String name) {
        long reopenWithin = random.nextBoolean() ? 0 : 30;
        NaiveLive naive = new NaiveLive(reopenWithin);
        MarketFixture market = MarketFixture.venue().at(0).announce(lot(7).phases(terms(reopenWithin)));
        long now = 0;
        for (int n = 0; n < 60; n++) {
            now += random.nextInt(6);
            naive.pass(now);
            market.at(now);
            RejectReason expected = act(random, market, naive, now);
            assertEquals(expected, market.request().reason(), () -> name + ": " + market.last());
            met.add(expected);
        }
        naive.pass(5_000);
        market.at(5_000).tick();
        List<LotAwarded> awards = market.history().stream()
                .flatMap(List::stream)
                .filter(LotAwarded.class::isInstance)
                .map(LotAwarded.class::cast)
                .toList();
        assertEquals(naive.state == NaiveLive.State.AWARDED ? 1 : 0, awards.size(), name);
        for (LotAwarded award : awards) {
            assertEquals(naive.leader(), award.winner(), name);
            assertEquals(yuan(naive.price()), award.amount(), name);
            assertEquals(naive.count(), award.bids(), name);
            assertEquals(time(naive.endedAt), award.closedAt(), name);
        }
        assertArrayEquals(market.stateHash(), market.replayed().stateHash(), name);
    }

    private static RejectReason act(Random random, MarketFixture market, NaiveLive naive, long now) {
        long approver = APPROVERS[random.nextInt(APPROVERS.length)];
        return switch (random.nextInt(24)) {
            case 0, 1, 2, 3, 4 -> {
                int bidder = BIDDERS[random.nextInt(BIDDERS.length)];
                long amount = Math.max(95, naive.price() - 10) + 5L * random.nextInt(8);
                market.bid(bidder, yuan(amount));
                yield naive.bid(bidder, amount);
            }
            case 5, 6, 7 -> {
                market.staff(new HammerLot(7, REASON));
                yield naive.hammer();
            }
            case 8 -> {
                int number = 1 + random.nextInt(4);
                market.approved(approver, new UndoBid(7, number, REASON));
                yield naive.undo(number, approver, CLERK);
            }
            case 9 -> {
                long step = 5 + 5L * random.nextInt(3);
                market.staff(new OverrideIncrement(7, yuan(step), REASON));
                yield naive.override(step);
            }
            case 10, 11 -> {
                market.approved(approver, new ReopenLot(7, REASON));
                yield naive.reopen(approver, CLERK);
            }
            default -> actOfTheClerk(random, market, naive, now, approver);
        };
    }

    private static RejectReason actOfTheClerk(
            Random random, MarketFixture market, NaiveLive naive, long now, long approver) {
        return switch (random.nextInt(12)) {
            case 0 -> {
                market.pause();
                yield naive.pause();
            }
            case 1, 2 -> {
                market.resume();
                yield naive.resume();
            }
            case 3 -> {
                long until = random.nextInt(3) == 0 ? 0 : now + random.nextInt(20) - 5;
                market.staff(new PostponeLot(7, until <= 0 ? 0 : time(until), REASON));
                yield naive.postpone(Math.max(0, until));
            }
            case 4, 5 -> {
                market.open();
                yield naive.open();
            }
            case 6 -> {
                boolean rarely = random.nextInt(4) == 0;
                market.approved(rarely ? approver : 0, new TerminateLot(7, REASON));
                yield naive.terminate(rarely ? approver : 0, CLERK);
            }
            default -> {
                int stage = 1 + random.nextInt(3);
                market.staff(new CallLot(7, stage, ""));
                yield naive.call(stage);
            }
        };
    }
}
