package org.gavel.exchange.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.registry.LotEntry;
import org.gavel.protocol.event.DepositCredited;
import org.gavel.protocol.event.DepositForfeited;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.DepositWithdrawn;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotWithdrawn;
import org.gavel.protocol.event.UnitsCredited;

/** The ledger as anybody would write it in memory: every event once, no database, no positions. */
final class NaiveLedger {
    final Map<Integer, long[]> accounts = new TreeMap<>();
    final Map<String, Long> units = new TreeMap<>();
    final Map<Integer, LotEntry.Outcome> outcomes = new TreeMap<>();
    final Map<Integer, Integer> sellers = new TreeMap<>();

    /** Lot, winner, seller, amount and what was held of the winner, as one line; by lot and place. */
    final Map<String, String> sales = new TreeMap<>();

    /** What fell to the venue. */
    long forfeited;

    private final Map<String, Long> held = new TreeMap<>();

    static NaiveLedger of(List<Applied> deliveries) {
        NaiveLedger ledger = new NaiveLedger();
        deliveries.forEach(applied -> applied.events().forEach(ledger::enter));
        return ledger;
    }

    /** Credited, withdrawn, free and held of each participant, as one line. */
    List<String> balances() {
        List<String> lines = new ArrayList<>();
        accounts.forEach(
                (participant, a) -> lines.add(participant + ":" + a[0] + "," + a[1] + "," + a[2] + "," + a[3]));
        return lines;
    }

    private void enter(Event event) {
        if (event instanceof DepositCredited credited) {
            move(
                    credited.participant(),
                    credited.amount().fen(),
                    0,
                    credited.amount().fen(),
                    0);
        } else if (event instanceof DepositWithdrawn paid) {
            move(paid.participant(), 0, paid.amount().fen(), -paid.amount().fen(), 0);
        } else if (event instanceof DepositHeld hold) {
            hold(hold.lot(), hold.participant(), hold.amount().fen());
        } else if (event instanceof DepositReleased release) {
            hold(release.lot(), release.participant(), -release.amount().fen());
        } else if (event instanceof DepositForfeited lost) {
            lose(lost.lot(), lost.participant(), lost.amount().fen());
        } else if (event instanceof UnitsCredited credited) {
            units.merge(credited.participant() + "/" + credited.asset(), credited.quantity(), Long::sum);
        } else {
            enterLot(event);
        }
    }

    private void enterLot(Event event) {
        if (event instanceof LotAnnounced announced) {
            outcomes.put(announced.lot(), LotEntry.Outcome.PENDING);
            sellers.put(announced.lot(), announced.seller());
        } else if (event instanceof LotPassed passed) {
            outcomes.put(passed.lot(), LotEntry.Outcome.PASSED);
        } else if (event instanceof LotWithdrawn withdrawn) {
            outcomes.put(withdrawn.lot(), LotEntry.Outcome.WITHDRAWN);
        } else if (event instanceof LotAwarded award) {
            outcomes.put(award.lot(), LotEntry.Outcome.AWARDED);
            long deposit = held.getOrDefault(award.lot() + "/" + award.winner(), 0L);
            int seller = sellers.get(award.lot());
            sales.put(
                    award.lot() + "/" + award.share(),
                    line(award.lot(), award.winner(), seller, award.amount().fen(), deposit));
        }
    }

    static String line(int lot, int buyer, int seller, long fen, long deposit) {
        return lot + ": " + buyer + " from " + seller + " for " + fen + ", holding " + deposit;
    }

    private void hold(int lot, int participant, long fen) {
        if (fen != 0) {
            move(participant, 0, 0, -fen, fen);
            held.merge(lot + "/" + participant, fen, Long::sum);
        }
    }

    private void lose(int lot, int participant, long fen) {
        if (fen != 0) {
            move(participant, 0, 0, 0, -fen);
            held.merge(lot + "/" + participant, -fen, Long::sum);
            forfeited += fen;
        }
    }

    private void move(int participant, long... by) {
        long[] account = accounts.computeIfAbsent(participant, p -> new long[4]);
        for (int i = 0; i < by.length; i++) {
            account[i] += by[i];
        }
    }
}
