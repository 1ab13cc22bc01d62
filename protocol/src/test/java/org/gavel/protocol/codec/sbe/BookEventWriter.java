package org.gavel.protocol.codec.sbe;

import org.agrona.MutableDirectBuffer;
import org.gavel.protocol.codec.sbe.generated.OrderAcceptedEncoder;
import org.gavel.protocol.codec.sbe.generated.OrderAmendedEncoder;
import org.gavel.protocol.codec.sbe.generated.OrderEndedEncoder;
import org.gavel.protocol.codec.sbe.generated.OrdersTradedEncoder;
import org.gavel.protocol.codec.sbe.generated.TopOfBookEncoder;
import org.gavel.protocol.event.BookEvent;
import org.gavel.protocol.event.OrderAccepted;
import org.gavel.protocol.event.OrderAmended;
import org.gavel.protocol.event.OrderEnded;
import org.gavel.protocol.event.OrdersTraded;
import org.gavel.protocol.event.TopOfBook;

/** Writes a book's events as the engine does. */
final class BookEventWriter {
    private final BookEventEncoder encoder = new BookEventEncoder();
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
        encoder.orderAccepted(buffer, offset)
                .order(e.order())
                .price(e.price().fen())
                .quantity(e.quantity())
                .expiresAt(e.expiresAt())
                .held(e.held().fen())
                .clientIdHigh(e.cid().high())
                .clientIdLow(e.cid().low())
                .book(e.book())
                .participant(e.participant())
                .side((short) e.side().code())
                .timeInForce((short) e.timeInForce().code())
                .cancelOnDisconnect((short) (e.cancelOnDisconnect() ? 1 : 0));
        return BookEventEncoder.FRAME + OrderAcceptedEncoder.BLOCK_LENGTH;
    }

    private int traded(OrdersTraded e, MutableDirectBuffer buffer, int offset) {
        encoder.ordersTraded(buffer, offset)
                .trade(e.trade())
                .price(e.price().fen())
                .quantity(e.quantity())
                .buyOrder(e.buyOrder())
                .sellOrder(e.sellOrder())
                .amount(e.amount().fen())
                .released(e.released().fen())
                .book(e.book())
                .buyer(e.buyer())
                .seller(e.seller())
                .taker((short) e.taker().code());
        return BookEventEncoder.FRAME + OrdersTradedEncoder.BLOCK_LENGTH;
    }

    private int amended(OrderAmended e, MutableDirectBuffer buffer, int offset) {
        encoder.orderAmended(buffer, offset)
                .order(e.order())
                .price(e.price().fen())
                .quantity(e.quantity())
                .held(e.held().fen())
                .book(e.book())
                .participant(e.participant())
                .keptPriority((short) (e.keptPriority() ? 1 : 0));
        return BookEventEncoder.FRAME + OrderAmendedEncoder.BLOCK_LENGTH;
    }

    private int ended(OrderEnded e, MutableDirectBuffer buffer, int offset) {
        encoder.orderEnded(buffer, offset)
                .order(e.order())
                .quantity(e.quantity())
                .released(e.released().fen())
                .book(e.book())
                .participant(e.participant())
                .cause((short) e.cause().code());
        return BookEventEncoder.FRAME + OrderEndedEncoder.BLOCK_LENGTH;
    }

    private int top(TopOfBook e, MutableDirectBuffer buffer, int offset) {
        encoder.topOfBook(buffer, offset)
                .bid(e.bid().fen())
                .bidQuantity(e.bidQuantity())
                .ask(e.ask().fen())
                .askQuantity(e.askQuantity())
                .book(e.book());
        return BookEventEncoder.FRAME + TopOfBookEncoder.BLOCK_LENGTH;
    }
}
