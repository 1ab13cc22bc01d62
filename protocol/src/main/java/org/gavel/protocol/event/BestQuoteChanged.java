package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;

/**
 * Another quote leads in a listing (动态报价) without a new one: a party was kept out, or may take part again.
 *
 * @param bestPaddle who leads now, or 0 where nobody who quoted still counts
 * @param best the highest quote that counts, or zero
 */
public record BestQuoteChanged(int listing, int lot, int bestPaddle, Money best) implements LotEvent {}
