package org.gavel.exchange.registry;

import org.gavel.protocol.value.Money;

/**
 * The hammer fell (落槌): who bought the lot, and for how much.
 *
 * @param winner the participant behind the paddle
 * @param place the award's event; its time is the hammer's
 */
public record Award(int lot, int winner, int paddle, Money amount, Place place) {}
