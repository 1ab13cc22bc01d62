package org.gavel.protocol.codec.sbe;

import static org.gavel.protocol.codec.sbe.LittleEndian.putInt;
import static org.gavel.protocol.codec.sbe.LittleEndian.putLong;

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
        int block = Frame.begin(to, at, ACCEPTED);
        putLong(to, block + OrderAcceptedEncoder.orderEncodingOffset(), order);
        putLong(to, block + OrderAcceptedEncoder.priceEncodingOffset(), asked.price());
        putLong(to, block + OrderAcceptedEncoder.quantityEncodingOffset(), asked.quantity());
        putLong(to, block + OrderAcceptedEncoder.expiresAtEncodingOffset(), asked.expiresAt());
        putLong(to, block + OrderAcceptedEncoder.heldEncodingOffset(), held);
        putLong(to, block + OrderAcceptedEncoder.clientIdHighEncodingOffset(), cidHigh);
        putLong(to, block + OrderAcceptedEncoder.clientIdLowEncodingOffset(), cidLow);
        putInt(to, block + OrderAcceptedEncoder.bookEncodingOffset(), asked.book());
        putInt(to, block + OrderAcceptedEncoder.participantEncodingOffset(), participant);
        to[block + OrderAcceptedEncoder.sideEncodingOffset()] =
                (byte) asked.side().code();
        to[block + OrderAcceptedEncoder.timeInForceEncodingOffset()] =
                (byte) asked.timeInForce().code();
        putFlag(to, block + OrderAcceptedEncoder.cancelOnDisconnectEncodingOffset(), asked.cancelOnDisconnect());
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
        int block = Frame.begin(to, at, TRADED);
        putLong(to, block + OrdersTradedEncoder.tradeEncodingOffset(), trade);
        putLong(to, block + OrdersTradedEncoder.priceEncodingOffset(), price);
        putLong(to, block + OrdersTradedEncoder.quantityEncodingOffset(), quantity);
        putLong(to, block + OrdersTradedEncoder.buyOrderEncodingOffset(), buyOrder);
        putLong(to, block + OrdersTradedEncoder.sellOrderEncodingOffset(), sellOrder);
        putLong(to, block + OrdersTradedEncoder.amountEncodingOffset(), amount);
        putLong(to, block + OrdersTradedEncoder.releasedEncodingOffset(), released);
        putInt(to, block + OrdersTradedEncoder.bookEncodingOffset(), book);
        putInt(to, block + OrdersTradedEncoder.buyerEncodingOffset(), buyer);
        putInt(to, block + OrdersTradedEncoder.sellerEncodingOffset(), seller);
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
        int block = Frame.begin(to, at, AMENDED);
        putLong(to, block + OrderAmendedEncoder.orderEncodingOffset(), order);
        putLong(to, block + OrderAmendedEncoder.priceEncodingOffset(), price);
        putLong(to, block + OrderAmendedEncoder.quantityEncodingOffset(), quantity);
        putLong(to, block + OrderAmendedEncoder.heldEncodingOffset(), held);
        putInt(to, block + OrderAmendedEncoder.bookEncodingOffset(), book);
        putInt(to, block + OrderAmendedEncoder.participantEncodingOffset(), participant);
        putFlag(to, block + OrderAmendedEncoder.keptPriorityEncodingOffset(), keptPriority);
        return Frame.BYTES + OrderAmendedEncoder.BLOCK_LENGTH;
    }

    public static int orderEnded(
            byte[] to, int at, int book, long order, int participant, long quantity, Ending cause, long released) {
        int block = Frame.begin(to, at, ENDED);
        putLong(to, block + OrderEndedEncoder.orderEncodingOffset(), order);
        putLong(to, block + OrderEndedEncoder.quantityEncodingOffset(), quantity);
        putLong(to, block + OrderEndedEncoder.releasedEncodingOffset(), released);
        putInt(to, block + OrderEndedEncoder.bookEncodingOffset(), book);
        putInt(to, block + OrderEndedEncoder.participantEncodingOffset(), participant);
        to[block + OrderEndedEncoder.causeEncodingOffset()] = (byte) cause.code();
        return Frame.BYTES + OrderEndedEncoder.BLOCK_LENGTH;
    }

    public static int topOfBook(byte[] to, int at, int book, long bid, long bidQuantity, long ask, long askQuantity) {
        int block = Frame.begin(to, at, TOP);
        putLong(to, block + TopOfBookEncoder.bidEncodingOffset(), bid);
        putLong(to, block + TopOfBookEncoder.bidQuantityEncodingOffset(), bidQuantity);
        putLong(to, block + TopOfBookEncoder.askEncodingOffset(), ask);
        putLong(to, block + TopOfBookEncoder.askQuantityEncodingOffset(), askQuantity);
        putInt(to, block + TopOfBookEncoder.bookEncodingOffset(), book);
        return Frame.BYTES + TopOfBookEncoder.BLOCK_LENGTH;
    }

    private static void putFlag(byte[] to, int at, boolean value) {
        to[at] = (byte) (value ? 1 : 0);
    }
}
