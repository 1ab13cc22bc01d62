package org.gavel.exchange.engine.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gavel.protocol.command.AboutLot;
import org.gavel.protocol.command.BidUnits;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.PlaceMaximum;
import org.gavel.protocol.command.SubmitEnvelope;
import org.gavel.protocol.command.SubmitProposal;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.DepositForfeited;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotEvent;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotPaused;
import org.gavel.protocol.event.LotSuspended;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.LotVoided;
import org.gavel.protocol.event.LotWithdrawn;
import org.gavel.protocol.event.ParticipantDescribed;
import org.gavel.protocol.event.PartyMarked;
import org.gavel.protocol.event.QualificationDecided;
import org.gavel.protocol.value.DividedTerms;
import org.gavel.protocol.value.Money;

/** What the events of a market must add up to, whatever its lots are. */
final class AnyOutcome {
    private final AnySeen seen;
    private final Set<Integer> ended = new HashSet<>();
    private final Map<Integer, Set<Integer>> winners = new HashMap<>();
    private final Map<Integer, Set<Integer>> held = new HashMap<>();
    private final Map<Integer, Long> groupCloses = new HashMap<>();
    private final Set<Integer> disturbed = new HashSet<>();
    private final Set<List<Integer>> excluded = new HashSet<>();
    private final Set<List<Integer>> qualified = new HashSet<>();
    private final Set<Integer> staff = new HashSet<>();

    AnyOutcome(AnySeen seen) {
        this.seen = seen;
    }

    /** The events of one command. */
    void check(List<Event> events) {
        Map<Integer, Integer> places = new TreeMap<>();
        for (Event event : events) {
            if (event instanceof LotAwarded award) {
                checkAward(award, places.merge(award.lot(), 1, Integer::sum));
            } else if (event instanceof LotEvent about) {
                checkLot(about);
            } else if (event instanceof PartyMarked mark) {
                set(excluded, List.of(mark.lot(), mark.participant()), mark.excluded());
            } else if (event instanceof QualificationDecided decision) {
                set(qualified, List.of(decision.lot(), decision.participant()), decision.qualified());
            } else if (event instanceof ParticipantDescribed who) {
                set(staff, who.participant(), who.staff());
            } else {
                checkDeposit(event);
            }
        }
        places.keySet().forEach(lot -> checkShares(lot, events));
        events.stream()
                .filter(LotVoided.class::isInstance)
                .forEach(
                        event -> assertTrue(stillHeld(((LotVoided) event).lot()).isEmpty(), "all deposits are free"));
    }

    /** Whoever may not take part has not. */
    void checkAccepted(Command command, long actor) {
        boolean takesPart = command instanceof PlaceBid
                || command instanceof PlaceMaximum
                || command instanceof HoldDeposit
                || command instanceof SubmitEnvelope
                || command instanceof SubmitProposal
                || command instanceof BidUnits;
        if (takesPart && command instanceof AboutLot about) {
            List<Integer> where = List.of(about.lot(), (int) actor);
            assertFalse(excluded.contains(where), "a marked party takes no part");
            assertFalse(staff.contains((int) actor), "staff take no part");
            boolean open = !seen.terms(about.lot()).admission().qualification();
            assertTrue(open || qualified.contains(where), "only the qualified take part");
        }
    }

    private static <T> void set(Set<T> set, T element, boolean isIn) {
        if (isIn) {
            set.add(element);
        } else {
            set.remove(element);
        }
    }

    private void checkDeposit(Event event) {
        if (event instanceof DepositHeld deposit) {
            assertTrue(
                    held.computeIfAbsent(deposit.lot(), lot -> new HashSet<>()).add(deposit.participant()),
                    "a deposit is held once");
        } else if (event instanceof DepositReleased deposit) {
            assertFalse(isWinner(deposit.lot(), deposit.participant()), "the winner's deposit stays held");
            assertTrue(stillHeld(deposit.lot()).remove(deposit.participant()), "only what is held goes back");
        } else if (event instanceof DepositForfeited deposit) {
            assertTrue(stillHeld(deposit.lot()).remove(deposit.participant()), "only what is held is forfeited");
        }
    }

    private boolean isWinner(int lot, int participant) {
        return winners.getOrDefault(lot, Set.of()).contains(participant);
    }

    /** Whose deposit the lot still has; nobody's where it asks for none. */
    private Set<Integer> stillHeld(int lot) {
        boolean asks = seen.terms(lot).deposit().fen() > 0;
        return asks ? held.getOrDefault(lot, Set.of()) : Set.of();
    }

    private void checkLot(LotEvent event) {
        int lot = event.lot();
        if (event instanceof LotSuspended) {
            throw new AssertionError("a fault: " + event);
        } else if (event instanceof LotPaused) {
            disturbed.add(group(lot));
        } else if (event instanceof BidAccepted || event instanceof LotOpened) {
            assertFalse(ended.contains(lot), "closed stays closed");
        } else if (event instanceof LotPassed passed) {
            closes(lot, passed.closedAt());
            end(lot);
        } else if (event instanceof LotWithdrawn || event instanceof LotTerminated) {
            end(lot);
        } else if (event instanceof LotVoided && winners.containsKey(lot)) {
            winners.remove(lot);
        } else if (event instanceof LotVoided) {
            end(lot);
        } else {
            checkDeposit(event);
        }
    }

    private void checkAward(LotAwarded award, int count) {
        int lot = award.lot();
        assertEquals(count, award.share().place(), "places from 1");
        if (count == 1) {
            closes(lot, award.closedAt());
            end(lot);
            winners.put(lot, new HashSet<>());
        }
        assertTrue(winners.get(lot).add(award.winner()), "nobody wins twice");
        boolean gated = seen.terms(lot).deposit().fen() > 0;
        assertTrue(!gated || stillHeld(lot).contains(award.winner()), "the winner's deposit is held");
    }

    private void checkShares(int lot, List<Event> events) {
        List<LotAwarded> awards = events.stream()
                .filter(event -> event instanceof LotAwarded award && award.lot() == lot)
                .map(LotAwarded.class::cast)
                .toList();
        awards.forEach(award -> assertEquals(awards.size(), award.share().winners(), "as many winners as awards"));
        if (seen.terms(lot).phases().get(0) instanceof DividedTerms divided) {
            long units =
                    awards.stream().mapToLong(award -> award.share().units()).sum();
            long total =
                    awards.stream().mapToLong(award -> award.amount().fen()).sum();
            assertTrue(units > 0 && units <= divided.units(), "no more units than there are");
            assertTrue(total <= Money.MAX_FEN, "no more money than the venue can take");
        }
    }

    private int group(int lot) {
        return seen.terms(lot).offering().group();
    }

    private void closes(int lot, long at) {
        int group = group(lot);
        if (group != 0 && !disturbed.contains(group)) {
            Long other = groupCloses.putIfAbsent(group, at);
            assertTrue(other == null || other == at, "a group closes at one instant");
        }
    }

    private void end(int lot) {
        assertTrue(ended.add(lot), () -> "a lot ends once: " + lot);
        seen.ended(lot);
    }
}
