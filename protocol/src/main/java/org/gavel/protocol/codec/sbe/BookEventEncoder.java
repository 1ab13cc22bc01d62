package org.gavel.protocol.codec.sbe;

import org.agrona.MutableDirectBuffer;
import org.gavel.protocol.codec.sbe.generated.MessageHeaderEncoder;
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
    public static final int FRAME = MessageHeaderEncoder.ENCODED_LENGTH;

    private final MessageHeaderEncoder frame = new MessageHeaderEncoder();
    private final OrderAcceptedEncoder accepted = new OrderAcceptedEncoder();
    private final OrdersTradedEncoder traded = new OrdersTradedEncoder();
    private final OrderAmendedEncoder amended = new OrderAmendedEncoder();
    private final OrderEndedEncoder ended = new OrderEndedEncoder();
    private final TopOfBookEncoder top = new TopOfBookEncoder();

    public OrderAcceptedEncoder orderAccepted(MutableDirectBuffer buffer, int offset) {
        return accepted.wrapAndApplyHeader(buffer, offset, frame);
    }

    public OrdersTradedEncoder ordersTraded(MutableDirectBuffer buffer, int offset) {
        return traded.wrapAndApplyHeader(buffer, offset, frame);
    }

    public OrderAmendedEncoder orderAmended(MutableDirectBuffer buffer, int offset) {
        return amended.wrapAndApplyHeader(buffer, offset, frame);
    }

    public OrderEndedEncoder orderEnded(MutableDirectBuffer buffer, int offset) {
        return ended.wrapAndApplyHeader(buffer, offset, frame);
    }

    public TopOfBookEncoder topOfBook(MutableDirectBuffer buffer, int offset) {
        return top.wrapAndApplyHeader(buffer, offset, frame);
    }
}
