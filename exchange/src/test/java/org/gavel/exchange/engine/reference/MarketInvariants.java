package org.gavel.exchange.engine.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.DepositCredited;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotExtended;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.event.LotWithdrawn;
import org.gavel.protocol.value.Money;

/** What must hold whatever happens, read from the events alone. */
final class MarketInvariants {
    private final Map<Integer, BidAccepted> best = new HashMap<>();
    private final Map<Integer, Long> ends = new HashMap<>();
    private final Map<Integer, Money> deposits = new HashMap<>();
    private final Set<List<Integer>> held = new HashSet<>();
    private final Set<Integer> ended = new HashSet<>();
    private final Map<Integer, Long> free = new HashMap<>();

    /** What the participant must have free. */
    long free(int participant) {
        return free.getOrDefault(participant, 0L);
    }

    Set<Integer> participants() {
        return free.keySet();
    }

    void check(List<Event> events) {
        events.forEach(this::check);
    }

    private void check(Event event) {
        if (event instanceof BidAccepted bid) {
            checkBid(bid);
        } else if (event instanceof LotExtended extended) {
            assertTrue(extended.closesAt() > ends.get(extended.lot()) || isOf(extended), "the end must move on");
        } else if (event instanceof LotAwarded award) {
            checkAward(award);
        } else if (event instanceof LotPassed passed) {
            assertTrue(ended.add(passed.lot()), "a lot ends once");
        } else if (event instanceof LotWithdrawn withdrawn) {
            assertTrue(ended.add(withdrawn.lot()), "a lot ends once");
        } else {
            follow(event);
        }
    }

    /** A bid names the end it caused already; the extension that follows names the same. */
    private boolean isOf(LotExtended extended) {
        return best.get(extended.lot()).closesAt() == extended.closesAt();
    }

    private void checkBid(BidAccepted bid) {
        assertFalse(ended.contains(bid.lot()), "closed stays closed");
        BidAccepted before = best.put(bid.lot(), bid);
        assertTrue(before == null || bid.amount().compareTo(before.amount()) > 0, "the price rises strictly");
        assertEquals(before == null ? 1 : before.number() + 1, bid.number(), "bids are counted");
        assertTrue(bid.closesAt() >= ends.get(bid.lot()), "the end never comes nearer");
        ends.put(bid.lot(), bid.closesAt());
        boolean gated = deposits.get(bid.lot()).fen() > 0;
        assertTrue(!gated || held.contains(List.of(bid.lot(), bid.bidder())), "the leader's deposit is held");
    }

    private void checkAward(LotAwarded award) {
        assertTrue(ended.add(award.lot()), "a lot ends once");
        BidAccepted top = best.get(award.lot());
        assertEquals(top.bidder(), award.winner(), "the best bid wins");
        assertEquals(top.paddle(), award.paddle());
        assertEquals(top.amount(), award.amount());
        assertEquals(top.number(), award.bids());
        assertEquals(ends.get(award.lot()), award.closedAt(), "at its announced end");
    }

    private void follow(Event event) {
        if (event instanceof LotAnnounced announced) {
            assertNull(deposits.put(announced.lot(), announced.deposit()), "a lot is announced once");
        } else if (event instanceof LotOpened opened) {
            ends.put(opened.lot(), opened.closesAt());
        } else if (event instanceof LotResumed resumed) {
            assertTrue(resumed.closesAt() >= ends.get(resumed.lot()), "a pause moves the end on only");
            ends.put(resumed.lot(), resumed.closesAt());
        } else if (event instanceof DepositCredited credited) {
            free.merge(credited.participant(), credited.amount().fen(), Long::sum);
        } else if (event instanceof DepositHeld hold) {
            assertTrue(held.add(List.of(hold.lot(), hold.participant())), "a deposit is held once");
            free.merge(hold.participant(), -hold.amount().fen(), Long::sum);
            assertTrue(free(hold.participant()) >= 0, "one balance backs one hold");
        } else if (event instanceof DepositReleased released) {
            assertTrue(held.remove(List.of(released.lot(), released.participant())), "only what is held goes back");
            free.merge(released.participant(), released.amount().fen(), Long::sum);
        }
    }
}
