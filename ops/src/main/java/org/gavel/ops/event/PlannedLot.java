package org.gavel.ops.event;

import java.util.List;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.GrantPriority;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Reserve;

/**
 * A lot that is to be announced.
 *
 * @param terms everything that may be seen; without a reserve where that is hidden
 * @param hiddenReserve zero where there is none
 * @param grants the rights of first refusal on it
 */
public record PlannedLot(AnnounceLot terms, Money hiddenReserve, List<GrantPriority> grants) {
    private static final String SALT = "gavel reserve salt v1";

    public PlannedLot {
        grants = List.copyOf(grants);
    }

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
        int number = Math.addExact(terms.lot(), shift);
        AnnounceLot other = new AnnounceLot(
                number,
                terms.title(),
                terms.seller(),
                terms.rulebook(),
                terms.deposit(),
                terms.reserve(),
                terms.phases(),
                0,
                terms.outage(),
                terms.priority(),
                terms.basis(),
                terms.admission(),
                terms.offering());
        return new PlannedLot(
                other,
                hiddenReserve,
                grants.stream()
                        .map(one -> new GrantPriority(number, one.participant(), one.rank(), one.basis()))
                        .toList());
    }
}
