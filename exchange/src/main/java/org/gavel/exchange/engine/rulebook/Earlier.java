package org.gavel.exchange.engine.rulebook;

import org.gavel.protocol.value.Money;

/**
 * The listing before a relisting.
 *
 * @param attempt which listing it was, from 1; 0 where there was none
 * @param appraisal what the thing was appraised at then, or zero
 * @param endedAt microseconds since 1970
 */
public record Earlier(int attempt, Money start, Money appraisal, long endedAt) {
    /** A first listing has none. */
    public static final Earlier NONE = new Earlier(0, Money.ZERO, Money.ZERO, 0);

    boolean isNone() {
        return attempt == 0;
    }
}
