package org.gavel.protocol.codec.sbe;

import java.nio.charset.StandardCharsets;
import org.agrona.MutableDirectBuffer;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.generated.JsonCommandEncoder;
import org.gavel.protocol.codec.sbe.generated.MessageHeaderEncoder;
import org.gavel.protocol.codec.sbe.generated.PlaceBidEncoder;
import org.gavel.protocol.codec.sbe.generated.RecordHeaderEncoder;
import org.gavel.protocol.codec.sbe.generated.TickEncoder;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.OrderFields;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.Tick;

/**
 * Writes an origin and its command as a journal record's body. Reuses its flyweights: one instance a thread.
 * Bids, orders and ticks allocate nothing.
 */
public final class CommandEncoder {
    /** The largest body a command can have, in bytes. */
    public static final int MAX_BYTES = 262_144;

    private static final long HEADER = Frame.word(RecordHeaderEncoder.BLOCK_LENGTH, RecordHeaderEncoder.TEMPLATE_ID);
    private static final long BID = Frame.word(PlaceBidEncoder.BLOCK_LENGTH, PlaceBidEncoder.TEMPLATE_ID);
    private static final long TICK = Frame.word(TickEncoder.BLOCK_LENGTH, TickEncoder.TEMPLATE_ID);

    private final MessageHeaderEncoder frame = new MessageHeaderEncoder();
    private final RecordHeaderEncoder header = new RecordHeaderEncoder();
    private final PlaceBidEncoder bid = new PlaceBidEncoder();
    private final TickEncoder tick = new TickEncoder();
    private final OrderCodec orders = new OrderCodec();
    private final OrderFields order = new OrderFields();
    private final JsonCommandEncoder json = new JsonCommandEncoder();
    private final Sealer sealer;

    public CommandEncoder(Sealer sealer) {
        this.sealer = sealer;
    }

    /** Whether the command's length is known before it is encoded, which then cannot fail: a bid, an order or a tick. */
    public static boolean isFixed(Command command) {
        return OrderFields.isAct(command) || command instanceof PlaceBid || command instanceof Tick;
    }

    /** Writes at {@code offset} and returns the number of bytes. */
    public int encode(Origin origin, Command command, MutableDirectBuffer buffer, int offset) {
        int used = encodeOrigin(origin, buffer, offset);
        return used + encodeCommand(command, buffer, offset + used);
    }

    private int encodeOrigin(Origin origin, MutableDirectBuffer buffer, int offset) {
        header.wrap(buffer, Frame.begin(buffer, offset, HEADER))
                .actor(origin.actor())
                .approver(origin.approver())
                .clientIdHigh(origin.cid().high())
                .clientIdLow(origin.cid().low())
                .session(origin.session())
                .receivedAt(origin.receivedAt())
                .gateway(origin.gateway())
                .role((short) origin.role().code())
                .channel((short) origin.channel().code())
                .flags(0);
        return Frame.BYTES + RecordHeaderEncoder.BLOCK_LENGTH;
    }

    private int encodeCommand(Command command, MutableDirectBuffer buffer, int offset) {
        if (command instanceof PlaceBid asked) {
            bid.wrap(buffer, Frame.begin(buffer, offset, BID))
                    .amount(asked.amount().fen())
                    .lot(asked.lot())
                    .bidder(asked.bidder());
            return Frame.BYTES + PlaceBidEncoder.BLOCK_LENGTH;
        }
        if (command instanceof Tick asked) {
            tick.wrap(buffer, Frame.begin(buffer, offset, TICK)).due(asked.due());
            return Frame.BYTES + TickEncoder.BLOCK_LENGTH;
        }
        return order.of(command)
                ? Frame.BYTES + orders.encode(order, buffer, offset)
                : encodeJson(command, buffer, offset);
    }

    private int encodeJson(Command command, MutableDirectBuffer buffer, int offset) {
        String text = CanonicalJson.write(JsonCodec.tree(command, sealer));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > Frame.MAX_JSON_BYTES) {
            throw new Violation("a command of " + bytes.length + " bytes is too large");
        }
        json.wrapAndApplyHeader(buffer, offset, frame).putJson(bytes, 0, bytes.length);
        return Frame.BYTES + json.encodedLength();
    }
}
