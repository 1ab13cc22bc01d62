package org.gavel.exchange.registry;

import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Share;

/**
 * The hammer fell (落槌): who bought the lot, or part of it, and for how much.
 *
 * @param winner the participant behind the paddle
 * @param amount what they pay in all
 * @param share which of the lot's winners this is, and what they have of it
 * @param place the award's event; its time is the hammer's
 */
public record Award(int lot, int winner, int paddle, Money amount, Share share, Place place) {}
