package org.gavel.exchange.engine.reference;

import static org.gavel.exchange.engine.MarketFixture.WEALTH;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.Submission;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.protocol.command.AboutLot;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.DepositForfeited;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotEvent;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotSuspended;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.LotWithdrawn;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Draw;
import org.junit.jupiter.api.Test;

/**
 * Any lots the venue can announce and any acts, sensible or not: whatever the phases are, no fault shows, a lot ends
 * once, money is where the events say, a refusal changes nothing, and the same journal gives the same state.
 */
final class AnyLotPropertyTest {
    private static final int MARKETS = Integer.getInteger("gavel.markets", 400);
    private static final int ACTS = 150;

    @Test
    void holdsWhateverIsAnnouncedAndAsked() {
        Draw.many(MARKETS, draw -> new Play(draw).play());
    }

    /** One market. */
    private static final class Play {
        private final Draw draw;
        private final AnyAct acts;
        private final MarketFixture market = venue();
        private final Set<Integer> ended = new HashSet<>();
        private final Set<List<Integer>> winners = new HashSet<>();
        private final Set<List<Integer>> held = new HashSet<>();
        private long now = time(0);

        Play(Draw draw) {
            this.draw = draw;
            this.acts = new AnyAct(draw);
        }

        void play() {
            for (int bidder = AnyAct.FIRST_BIDDER; bidder < AnyAct.FIRST_BIDDER + AnyAct.BIDDERS; bidder++) {
                market.staff(new RegisterParticipant(bidder, ""));
                market.staff(new CreditDeposit(bidder, WEALTH, ""));
            }
            for (int i = 0; i < ACTS; i++) {
                passTime();
                submit(acts.next(now));
            }
            assertArrayEquals(market.stateHash(), market.replayed().stateHash(), "replay gives the same state");
            assertEquals(market.history(), market.replayed().history(), "replay gives the same events");
        }

        /** Mostly to an instant at which something happens, or close to it. */
        private void passTime() {
            long due = market.market().nextDue();
            boolean jumps = due != TimerQueue.NEVER && draw.chance(12);
            long next = jumps ? due + draw.below(3) - 1 : now + draw.below(1_500_000) * (long) draw.below(2);
            now = Math.max(now, next);
        }

        private void submit(AnyAct.Asked asked) {
            Origin origin =
                    new Origin(asked.actor(), asked.approver(), ClientId.NONE, 0, 0, 0, asked.role(), asked.channel());
            market.apply(new Submission(now, origin, asked.command()));
            RejectReason reason = market.request().reason();
            assertNotEquals(RejectReason.INTERNAL, reason, () -> asked + " " + market.last());
            if (reason != RejectReason.NONE) {
                assertRefusal(asked.command(), reason);
            }
            if (reason != RejectReason.NONE && draw.chance(16)) {
                market.expectNothingChanged();
            }
            market.last().forEach(acts::follow);
            check(market.last());
        }

        private void assertRefusal(Command command, RejectReason reason) {
            List<CommandRejected> refusals = market.events(CommandRejected.class);
            assertEquals(1, refusals.size());
            assertEquals(reason, refusals.get(0).reason());
            assertEquals(
                    command instanceof AboutLot about ? about.lot() : 0,
                    refusals.get(0).lot());
        }

        private void check(List<Event> events) {
            events.forEach(this::check);
        }

        private void check(Event event) {
            if (event instanceof LotSuspended) {
                throw new AssertionError("a fault: " + event + " after " + last());
            } else if (event instanceof DepositHeld deposit) {
                assertTrue(held.add(List.of(deposit.lot(), deposit.participant())), "a deposit is held once");
            } else if (event instanceof DepositReleased deposit) {
                assertFalse(
                        winners.contains(List.of(deposit.lot(), deposit.participant())),
                        "the winner's deposit stays held");
                assertTrue(held.remove(List.of(deposit.lot(), deposit.participant())), "only what is held goes back");
            } else if (event instanceof DepositForfeited deposit) {
                assertTrue(
                        held.remove(List.of(deposit.lot(), deposit.participant())), "only what is held is forfeited");
            } else if (event instanceof BidAccepted bid) {
                assertFalse(ended.contains(bid.lot()), "closed stays closed");
            } else if (event instanceof LotAwarded award) {
                end(award.lot());
                winners.add(List.of(award.lot(), award.winner()));
                boolean gated = acts.asksDeposit(award.lot());
                assertTrue(
                        !gated || held.contains(List.of(award.lot(), award.winner())), "the winner's deposit is held");
            } else if (event instanceof LotPassed || event instanceof LotWithdrawn || event instanceof LotTerminated) {
                end(((LotEvent) event).lot());
            }
        }

        private void end(int lot) {
            assertTrue(ended.add(lot), () -> "a lot ends once: " + lot + " after " + last());
            acts.ended(lot);
        }

        private String last() {
            return market.submissions().get(market.submissions().size() - 1).toString();
        }
    }
}
