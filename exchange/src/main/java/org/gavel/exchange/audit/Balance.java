package org.gavel.exchange.audit;

/**
 * What a participant has: fen, or units of one asset.
 *
 * @param free backs nothing
 * @param held for lots and orders
 * @param forfeited fell to the venue; units never do
 */
public record Balance(long free, long held, long forfeited) {
    static final Balance EMPTY = new Balance(0, 0, 0);

    Balance plus(long moreFree, long moreHeld, long moreForfeited) {
        return new Balance(
                Math.addExact(free, moreFree), Math.addExact(held, moreHeld), Math.addExact(forfeited, moreForfeited));
    }
}
