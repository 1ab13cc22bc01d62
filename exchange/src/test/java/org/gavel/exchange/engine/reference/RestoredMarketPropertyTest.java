package org.gavel.exchange.engine.reference;

import static org.gavel.exchange.engine.MarketFixture.WEALTH;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.Submission;
import org.gavel.exchange.engine.rulebook.Law;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.exchange.snapshot.graph.MarketImage;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Draw;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.Test;

/**
 * A market written down after any command and made again is the same market: same state hash, same bytes when written
 * down again, and to the end the same events to the byte, whatever was running (I6). So is one that began beside it.
 */
final class RestoredMarketPropertyTest {
    private static final int MARKETS = 60;
    private static final int ACTS = 150;
    private static final int EVERY = 7;

    @Test
    void goesOnFromASnapshotAsIfNothingHadHappened() {
        Set<String> running = new TreeSet<>();
        Draw.many(MARKETS, draw -> running.addAll(new Play(draw).play()));
        Set<String> all = new TreeSet<>();
        for (Class<?> terms : PhaseTerms.class.getPermittedSubclasses()) {
            all.addAll(names(terms));
        }
        assertTrue(running.containsAll(all), () -> running + " of " + all);
    }

    /** A kind of phase, or those it stands for. */
    private static Set<String> names(Class<?> terms) {
        if (!terms.isInterface()) {
            return Set.of(terms.getSimpleName());
        }
        Set<String> names = new TreeSet<>();
        for (Class<?> permitted : terms.getPermittedSubclasses()) {
            names.addAll(names(permitted));
        }
        return names;
    }

    /** One market: played once, then compared from every {@value #EVERY}th command on. */
    private static final class Play {
        private final Draw draw;
        private final AnySeen seen;
        private final AnyAct acts;
        private final MarketFixture market;
        private final Set<String> kinds = new TreeSet<>();
        private long now;

        Play(Draw draw) {
            this.draw = draw;
            this.seen = new AnySeen(draw);
            this.acts = new AnyAct(draw, seen);
            this.market = draw.chance(3) ? venue() : Law.venue("2026-03-02T10:00");
            this.now = market.market().time();
        }

        Set<String> play() {
            for (int bidder = AnySeen.FIRST_BIDDER; bidder < AnySeen.FIRST_BIDDER + AnySeen.BIDDERS; bidder++) {
                market.staff(new RegisterParticipant(bidder, ""));
                market.staff(new CreditDeposit(bidder, WEALTH, ""));
            }
            for (int i = 0; i < ACTS; i++) {
                passTime();
                AnyAct.Asked asked = acts.next(now);
                submit(asked.actor(), asked.approver(), asked.role(), asked.channel(), asked.command());
            }
            compare(market.submissions());
            return kinds;
        }

        /** Often to the very instant at which something happens. */
        private void passTime() {
            long due = market.market().nextDue();
            boolean jumps =
                    due != TimerQueue.NEVER && draw.chance(market.market().isBidding() ? 24 : 6);
            long next = jumps ? due + draw.below(3) - 1 : now + draw.below(300_000) * (long) draw.below(2);
            now = Math.max(now, next);
        }

        private void submit(long actor, long approver, Role role, Channel channel, Command command) {
            ClientId cid = draw.chance(2) ? ClientId.NONE : ClientId.parse("c" + draw.below(40));
            market.apply(new Submission(now, new Origin(actor, approver, cid, 0, 0, 0, role, channel), command));
            market.last().forEach(seen::follow);
            if (command instanceof AnnounceLot lot) {
                lot.phases().forEach(phase -> kinds.add(phase.getClass().getSimpleName()));
            }
        }

        private void compare(List<Submission> all) {
            Run lived = new Run(new Market());
            List<Run> restored = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                Submission next = all.get(i);
                lived.apply(next);
                for (Run run : restored) {
                    run.apply(next);
                    assertArrayEquals(lived.lastEvents(), run.lastEvents(), "the events of " + next);
                }
                if (i % EVERY == 0) {
                    restored.add(restored(lived));
                }
            }
            for (Run run : restored) {
                assertArrayEquals(lived.market().stateHash(), run.market().stateHash(), "the state at the end");
            }
        }

        private static Run restored(Run lived) {
            byte[] written = MarketImage.bytes(lived.market());
            assertArrayEquals(written, MarketImage.bytes(MarketImage.beside(lived.market())), "beside it");
            boolean besideIt = lived.market().sequence() % 2 == 0;
            Run run = new Run(besideIt ? MarketImage.beside(lived.market()) : MarketImage.market(written));
            assertArrayEquals(lived.market().stateHash(), run.market().stateHash(), "the state restored");
            assertEquals(lived.market().nextDue(), run.market().nextDue());
            assertArrayEquals(written, MarketImage.bytes(run.market()), "written again");
            return run;
        }
    }
}
