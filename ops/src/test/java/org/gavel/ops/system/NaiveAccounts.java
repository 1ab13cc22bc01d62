package org.gavel.ops.system;

import java.util.Map;
import java.util.TreeMap;
import org.gavel.exchange.settlement.LedgerSummary.Balance;
import org.gavel.protocol.event.DepositCredited;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.Event;

/** Every participant's money, added up from the events alone. */
final class NaiveAccounts {
    private final Map<Integer, Balance> balances = new TreeMap<>();

    void follow(Event event) {
        if (event instanceof DepositCredited credited) {
            long amount = credited.amount().fen();
            move(credited.participant(), amount, amount, 0);
        } else if (event instanceof DepositHeld held) {
            long amount = held.amount().fen();
            move(held.participant(), 0, -amount, amount);
        } else if (event instanceof DepositReleased released) {
            long amount = released.amount().fen();
            move(released.participant(), 0, amount, -amount);
        }
    }

    private void move(int participant, long credited, long free, long held) {
        Balance old = balances.getOrDefault(participant, new Balance(participant, 0, 0, 0, 0));
        Balance next = new Balance(participant, old.credited() + credited, 0, old.free() + free, old.held() + held);
        if (next.free() < 0 || next.held() < 0 || next.free() + next.held() != next.credited()) {
            throw new AssertionError("money is not conserved: " + old + " becomes " + next);
        }
        balances.put(participant, next);
    }

    /** In order of participants. */
    Map<Integer, Balance> balances() {
        return Map.copyOf(balances);
    }

    /** Everything paid in. */
    long credited() {
        return balances.values().stream().mapToLong(Balance::credited).sum();
    }
}
