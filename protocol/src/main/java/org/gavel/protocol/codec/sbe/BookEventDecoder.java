package org.gavel.protocol.codec.sbe;

import org.agrona.DirectBuffer;
import org.gavel.protocol.codec.sbe.generated.OrderAcceptedDecoder;
import org.gavel.protocol.codec.sbe.generated.OrderAmendedDecoder;
import org.gavel.protocol.codec.sbe.generated.OrderEndedDecoder;
import org.gavel.protocol.codec.sbe.generated.OrdersTradedDecoder;
import org.gavel.protocol.codec.sbe.generated.TopOfBookDecoder;
import org.gavel.protocol.event.Ending;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.OrderAccepted;
import org.gavel.protocol.event.OrderAmended;
import org.gavel.protocol.event.OrderEnded;
import org.gavel.protocol.event.OrdersTraded;
import org.gavel.protocol.event.Taker;
import org.gavel.protocol.event.TopOfBook;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.TimeInForce;

/** Reads the hot events of unit books as values. One instance a thread. */
final class BookEventDecoder {
    private final OrderAcceptedDecoder accepted = new OrderAcceptedDecoder();
    private final OrdersTradedDecoder traded = new OrdersTradedDecoder();
    private final OrderAmendedDecoder amended = new OrderAmendedDecoder();
    private final OrderEndedDecoder ended = new OrderEndedDecoder();
    private final TopOfBookDecoder top = new TopOfBookDecoder();

    static boolean knows(int template) {
        return template >= OrderAcceptedDecoder.TEMPLATE_ID && template <= TopOfBookDecoder.TEMPLATE_ID;
    }

    /** The event in the frame at {@code offset}, one that {@link #knows} is true of. */
    Event decode(Frame frame, DirectBuffer buffer, int offset) {
        return switch (frame.templateId()) {
            case OrderAcceptedDecoder.TEMPLATE_ID -> accepted(frame, buffer, offset);
            case OrdersTradedDecoder.TEMPLATE_ID -> traded(frame, buffer, offset);
            case OrderAmendedDecoder.TEMPLATE_ID -> amended(frame, buffer, offset);
            case OrderEndedDecoder.TEMPLATE_ID -> ended(frame, buffer, offset);
            default -> top(frame, buffer, offset);
        };
    }

    private static boolean flag(short value) {
        if (value > 1) {
            throw new Violation("a flag of " + value);
        }
        return value == 1;
    }

    private Event accepted(Frame frame, DirectBuffer buffer, int offset) {
        frame.expectBlock(OrderAcceptedDecoder.BLOCK_LENGTH, offset, true);
        OrderAcceptedDecoder d = accepted.wrap(buffer, Frame.bodyOffset(offset), frame.blockLength(), frame.version());
        return new OrderAccepted(
                d.book(),
                d.order(),
                Side.ofCode(d.side()),
                new Money(d.price()),
                d.quantity(),
                d.participant(),
                TimeInForce.ofCode(d.timeInForce()),
                d.expiresAt(),
                flag(d.cancelOnDisconnect()),
                new Money(d.held()),
                new ClientId(d.clientIdHigh(), d.clientIdLow()));
    }

    private Event traded(Frame frame, DirectBuffer buffer, int offset) {
        frame.expectBlock(OrdersTradedDecoder.BLOCK_LENGTH, offset, true);
        OrdersTradedDecoder d = traded.wrap(buffer, Frame.bodyOffset(offset), frame.blockLength(), frame.version());
        return new OrdersTraded(
                d.book(),
                d.trade(),
                new Money(d.price()),
                d.quantity(),
                d.buyOrder(),
                d.sellOrder(),
                Taker.ofCode(d.taker()),
                d.buyer(),
                d.seller(),
                new Money(d.amount()),
                new Money(d.released()));
    }

    private Event amended(Frame frame, DirectBuffer buffer, int offset) {
        frame.expectBlock(OrderAmendedDecoder.BLOCK_LENGTH, offset, true);
        OrderAmendedDecoder d = amended.wrap(buffer, Frame.bodyOffset(offset), frame.blockLength(), frame.version());
        return new OrderAmended(
                d.book(),
                d.order(),
                new Money(d.price()),
                d.quantity(),
                flag(d.keptPriority()),
                d.participant(),
                new Money(d.held()));
    }

    private Event ended(Frame frame, DirectBuffer buffer, int offset) {
        frame.expectBlock(OrderEndedDecoder.BLOCK_LENGTH, offset, true);
        OrderEndedDecoder d = ended.wrap(buffer, Frame.bodyOffset(offset), frame.blockLength(), frame.version());
        return new OrderEnded(
                d.book(), d.order(), d.quantity(), d.participant(), Ending.ofCode(d.cause()), new Money(d.released()));
    }

    private Event top(Frame frame, DirectBuffer buffer, int offset) {
        frame.expectBlock(TopOfBookDecoder.BLOCK_LENGTH, offset, true);
        TopOfBookDecoder d = top.wrap(buffer, Frame.bodyOffset(offset), frame.blockLength(), frame.version());
        return new TopOfBook(d.book(), new Money(d.bid()), d.bidQuantity(), new Money(d.ask()), d.askQuantity());
    }
}
