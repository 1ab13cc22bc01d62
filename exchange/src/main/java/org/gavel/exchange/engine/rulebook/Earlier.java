package org.gavel.exchange.engine.rulebook;

import org.gavel.protocol.value.Money;

/**
 * The listing before a relisting, and those before it.
 *
 * @param attempt which listing it was, from 1; 0 where there was none
 * @param appraisal the highest it was appraised at in any of them, or zero
 * @param endedAt microseconds since 1970
 */
public record Earlier(int attempt, Money start, Money appraisal, long endedAt) {
    /** A first listing has none. */
    public static final Earlier NONE = new Earlier(0, Money.ZERO, Money.ZERO, 0);

    boolean isNone() {
        return attempt == 0;
    }
}
