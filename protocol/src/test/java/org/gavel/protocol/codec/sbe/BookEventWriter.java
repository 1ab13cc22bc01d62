package org.gavel.protocol.codec.sbe;

import org.agrona.MutableDirectBuffer;
import org.gavel.protocol.command.OrderFields;
import org.gavel.protocol.command.OrderFields.Kind;
import org.gavel.protocol.event.BookEvent;
import org.gavel.protocol.event.OrderAccepted;
import org.gavel.protocol.event.OrderAmended;
import org.gavel.protocol.event.OrderEnded;
import org.gavel.protocol.event.OrdersTraded;
import org.gavel.protocol.event.TopOfBook;
import org.gavel.protocol.value.OrderType;
import org.gavel.protocol.value.SelfTrade;

/** Writes a book's events as the engine does. */
final class BookEventWriter {
    private final byte[] bytes = new byte[BookEventEncoder.MAX_BYTES];
    private final EventEncoder rare;

    BookEventWriter(EventEncoder rare) {
        this.rare = rare;
    }

    int write(BookEvent event, MutableDirectBuffer buffer, int offset) {
        if (event instanceof OrderAccepted e) {
            return accepted(e, buffer, offset);
        }
        if (event instanceof OrdersTraded e) {
            return traded(e, buffer, offset);
        }
        if (event instanceof OrderAmended e) {
            return amended(e, buffer, offset);
        }
        if (event instanceof OrderEnded e) {
            return ended(e, buffer, offset);
        }
        return event instanceof TopOfBook e ? top(e, buffer, offset) : rare.rare(event, buffer, offset);
    }

    private int accepted(OrderAccepted e, MutableDirectBuffer buffer, int offset) {
        OrderFields asked = new OrderFields()
                .begin(Kind.PLACE, e.book(), e.participant(), 0, e.price().fen(), e.quantity())
                .terms(e.side(), OrderType.LIMIT, e.timeInForce(), e.expiresAt(), SelfTrade.ALLOWED)
                .flags(false, e.cancelOnDisconnect());
        int length = BookEventEncoder.orderAccepted(
                bytes,
                0,
                e.order(),
                asked,
                e.participant(),
                e.held().fen(),
                e.cid().high(),
                e.cid().low());
        return put(length, buffer, offset);
    }

    private int traded(OrdersTraded e, MutableDirectBuffer buffer, int offset) {
        int length = BookEventEncoder.ordersTraded(
                bytes,
                0,
                e.book(),
                e.trade(),
                e.price().fen(),
                e.quantity(),
                e.buyOrder(),
                e.sellOrder(),
                e.amount().fen(),
                e.taker(),
                e.buyer(),
                e.seller(),
                e.released().fen());
        return put(length, buffer, offset);
    }

    private int amended(OrderAmended e, MutableDirectBuffer buffer, int offset) {
        int length = BookEventEncoder.orderAmended(
                bytes,
                0,
                e.book(),
                e.order(),
                e.participant(),
                e.price().fen(),
                e.quantity(),
                e.keptPriority(),
                e.held().fen());
        return put(length, buffer, offset);
    }

    private int ended(OrderEnded e, MutableDirectBuffer buffer, int offset) {
        int length = BookEventEncoder.orderEnded(
                bytes,
                0,
                e.book(),
                e.order(),
                e.participant(),
                e.quantity(),
                e.cause(),
                e.released().fen());
        return put(length, buffer, offset);
    }

    private int top(TopOfBook e, MutableDirectBuffer buffer, int offset) {
        int length = BookEventEncoder.topOfBook(
                bytes, 0, e.book(), e.bid().fen(), e.bidQuantity(), e.ask().fen(), e.askQuantity());
        return put(length, buffer, offset);
    }

    private int put(int length, MutableDirectBuffer buffer, int offset) {
        buffer.putBytes(offset, bytes, 0, length);
        return length;
    }
}
