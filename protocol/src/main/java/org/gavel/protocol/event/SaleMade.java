package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Title;

/**
 * A sale at a fixed price is a lot of its own; its award follows in the same command.
 *
 * @param lot the sale's number, given by the venue from {@value #FIRST} on
 * @param offer the offer it was ordered from
 * @param deposit what of the price is held
 * @param exclusive the whole right; else a non-exclusive licence
 */
public record SaleMade(
        int lot, int offer, Title title, int seller, String rulebook, Money price, Money deposit, boolean exclusive)
        implements LotEvent {
    /** The first number of a sale; numbers that a lot or a deal has are left out. */
    public static final int FIRST = 1_000_000_001;
}
