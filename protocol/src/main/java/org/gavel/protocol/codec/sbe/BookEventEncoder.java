package org.gavel.protocol.codec.sbe;

import org.gavel.protocol.codec.sbe.generated.OrderAcceptedEncoder;
import org.gavel.protocol.codec.sbe.generated.OrderAmendedEncoder;
import org.gavel.protocol.codec.sbe.generated.OrderEndedEncoder;
import org.gavel.protocol.codec.sbe.generated.OrdersTradedEncoder;
import org.gavel.protocol.codec.sbe.generated.TopOfBookEncoder;
import org.gavel.protocol.command.OrderFields;
import org.gavel.protocol.event.Ending;
import org.gavel.protocol.event.Taker;

/**
 * Writes the hot events of unit books, each with its frame and at most {@link #MAX_BYTES} long, where the array has room
 * for as many, and answers its length. They lie as the generated codecs read them. Nothing is allocated.
 */
public final class BookEventEncoder {
    /** The longest message; no block has as much as a hundred bytes. */
    public static final int MAX_BYTES = Frame.BYTES + 100;

    private static final long ACCEPTED =
            Frame.word(OrderAcceptedEncoder.BLOCK_LENGTH, OrderAcceptedEncoder.TEMPLATE_ID);
    private static final long TRADED = Frame.word(OrdersTradedEncoder.BLOCK_LENGTH, OrdersTradedEncoder.TEMPLATE_ID);
    private static final long AMENDED = Frame.word(OrderAmendedEncoder.BLOCK_LENGTH, OrderAmendedEncoder.TEMPLATE_ID);
    private static final long ENDED = Frame.word(OrderEndedEncoder.BLOCK_LENGTH, OrderEndedEncoder.TEMPLATE_ID);
    private static final long TOP = Frame.word(TopOfBookEncoder.BLOCK_LENGTH, TopOfBookEncoder.TEMPLATE_ID);

    private BookEventEncoder() {}

    /** A new order, which has its number from the command that placed it. */
    public static int orderAccepted(
            byte[] to, int at, long order, OrderFields asked, int participant, long held, long cidHigh, long cidLow) {
        int block = begin(to, at, ACCEPTED);
        put(to, block + OrderAcceptedEncoder.orderEncodingOffset(), order);
        put(to, block + OrderAcceptedEncoder.priceEncodingOffset(), asked.price());
        put(to, block + OrderAcceptedEncoder.quantityEncodingOffset(), asked.quantity());
        put(to, block + OrderAcceptedEncoder.expiresAtEncodingOffset(), asked.expiresAt());
        put(to, block + OrderAcceptedEncoder.heldEncodingOffset(), held);
        put(to, block + OrderAcceptedEncoder.clientIdHighEncodingOffset(), cidHigh);
        put(to, block + OrderAcceptedEncoder.clientIdLowEncodingOffset(), cidLow);
        put(to, block + OrderAcceptedEncoder.bookEncodingOffset(), asked.book());
        put(to, block + OrderAcceptedEncoder.participantEncodingOffset(), participant);
        to[block + OrderAcceptedEncoder.sideEncodingOffset()] =
                (byte) asked.side().code();
        to[block + OrderAcceptedEncoder.timeInForceEncodingOffset()] =
                (byte) asked.timeInForce().code();
        put(to, block + OrderAcceptedEncoder.cancelOnDisconnectEncodingOffset(), asked.cancelOnDisconnect());
        return Frame.BYTES + OrderAcceptedEncoder.BLOCK_LENGTH;
    }

    public static int ordersTraded(
            byte[] to,
            int at,
            int book,
            long trade,
            long price,
            long quantity,
            long buyOrder,
            long sellOrder,
            long amount,
            Taker taker,
            int buyer,
            int seller,
            long released) {
        int block = begin(to, at, TRADED);
        put(to, block + OrdersTradedEncoder.tradeEncodingOffset(), trade);
        put(to, block + OrdersTradedEncoder.priceEncodingOffset(), price);
        put(to, block + OrdersTradedEncoder.quantityEncodingOffset(), quantity);
        put(to, block + OrdersTradedEncoder.buyOrderEncodingOffset(), buyOrder);
        put(to, block + OrdersTradedEncoder.sellOrderEncodingOffset(), sellOrder);
        put(to, block + OrdersTradedEncoder.amountEncodingOffset(), amount);
        put(to, block + OrdersTradedEncoder.releasedEncodingOffset(), released);
        put(to, block + OrdersTradedEncoder.bookEncodingOffset(), book);
        put(to, block + OrdersTradedEncoder.buyerEncodingOffset(), buyer);
        put(to, block + OrdersTradedEncoder.sellerEncodingOffset(), seller);
        to[block + OrdersTradedEncoder.takerEncodingOffset()] = (byte) taker.code();
        return Frame.BYTES + OrdersTradedEncoder.BLOCK_LENGTH;
    }

    public static int orderAmended(
            byte[] to,
            int at,
            int book,
            long order,
            int participant,
            long price,
            long quantity,
            boolean keptPriority,
            long held) {
        int block = begin(to, at, AMENDED);
        put(to, block + OrderAmendedEncoder.orderEncodingOffset(), order);
        put(to, block + OrderAmendedEncoder.priceEncodingOffset(), price);
        put(to, block + OrderAmendedEncoder.quantityEncodingOffset(), quantity);
        put(to, block + OrderAmendedEncoder.heldEncodingOffset(), held);
        put(to, block + OrderAmendedEncoder.bookEncodingOffset(), book);
        put(to, block + OrderAmendedEncoder.participantEncodingOffset(), participant);
        put(to, block + OrderAmendedEncoder.keptPriorityEncodingOffset(), keptPriority);
        return Frame.BYTES + OrderAmendedEncoder.BLOCK_LENGTH;
    }

    public static int orderEnded(
            byte[] to, int at, int book, long order, int participant, long quantity, Ending cause, long released) {
        int block = begin(to, at, ENDED);
        put(to, block + OrderEndedEncoder.orderEncodingOffset(), order);
        put(to, block + OrderEndedEncoder.quantityEncodingOffset(), quantity);
        put(to, block + OrderEndedEncoder.releasedEncodingOffset(), released);
        put(to, block + OrderEndedEncoder.bookEncodingOffset(), book);
        put(to, block + OrderEndedEncoder.participantEncodingOffset(), participant);
        to[block + OrderEndedEncoder.causeEncodingOffset()] = (byte) cause.code();
        return Frame.BYTES + OrderEndedEncoder.BLOCK_LENGTH;
    }

    public static int topOfBook(byte[] to, int at, int book, long bid, long bidQuantity, long ask, long askQuantity) {
        int block = begin(to, at, TOP);
        put(to, block + TopOfBookEncoder.bidEncodingOffset(), bid);
        put(to, block + TopOfBookEncoder.bidQuantityEncodingOffset(), bidQuantity);
        put(to, block + TopOfBookEncoder.askEncodingOffset(), ask);
        put(to, block + TopOfBookEncoder.askQuantityEncodingOffset(), askQuantity);
        put(to, block + TopOfBookEncoder.bookEncodingOffset(), book);
        return Frame.BYTES + TopOfBookEncoder.BLOCK_LENGTH;
    }

    private static int begin(byte[] to, int at, long frame) {
        put(to, at, frame);
        return at + Frame.BYTES;
    }

    private static void put(byte[] to, int at, long value) {
        LittleEndian.putLong(to, at, value);
    }

    private static void put(byte[] to, int at, int value) {
        LittleEndian.putInt(to, at, value);
    }

    private static void put(byte[] to, int at, boolean value) {
        to[at] = (byte) (value ? 1 : 0);
    }
}
