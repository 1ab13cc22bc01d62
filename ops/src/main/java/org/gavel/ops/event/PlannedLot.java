package org.gavel.ops.event;

import org.gavel.exchange.vault.SealingKey;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Reserve;

/**
 * A lot that is to be announced.
 *
 * @param terms everything that may be seen; without a reserve where that is hidden
 * @param hiddenReserve zero where there is none
 */
public record PlannedLot(AnnounceLot terms, Money hiddenReserve) {
    private static final String SALT = "gavel reserve salt v1";

    public int number() {
        return terms.lot();
    }

    public Money start() {
        return terms.phases().get(0).start();
    }

    /** Never shows a hidden reserve. */
    @Override
    public String toString() {
        return terms.toString();
    }

    /** The announcement; a hidden reserve gets its salt from the venue's key, the same one every time. */
    AnnounceLot announce(String event, SealingKey key) {
        return hiddenReserve.fen() == 0
                ? terms
                : terms.with(new Reserve(hiddenReserve, true, key.keyedHash(SALT, event + "/" + terms.lot())));
    }

    /** The same lot under a number higher by {@code shift}; it does not open by itself. */
    PlannedLot shifted(int shift) {
        AnnounceLot other = new AnnounceLot(
                Math.addExact(terms.lot(), shift),
                terms.title(),
                terms.seller(),
                terms.rulebook(),
                terms.deposit(),
                terms.reserve(),
                terms.phases(),
                0,
                terms.outage(),
                terms.priority(),
                terms.offering());
        return new PlannedLot(other, hiddenReserve);
    }
}
