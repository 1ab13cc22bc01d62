package org.gavel.gateway.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.pipeline.SteppedNode.Outcome;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.BookEvent;
import org.gavel.protocol.event.DepositCredited;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.UnitsCredited;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Role;

/** What must hold of a venue whatever happens to it, read from what it said before and after each start. */
final class SimulationOracle {
    private final List<Applied> told = new ArrayList<>();
    private final Map<Integer, BidAccepted> best = new HashMap<>();
    private final Map<Integer, Long> nextMinimum = new HashMap<>();
    private final Set<Integer> open = new HashSet<>();
    private final Set<Integer> announced = new HashSet<>();
    private final Set<Integer> ended = new HashSet<>();
    private final Set<Integer> sold = new TreeSet<>();
    private final Map<Integer, Long> free = new HashMap<>();
    private final Map<List<Integer>, Long> held = new HashMap<>();
    private final BookOracle book = new BookOracle(free);
    private long credited;
    private int place;
    private long lastTime;

    /** A node has started and tells its events from the first on. */
    void restarted() {
        place = 0;
    }

    /** What a node tells: the same as the one before it as far as that came, then something new. */
    void on(Applied applied) {
        if (place < told.size()) {
            assertEquals(told.get(place), applied, "what was told once stays so after a start");
        } else {
            told.add(applied);
            follow(applied);
        }
        place++;
    }

    /** The node has told everything it recovered. */
    void recoveredAll() {
        assertEquals(told.size(), place, "what was told before the start is in the journal");
        book.nobodyIsConnected();
    }

    private void follow(Applied applied) {
        assertTrue(applied.timestamp() >= lastTime, "time goes on");
        lastTime = applied.timestamp();
        applied.events().forEach(this::follow);
        book.settled();
        long money = book.held();
        for (long fen : free.values()) {
            money += fen;
        }
        for (long fen : held.values()) {
            money += fen;
        }
        assertEquals(credited, money, "money is conserved");
    }

    private void follow(Event event) {
        if (event instanceof LotAnnounced lot) {
            assertTrue(announced.add(lot.lot()), "a lot is announced once");
        } else if (event instanceof LotOpened lot) {
            open.add(lot.lot());
            nextMinimum.put(lot.lot(), lot.nextMinimum().fen());
        } else if (event instanceof BidAccepted bid) {
            follow(bid);
        } else if (event instanceof LotAwarded award) {
            assertTrue(ended.add(award.lot()), "a lot ends once");
            BidAccepted winning = best.get(award.lot());
            assertEquals(winning.bidder(), award.winner(), "the best bid wins");
            assertEquals(winning.amount(), award.amount(), "the best bid is the price");
            sold.add(award.lot());
        } else if (event instanceof LotPassed passed) {
            assertTrue(ended.add(passed.lot()), "a lot ends once");
        } else if (event instanceof BookEvent trading) {
            book.on(trading);
        } else if (event instanceof UnitsCredited units) {
            book.on(units);
        } else {
            followMoney(event);
        }
    }

    private void follow(BidAccepted bid) {
        assertFalse(ended.contains(bid.lot()), "closed stays closed");
        BidAccepted before = best.put(bid.lot(), bid);
        assertTrue(before == null || bid.amount().compareTo(before.amount()) > 0, "the price rises");
        assertEquals(before == null ? 1 : before.number() + 1, bid.number(), "bids are counted");
        assertTrue(held.containsKey(List.of(bid.bidder(), bid.lot())), "the deposit is held");
        nextMinimum.put(bid.lot(), bid.nextMinimum().fen());
    }

    private void followMoney(Event event) {
        if (event instanceof DepositCredited credit) {
            credited += credit.amount().fen();
            long now = free.merge(credit.participant(), credit.amount().fen(), Long::sum);
            assertEquals(now, credit.free().fen(), "what is free is what was paid in and is not held");
        } else if (event instanceof DepositHeld hold) {
            held.put(List.of(hold.participant(), hold.lot()), hold.amount().fen());
            assertTrue(free.merge(hold.participant(), -hold.amount().fen(), Long::sum) >= 0, "no debts");
        } else if (event instanceof DepositReleased released) {
            Long amount = held.remove(List.of(released.participant(), released.lot()));
            assertEquals(amount, released.amount().fen(), "what was held is released, once");
            free.merge(released.participant(), amount, Long::sum);
        }
    }

    /** Every answer a client got for good is in the journal, as it was given. */
    void expectAnswers(SimulatedClient client, List<Outcome> outcomes) {
        for (SimulatedClient.Final answer : client.answers()) {
            if (answer.sequence() == 0) {
                continue;
            }
            assertTrue(answer.sequence() <= outcomes.size(), () -> answer + " was acknowledged and is lost");
            Outcome outcome = outcomes.get(Math.toIntExact(answer.sequence() - 1));
            assertEquals(client.subject, outcome.actor(), () -> "another's command stands at " + answer);
            assertEquals(answer.cid().high(), outcome.cidHigh(), () -> "another command stands at " + answer);
            assertEquals(answer.cid().low(), outcome.cidLow(), () -> "another command stands at " + answer);
            assertEquals(answer.reason(), outcome.reason().name(), () -> "another answer stands at " + answer);
        }
    }

    /** Every order a client was told was taken is in the book, or was until it ended. */
    void expectOrders(SimulatedClient client) {
        for (long order : client.orders()) {
            assertTrue(book.took(order), () -> "order " + order + " was acknowledged and is lost");
        }
    }

    /** No command has two effects, however often it was sent. */
    void expectSingleEffects(List<Outcome> outcomes) {
        Set<List<Long>> done = new HashSet<>();
        for (Outcome outcome : outcomes) {
            if (outcome.role() != Role.SYSTEM.code() && !outcome.repeated() && outcome.reason() == RejectReason.NONE) {
                List<Long> key = List.of(outcome.actor(), outcome.cidHigh(), outcome.cidLow());
                assertTrue(done.add(key), () -> "two effects of " + outcome);
            }
        }
    }

    BookOracle book() {
        return book;
    }

    /** When the venue was opened; 0 where nobody knows yet. */
    long openedAt() {
        return told.isEmpty() ? 0 : told.get(0).timestamp();
    }

    /** The lots that were awarded. */
    List<Integer> sold() {
        return List.copyOf(sold);
    }

    List<Integer> openLots() {
        return open.stream().filter(lot -> !ended.contains(lot)).sorted().toList();
    }

    long nextMinimum(int lot) {
        return nextMinimum.get(lot);
    }

    boolean allEnded() {
        return ended.containsAll(announced);
    }

    int told() {
        return told.size();
    }
}
