package org.gavel.ops.event;

import java.util.List;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.GrantPriority;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Reserve;

/**
 * A lot that is to be announced.
 *
 * @param terms everything that may be seen; without a reserve where that is hidden, and without fixed paddles
 * @param secrets what gets a salt when the lot is announced
 * @param grants the rights of first refusal on it
 */
public record PlannedLot(AnnounceLot terms, Secrets secrets, List<GrantPriority> grants) {
    private static final String RESERVE_SALT = "gavel reserve salt v1";
    private static final String PADDLE_SALT = "gavel paddle salt v1";

    public PlannedLot {
        grants = List.copyOf(grants);
    }

    /**
     * What is only committed to in public.
     *
     * @param reserve the hidden reserve, zero where there is none
     * @param paddlesFixed whether the list of paddles is committed to at the opening
     */
    record Secrets(Money reserve, boolean paddlesFixed) {
        /** Never shows the reserve. */
        @Override
        public String toString() {
            return "Secrets[paddlesFixed=" + paddlesFixed + "]";
        }
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

    /** The hidden reserve, zero where there is none. */
    Money hiddenReserve() {
        return secrets.reserve();
    }

    /** The announcement; what is hidden gets its salt from the venue's key, the same one every time. */
    AnnounceLot announce(String event, SealingKey key) {
        String name = event + "/" + terms.lot();
        AnnounceLot announced = terms;
        if (hiddenReserve().fen() != 0) {
            announced = announced.with(new Reserve(hiddenReserve(), true, key.keyedHash(RESERVE_SALT, name)));
        }
        return secrets.paddlesFixed()
                ? announced.with(fixed(terms.admission(), key.keyedHash(PADDLE_SALT, name)))
                : announced;
    }

    private static Admission fixed(Admission rule, String salt) {
        return new Admission(
                rule.realName(),
                rule.qualification(),
                rule.applyUntil(),
                rule.relatedParties(),
                rule.exportClass(),
                true,
                salt);
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
                secrets,
                grants.stream()
                        .map(one -> new GrantPriority(number, one.participant(), one.rank(), one.basis()))
                        .toList());
    }
}
