package org.gavel.exchange.audit;

import org.gavel.protocol.value.Money;

/**
 * Somebody with a paddle on a lot, and what became of their deposit.
 *
 * @param deposit what was held for the lot
 * @param heldAt when, microseconds since 1970
 * @param heldBy the sequence of the record that held it
 * @param state {@code HELD}, {@code RELEASED} or {@code FORFEITED}
 * @param endedAt when it left the state {@code HELD}, 0 while it is in it
 */
public record Entrant(int paddle, int participant, Money deposit, long heldAt, long heldBy, State state, long endedAt) {
    /** What became of a lot's deposit. */
    public enum State {
        HELD,
        RELEASED,
        FORFEITED
    }

    Entrant ended(State how, long at) {
        return new Entrant(paddle, participant, deposit, heldAt, heldBy, how, at);
    }
}
