package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Side;

/**
 * One side's part of a trade, made of {@link OrdersTraded} for the participant's own channel; it is never in the event
 * log, and never says who the other side was.
 *
 * @param amount fen paid by a buyer, received by a seller
 * @param released fen held beyond that and free again
 */
public record OrderFilled(
        int book,
        long order,
        int participant,
        long trade,
        Side side,
        Money price,
        long quantity,
        Money amount,
        Money released)
        implements PrivateEvent {}
