package org.gavel.protocol.codec.sbe;

import static org.gavel.protocol.codec.sbe.LittleEndian.getInt;
import static org.gavel.protocol.codec.sbe.LittleEndian.getLong;

import org.agrona.MutableDirectBuffer;
import org.gavel.protocol.codec.sbe.generated.AmendOrderDecoder;
import org.gavel.protocol.codec.sbe.generated.AmendOrderEncoder;
import org.gavel.protocol.codec.sbe.generated.CancelOrderDecoder;
import org.gavel.protocol.codec.sbe.generated.CancelOrderEncoder;
import org.gavel.protocol.codec.sbe.generated.MoveOrderDecoder;
import org.gavel.protocol.codec.sbe.generated.MoveOrderEncoder;
import org.gavel.protocol.codec.sbe.generated.PlaceOrderDecoder;
import org.gavel.protocol.codec.sbe.generated.PlaceOrderEncoder;
import org.gavel.protocol.codec.sbe.generated.ReduceOrderDecoder;
import org.gavel.protocol.codec.sbe.generated.ReduceOrderEncoder;
import org.gavel.protocol.command.OrderFields;
import org.gavel.protocol.command.OrderFields.Kind;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.value.OrderType;
import org.gavel.protocol.value.SelfTrade;
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.TimeInForce;

/** Orders' own layouts, written and read without allocating. One instance a thread. */
final class OrderCodec {
    private static final int POST_ONLY = 1;
    private static final int CANCEL_ON_DISCONNECT = 2;

    private static final long PLACE = Frame.word(PlaceOrderEncoder.BLOCK_LENGTH, PlaceOrderEncoder.TEMPLATE_ID);
    private static final long AMEND = Frame.word(AmendOrderEncoder.BLOCK_LENGTH, AmendOrderEncoder.TEMPLATE_ID);
    private static final long MOVE = Frame.word(MoveOrderEncoder.BLOCK_LENGTH, MoveOrderEncoder.TEMPLATE_ID);
    private static final long REDUCE = Frame.word(ReduceOrderEncoder.BLOCK_LENGTH, ReduceOrderEncoder.TEMPLATE_ID);
    private static final long CANCEL = Frame.word(CancelOrderEncoder.BLOCK_LENGTH, CancelOrderEncoder.TEMPLATE_ID);

    private final PlaceOrderEncoder placing = new PlaceOrderEncoder();
    private final AmendOrderEncoder amending = new AmendOrderEncoder();
    private final MoveOrderEncoder moving = new MoveOrderEncoder();
    private final ReduceOrderEncoder reducing = new ReduceOrderEncoder();
    private final CancelOrderEncoder cancelling = new CancelOrderEncoder();

    /** Writes the message and returns its length without the frame. */
    int encode(OrderFields f, MutableDirectBuffer buffer, int offset) {
        switch (f.kind()) {
            case PLACE -> {
                encodePlace(f, placing.wrap(buffer, Frame.begin(buffer, offset, PLACE)));
                return PlaceOrderEncoder.BLOCK_LENGTH;
            }
            case AMEND -> {
                amending.wrap(buffer, Frame.begin(buffer, offset, AMEND))
                        .order(f.order())
                        .price(f.price())
                        .quantity(f.quantity())
                        .book(f.book())
                        .participant(f.participant());
                return AmendOrderEncoder.BLOCK_LENGTH;
            }
            case MOVE -> {
                moving.wrap(buffer, Frame.begin(buffer, offset, MOVE))
                        .order(f.order())
                        .price(f.price())
                        .book(f.book())
                        .participant(f.participant());
                return MoveOrderEncoder.BLOCK_LENGTH;
            }
            case REDUCE -> {
                reducing.wrap(buffer, Frame.begin(buffer, offset, REDUCE))
                        .order(f.order())
                        .quantity(f.quantity())
                        .book(f.book())
                        .participant(f.participant());
                return ReduceOrderEncoder.BLOCK_LENGTH;
            }
            case CANCEL -> {
                cancelling
                        .wrap(buffer, Frame.begin(buffer, offset, CANCEL))
                        .order(f.order())
                        .book(f.book())
                        .participant(f.participant());
                return CancelOrderEncoder.BLOCK_LENGTH;
            }
        }
        throw new IllegalStateException("an order without a kind");
    }

    private static void encodePlace(OrderFields f, PlaceOrderEncoder out) {
        out.price(f.price())
                .quantity(f.quantity())
                .expiresAt(f.expiresAt())
                .book(f.book())
                .participant(f.participant())
                .side((short) f.side().code())
                .kind((short) f.type().code())
                .timeInForce((short) f.timeInForce().code())
                .selfTrade((short) f.selfTrade().code())
                .flags((short) ((f.postOnly() ? POST_ONLY : 0) | (f.cancelOnDisconnect() ? CANCEL_ON_DISCONNECT : 0)));
    }

    /** Reads the message in the frame at {@code offset} where it is an order's; answers whether it is. */
    static boolean decode(Frame frame, byte[] from, int offset, OrderFields into) {
        int body = Frame.bodyOffset(offset);
        switch (frame.templateId()) {
            case PlaceOrderDecoder.TEMPLATE_ID -> {
                frame.expectBlock(PlaceOrderDecoder.BLOCK_LENGTH, offset, true);
                decodePlace(from, body, into);
            }
            case AmendOrderDecoder.TEMPLATE_ID -> {
                frame.expectBlock(AmendOrderDecoder.BLOCK_LENGTH, offset, true);
                into.begin(
                        Kind.AMEND,
                        getInt(from, body + AmendOrderDecoder.bookEncodingOffset()),
                        getInt(from, body + AmendOrderDecoder.participantEncodingOffset()),
                        getLong(from, body + AmendOrderDecoder.orderEncodingOffset()),
                        getLong(from, body + AmendOrderDecoder.priceEncodingOffset()),
                        getLong(from, body + AmendOrderDecoder.quantityEncodingOffset()));
            }
            case MoveOrderDecoder.TEMPLATE_ID -> {
                frame.expectBlock(MoveOrderDecoder.BLOCK_LENGTH, offset, true);
                into.begin(
                        Kind.MOVE,
                        getInt(from, body + MoveOrderDecoder.bookEncodingOffset()),
                        getInt(from, body + MoveOrderDecoder.participantEncodingOffset()),
                        getLong(from, body + MoveOrderDecoder.orderEncodingOffset()),
                        getLong(from, body + MoveOrderDecoder.priceEncodingOffset()),
                        0);
            }
            case ReduceOrderDecoder.TEMPLATE_ID -> {
                frame.expectBlock(ReduceOrderDecoder.BLOCK_LENGTH, offset, true);
                into.begin(
                        Kind.REDUCE,
                        getInt(from, body + ReduceOrderDecoder.bookEncodingOffset()),
                        getInt(from, body + ReduceOrderDecoder.participantEncodingOffset()),
                        getLong(from, body + ReduceOrderDecoder.orderEncodingOffset()),
                        0,
                        getLong(from, body + ReduceOrderDecoder.quantityEncodingOffset()));
            }
            case CancelOrderDecoder.TEMPLATE_ID -> {
                frame.expectBlock(CancelOrderDecoder.BLOCK_LENGTH, offset, true);
                into.begin(
                        Kind.CANCEL,
                        getInt(from, body + CancelOrderDecoder.bookEncodingOffset()),
                        getInt(from, body + CancelOrderDecoder.participantEncodingOffset()),
                        getLong(from, body + CancelOrderDecoder.orderEncodingOffset()),
                        0,
                        0);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void decodePlace(byte[] from, int body, OrderFields into) {
        int flags = code(from, body + PlaceOrderDecoder.flagsEncodingOffset());
        if (flags > (POST_ONLY | CANCEL_ON_DISCONNECT)) {
            throw new Violation("an order with unknown flags " + flags);
        }
        into.begin(
                Kind.PLACE,
                getInt(from, body + PlaceOrderDecoder.bookEncodingOffset()),
                getInt(from, body + PlaceOrderDecoder.participantEncodingOffset()),
                0,
                getLong(from, body + PlaceOrderDecoder.priceEncodingOffset()),
                getLong(from, body + PlaceOrderDecoder.quantityEncodingOffset()));
        try {
            into.terms(
                    Side.ofCode(code(from, body + PlaceOrderDecoder.sideEncodingOffset())),
                    OrderType.ofCode(code(from, body + PlaceOrderDecoder.kindEncodingOffset())),
                    TimeInForce.ofCode(code(from, body + PlaceOrderDecoder.timeInForceEncodingOffset())),
                    getLong(from, body + PlaceOrderDecoder.expiresAtEncodingOffset()),
                    SelfTrade.ofCode(code(from, body + PlaceOrderDecoder.selfTradeEncodingOffset())));
        } catch (InvalidValue e) {
            throw new Violation("an order: " + e.getMessage(), e);
        }
        into.flags((flags & POST_ONLY) != 0, (flags & CANCEL_ON_DISCONNECT) != 0);
    }

    private static int code(byte[] from, int at) {
        return from[at] & 0xFF;
    }
}
