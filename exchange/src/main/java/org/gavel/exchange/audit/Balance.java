package org.gavel.exchange.audit;

/**
 * A participant's deposit account in fen.
 *
 * @param free backs nothing
 * @param held for lots
 * @param forfeited fell to the venue
 */
public record Balance(long free, long held, long forfeited) {
    static final Balance EMPTY = new Balance(0, 0, 0);

    Balance paid(long amount) {
        return new Balance(Math.addExact(free, amount), held, forfeited);
    }

    Balance held(long amount) {
        return new Balance(free - amount, held + amount, forfeited);
    }

    Balance forfeit(long amount) {
        return new Balance(free, held - amount, forfeited + amount);
    }
}
