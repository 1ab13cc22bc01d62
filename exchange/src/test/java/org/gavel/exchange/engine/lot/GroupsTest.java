package org.gavel.exchange.engine.lot;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.kit.Effort;
import org.gavel.protocol.command.OpenLot;
import org.gavel.protocol.command.PostponeLot;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotExtended;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.reject.RejectReason;
import org.junit.jupiter.api.Test;

/** Lots of a group open together and, whatever extends one of them, close together. */
final class GroupsTest {
    private static final int SCHEDULES = Effort.times(2_000);
    private static final int[] BIDDERS = {ALICE, BOB, CAROL};

    private final MarketFixture market = venue().at(0);

    /** 1000 s from second 10 on; a bid in the last 60 s moves the close to 60 s after it, 200 s in all at most. */
    private static LotPlan grouped(int number) {
        return lot(number).group(3).opensAt(10).softClose(60, 60, 1200, 0);
    }

    private MarketFixture running(int... lots) {
        Arrays.stream(lots).forEach(number -> market.announce(grouped(number)));
        return market.at(10).tick();
    }

    @Test
    void anExtensionOfOneTakesTheOthersAlong() {
        running(9, 7, 8).at(1000).on(8).bid(ALICE, yuan(100));
        assertEquals(new LotExtended(8, time(1060), 1), market.last().get(1));
        assertEquals(new LotExtended(7, time(1060), 1), market.last().get(2));
        assertEquals(new LotExtended(9, time(1060), 1), market.last().get(3));
        market.at(1059).on(9).bid(BOB, yuan(100)).expectLeads(BOB, yuan(100));
        market.at(1119).tick();
        market.expect(
                new LotPassed(7, PassCause.NO_BID, 0, time(1119)),
                new LotAwarded(8, ALICE, 1, yuan(100), 1, time(1119)),
                new LotAwarded(9, BOB, 1, yuan(100), 1, time(1119)));
    }

    @Test
    void aBidThatExtendsNothingLeavesTheOthersAlone() {
        running(7, 8).at(500).on(7).bid(ALICE, yuan(100));
        assertEquals(1, market.last().size());
    }

    @Test
    void noneGoesPastTheLatestClose() {
        running(7, 8).at(1009).on(7).bid(ALICE, yuan(100)).at(1068).bid(BOB, yuan(110));
        market.at(1127).bid(ALICE, yuan(120)).at(1186).bid(BOB, yuan(130));
        assertEquals(new LotExtended(7, time(1210), 4), market.last().get(1));
        assertEquals(new LotExtended(8, time(1210), 4), market.last().get(2));
    }

    @Test
    void maximaExtendTheirGroupToo() {
        market.announce(grouped(7).proxy()).announce(grouped(8).proxy()).at(10).tick();
        market.at(1000).on(7).bid(ALICE, yuan(100));
        assertEquals(
                new LotExtended(8, time(1060), 1),
                market.events(LotExtended.class).get(1));
    }

    @Test
    void aPausedLotKeepsItsOwnTimeAndIsTakenAlongAgainAfterwards() {
        running(7, 8).at(990).on(8).pause();
        market.at(1000).on(7).bid(ALICE, yuan(100));
        assertEquals(2, market.last().size());
        market.at(1010).on(8).resume().at(1029).on(7).bid(BOB, yuan(110));
        assertEquals(new LotExtended(8, time(1089), 1), market.last().get(2));
    }

    @Test
    void aTerminatedLotIsPassedOver() {
        running(7, 8).at(500).on(8).terminate();
        market.at(1000).on(7).bid(ALICE, yuan(100));
        assertEquals(2, market.last().size());
    }

    @Test
    void anOutageOverTheirOpeningLeavesThemTogether() {
        market.announce(grouped(7).resumesAfter(5_000_000))
                .announce(grouped(8).resumesAfter(5_000_000))
                .at(20)
                .nodeStarts()
                .at(25)
                .tick();
        market.at(1025).tick();
        market.expect(
                new LotPassed(7, PassCause.NO_BID, 0, time(1025)), new LotPassed(8, PassCause.NO_BID, 0, time(1025)));
    }

    @Test
    void refusesLotsThatCouldNotCloseTogether() {
        market.announce(lot(1).group(3)).expectRefused(RejectReason.GROUP_UNFIT, 3);
        market.announce(grouped(1).softClose(0, 0)).expectRefused(RejectReason.GROUP_UNFIT, 3);
        market.announce(grouped(1).thenPhase()).expectRefused(RejectReason.GROUP_UNFIT, 3);
        market.announce(grouped(7)).expectAccepted();
        market.announce(grouped(8).opensAt(11)).expectRefused(RejectReason.GROUP_UNFIT, 3);
        market.announce(grouped(8).lasts(999)).expectRefused(RejectReason.GROUP_UNFIT, 3);
        market.announce(grouped(8).softClose(60, 59)).expectRefused(RejectReason.GROUP_UNFIT, 3);
        market.announce(grouped(8).proxy()).expectRefused(RejectReason.GROUP_UNFIT, 3);
        market.announce(grouped(8).clerkResumes()).expectRefused(RejectReason.GROUP_UNFIT, 3);
        market.expectNothingChanged();
    }

    @Test
    void refusesALotOnceTheGroupHasOpened() {
        running(7);
        market.announce(grouped(8).opensAt(10)).expectRefused(RejectReason.SCHEDULED_IN_PAST);
        market.announce(grouped(8).opensAt(20)).expectRefused(RejectReason.GROUP_UNFIT, 3);
    }

    @Test
    void takesALotInPlaceOfAWithdrawnOne() {
        market.announce(grouped(7)).withdraw();
        market.announce(grouped(8)).expectAccepted();
    }

    @Test
    void refusesALotBesideOneThatWasTerminated() {
        market.announce(grouped(7)).terminate();
        market.announce(grouped(8)).expectRefused(RejectReason.GROUP_OPENED, 3);
    }

    @Test
    void takesNoMoreLotsThanItsBound() {
        for (int number = 1; number <= Groups.MOST; number++) {
            market.announce(grouped(number)).expectAccepted();
        }
        market.announce(grouped(100)).expectRefused(RejectReason.GROUP_FULL, Groups.MOST);
        market.announce(grouped(100).group(4)).expectAccepted();
    }

    @Test
    void opensNoLotOfItAtAnotherTime() {
        market.announce(grouped(7)).announce(grouped(8));
        market.staff(new OpenLot(7, REASON)).expectRefused(RejectReason.GROUP_TOGETHER, 3);
        market.staff(new PostponeLot(7, time(50), REASON)).expectRefused(RejectReason.GROUP_TOGETHER, 3);
        market.expectNothingChanged();
    }

    /** Where an outage cancelled the opening, the clerk opens each. */
    @Test
    void isOpenedByTheClerkWhereAnOutageTookItsOpening() {
        market.announce(grouped(7).clerkResumes()).announce(grouped(8).clerkResumes());
        market.at(100).nodeStarts().on(7).open().expectAccepted();
        market.on(8).open().expectAccepted();
        market.at(1090).on(7).bid(ALICE, yuan(100));
        assertEquals(new LotExtended(8, time(1150), 1), market.last().get(2));
    }

    /** The naive model: every lot's close told anew after every accepted bid. */
    @Test
    void randomBidsCloseTheGroupAsTheNaiveModelSays() {
        long seedOfAll = Long.getLong("gavel.seed", System.nanoTime());
        for (int n = 0; n < SCHEDULES; n++) {
            schedule(new Random(seedOfAll + n), "schedule " + n + " of -Dgavel.seed=" + seedOfAll);
        }
    }

    private static void schedule(Random random, String name) {
        MarketFixture market = venue().at(0);
        long[] closes = {1010, 1010, 1010};
        for (int i = 0; i < 3; i++) {
            market.announce(grouped(i + 1));
        }
        market.at(10).tick();
        long now = 900;
        for (int n = 0; n < 30; n++) {
            now += random.nextInt(12) == 0 ? 60 : random.nextInt(25);
            int at = random.nextInt(3);
            long price = 100 + 10L * random.nextInt(60);
            market.at(now).on(at + 1).bid(BIDDERS[random.nextInt(3)], yuan(price));
            boolean accepted = !market.events(BidAccepted.class).isEmpty();
            assertTrue(now < closes[at] || !accepted, name);
            if (accepted) {
                boolean late = closes[at] - now <= 60;
                closes[at] = Math.max(closes[at], late ? Math.min(1210, now + 60) : 0);
                for (int i = 0; i < 3 && late; i++) {
                    closes[i] = closes[i] > now ? Math.max(closes[i], closes[at]) : closes[i];
                }
            }
        }
        market.at(2000).tick();
        for (int i = 0; i < 3; i++) {
            assertEquals(time(closes[i]), closedAt(market, i + 1), name);
        }
        assertArrayEquals(market.stateHash(), market.replayed().stateHash(), name);
    }

    private static long closedAt(MarketFixture market, int lot) {
        return market.history().stream()
                .flatMap(events -> events.stream())
                .mapToLong(event -> {
                    if (event instanceof LotAwarded awarded) {
                        return awarded.lot() == lot ? awarded.closedAt() : 0;
                    }
                    return event instanceof LotPassed passed && passed.lot() == lot ? passed.closedAt() : 0;
                })
                .sum();
    }
}
