package org.gavel.exchange.engine.reference;

import static org.gavel.exchange.engine.MarketFixture.WEALTH;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.Submission;
import org.gavel.exchange.engine.rulebook.Law;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.protocol.command.AboutLot;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Draw;
import org.junit.jupiter.api.Test;

/**
 * Any lots the venue can announce and any acts, sensible or not: whatever the phases are, no fault shows, a lot ends
 * once, money is where the events say, a refusal changes nothing, and the same journal gives the same state.
 */
final class AnyLotPropertyTest {
    private static final int MARKETS = 100;
    private static final int ACTS = 150;

    @Test
    void holdsWhateverIsAnnouncedAndAsked() {
        Draw.many(MARKETS, draw -> new Play(draw).play());
    }

    /** One market. */
    private static final class Play {
        private final Draw draw;
        private final AnySeen seen;
        private final AnyAct acts;
        private final AnyOutcome outcome;
        private final MarketFixture market;
        private long now;

        Play(Draw draw) {
            this.draw = draw;
            this.seen = new AnySeen(draw);
            this.acts = new AnyAct(draw, seen);
            this.outcome = new AnyOutcome(seen);
            this.market = draw.chance(3) ? venue() : Law.venue("2026-03-02T10:00");
            this.now = market.market().time();
        }

        void play() {
            for (int bidder = AnySeen.FIRST_BIDDER; bidder < AnySeen.FIRST_BIDDER + AnySeen.BIDDERS; bidder++) {
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
            boolean jumps =
                    due != TimerQueue.NEVER && draw.chance(market.market().isBidding() ? 24 : 6);
            long next = jumps ? due + draw.below(3) - 1 : now + draw.below(300_000) * (long) draw.below(2);
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
            if (reason != RejectReason.NONE && draw.chance(50)) {
                market.expectNothingChanged();
            }
            market.last().forEach(seen::follow);
            try {
                outcome.check(market.last());
                if (reason == RejectReason.NONE) {
                    outcome.checkAccepted(asked.command(), asked.actor());
                }
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + " after " + asked + " at " + now, e);
            }
        }

        private void assertRefusal(Command command, RejectReason reason) {
            List<CommandRejected> refusals = market.events(CommandRejected.class);
            assertEquals(1, refusals.size());
            assertEquals(reason, refusals.get(0).reason());
            assertEquals(
                    command instanceof AboutLot about ? about.lot() : 0,
                    refusals.get(0).lot());
        }
    }
}
