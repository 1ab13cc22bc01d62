package org.gavel.protocol.codec.sbe;

import org.agrona.MutableDirectBuffer;
import org.gavel.protocol.codec.sbe.generated.OrderAcceptedEncoder;
import org.gavel.protocol.codec.sbe.generated.OrderAmendedEncoder;
import org.gavel.protocol.codec.sbe.generated.OrderEndedEncoder;
import org.gavel.protocol.codec.sbe.generated.OrdersTradedEncoder;
import org.gavel.protocol.codec.sbe.generated.TopOfBookEncoder;

/**
 * Writes the hot events of unit books; nothing is allocated. Every method begins a message at {@code offset}, of which
 * every field must then be set; its length is the block's and {@link #FRAME}. One instance a thread.
 */
public final class BookEventEncoder {
    /** Bytes before the block of any message. */
    public static final int FRAME = Frame.BYTES;

    private static final long ACCEPTED =
            Frame.word(OrderAcceptedEncoder.BLOCK_LENGTH, OrderAcceptedEncoder.TEMPLATE_ID);
    private static final long TRADED = Frame.word(OrdersTradedEncoder.BLOCK_LENGTH, OrdersTradedEncoder.TEMPLATE_ID);
    private static final long AMENDED = Frame.word(OrderAmendedEncoder.BLOCK_LENGTH, OrderAmendedEncoder.TEMPLATE_ID);
    private static final long ENDED = Frame.word(OrderEndedEncoder.BLOCK_LENGTH, OrderEndedEncoder.TEMPLATE_ID);
    private static final long TOP = Frame.word(TopOfBookEncoder.BLOCK_LENGTH, TopOfBookEncoder.TEMPLATE_ID);

    private final OrderAcceptedEncoder accepted = new OrderAcceptedEncoder();
    private final OrdersTradedEncoder traded = new OrdersTradedEncoder();
    private final OrderAmendedEncoder amended = new OrderAmendedEncoder();
    private final OrderEndedEncoder ended = new OrderEndedEncoder();
    private final TopOfBookEncoder top = new TopOfBookEncoder();

    public OrderAcceptedEncoder orderAccepted(MutableDirectBuffer buffer, int offset) {
        return accepted.wrap(buffer, Frame.begin(buffer, offset, ACCEPTED));
    }

    public OrdersTradedEncoder ordersTraded(MutableDirectBuffer buffer, int offset) {
        return traded.wrap(buffer, Frame.begin(buffer, offset, TRADED));
    }

    public OrderAmendedEncoder orderAmended(MutableDirectBuffer buffer, int offset) {
        return amended.wrap(buffer, Frame.begin(buffer, offset, AMENDED));
    }

    public OrderEndedEncoder orderEnded(MutableDirectBuffer buffer, int offset) {
        return ended.wrap(buffer, Frame.begin(buffer, offset, ENDED));
    }

    public TopOfBookEncoder topOfBook(MutableDirectBuffer buffer, int offset) {
        return top.wrap(buffer, Frame.begin(buffer, offset, TOP));
    }
}
