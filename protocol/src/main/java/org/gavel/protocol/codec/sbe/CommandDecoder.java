package org.gavel.protocol.codec.sbe;

import static org.gavel.protocol.codec.sbe.LittleEndian.getLong;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteOrder;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.generated.JsonCommandDecoder;
import org.gavel.protocol.codec.sbe.generated.MessageHeaderDecoder;
import org.gavel.protocol.codec.sbe.generated.PlaceBidDecoder;
import org.gavel.protocol.codec.sbe.generated.RecordHeaderDecoder;
import org.gavel.protocol.codec.sbe.generated.TickDecoder;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.OrderFields;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.Tick;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Role;

/**
 * Reads a journal record's body: the origin and, for a bid, an order or a tick, the fields themselves, without allocating.
 * Any bytes give a message or a {@link Violation}. Reuses its flyweights: one instance a thread, valid until the
 * next {@link #wrap}.
 */
public final class CommandDecoder {
    private static final int NO_MORE_THAN = CommandEncoder.MAX_BYTES;

    private final Frame frame = new Frame();
    private final PlaceBidDecoder bid = new PlaceBidDecoder();
    private final TickDecoder tick = new TickDecoder();
    private final OrderFields order = new OrderFields();
    private final Sealer sealer;

    /** Where the record lies. */
    private byte[] bytes = {};

    /** The same bytes, for the generated codecs and for JSON. */
    private final UnsafeBuffer buffer = new UnsafeBuffer(bytes);

    private int header;
    private int commandOffset;
    private int template;
    private boolean isOrder;

    public CommandDecoder(Sealer sealer) {
        this.sealer = sealer;
    }

    /** Reads a record's body, which is not to change meanwhile; one that lies in no array is copied. */
    public CommandDecoder wrap(DirectBuffer from, int offset, int length) {
        if (length > NO_MORE_THAN) {
            throw new Violation("a record of " + length + " bytes is too large");
        }
        Frame.requireRoom(offset, length, from.capacity());
        int start = take(from, offset, length);
        frame.wrap(bytes, start, length);
        if (frame.templateId() != RecordHeaderDecoder.TEMPLATE_ID) {
            throw new Violation("a record begins with template " + frame.templateId() + ", not with its header");
        }
        frame.expectBlock(RecordHeaderDecoder.BLOCK_LENGTH, start, false);
        header = Frame.bodyOffset(start);
        commandOffset = header + frame.blockLength();
        wrapCommand(start + length - commandOffset);
        return this;
    }

    /** Where in the bytes the record begins. */
    private int take(DirectBuffer from, int offset, int length) {
        byte[] array = from.byteArray();
        if (array != null) {
            read(array);
            return offset + from.wrapAdjustment();
        }
        byte[] copy = new byte[length];
        from.getBytes(offset, copy);
        read(copy);
        return 0;
    }

    private void read(byte[] array) {
        if (bytes != array) {
            bytes = array;
            buffer.wrap(array);
        }
    }

    private void wrapCommand(int length) {
        frame.wrap(bytes, commandOffset, length);
        template = frame.templateId();
        isOrder = OrderCodec.decode(frame, bytes, commandOffset, order);
        if (!isOrder) {
            wrapOther();
        }
    }

    private void wrapOther() {
        int body = Frame.bodyOffset(commandOffset);
        switch (template) {
            case PlaceBidDecoder.TEMPLATE_ID -> {
                frame.expectBlock(PlaceBidDecoder.BLOCK_LENGTH, commandOffset, true);
                bid.wrap(buffer, body, frame.blockLength(), frame.version());
            }
            case TickDecoder.TEMPLATE_ID -> {
                frame.expectBlock(TickDecoder.BLOCK_LENGTH, commandOffset, true);
                tick.wrap(buffer, body, frame.blockLength(), frame.version());
            }
            case JsonCommandDecoder.TEMPLATE_ID -> frame.expectBlock(0, commandOffset, false);
            default -> throw new Violation("template " + template + " is no command");
        }
    }

    /** Whether the record holds a bid, whose fields can then be read here. */
    public boolean isBid() {
        return template == PlaceBidDecoder.TEMPLATE_ID;
    }

    public int lot() {
        return bid.lot();
    }

    public int bidder() {
        return bid.bidder();
    }

    public long amount() {
        return bid.amount();
    }

    /** Whether the record holds an act on an order. */
    public boolean isOrder() {
        return isOrder;
    }

    /** The fields of an act on an order; valid until the next {@link #wrap}. */
    public OrderFields order() {
        return order;
    }

    public long actor() {
        return getLong(bytes, header + RecordHeaderDecoder.actorEncodingOffset());
    }

    public long approver() {
        return getLong(bytes, header + RecordHeaderDecoder.approverEncodingOffset());
    }

    public long clientIdHigh() {
        return getLong(bytes, header + RecordHeaderDecoder.clientIdHighEncodingOffset());
    }

    public long clientIdLow() {
        return getLong(bytes, header + RecordHeaderDecoder.clientIdLowEncodingOffset());
    }

    /** The connection it came through, or 0. */
    public long session() {
        return getLong(bytes, header + RecordHeaderDecoder.sessionEncodingOffset());
    }

    public int roleCode() {
        return bytes[header + RecordHeaderDecoder.roleEncodingOffset()] & 0xFF;
    }

    public int channelCode() {
        return bytes[header + RecordHeaderDecoder.channelEncodingOffset()] & 0xFF;
    }

    /** The origin as a value. */
    public Origin origin() {
        try {
            return new Origin(
                    actor(),
                    approver(),
                    new ClientId(clientIdHigh(), clientIdLow()),
                    session(),
                    getLong(bytes, header + RecordHeaderDecoder.receivedAtEncodingOffset()),
                    buffer.getShort(header + RecordHeaderDecoder.gatewayEncodingOffset(), ByteOrder.LITTLE_ENDIAN)
                            & 0xFFFF,
                    Role.ofCode(roleCode()),
                    Channel.ofCode(channelCode()));
        } catch (InvalidValue e) {
            throw new Violation("a record's header: " + e.getMessage(), e);
        }
    }

    /** The JSON of a command that is kept as such, with what is sealed in it still sealed; empty for others. */
    public Optional<String> json() {
        return template == JsonCommandDecoder.TEMPLATE_ID
                ? Optional.of(frame.json(buffer, commandOffset))
                : Optional.empty();
    }

    /** The command as a value. */
    public Command command() {
        try {
            if (isOrder) {
                return order.command();
            }
            return switch (template) {
                case PlaceBidDecoder.TEMPLATE_ID -> new PlaceBid(bid.lot(), bid.bidder(), new Money(bid.amount()));
                case TickDecoder.TEMPLATE_ID -> new Tick(tick.due());
                default -> JsonCodec.command(JsonCodec.parse(frame.json(buffer, commandOffset)), sealer);
            };
        } catch (InvalidValue e) {
            throw new Violation("a record's command: " + e.getMessage(), e);
        }
    }

    /** The command's fields as they rest in the journal, its name in {@code op}: what is sealed stays sealed. */
    public ObjectNode resting() {
        try {
            return template == JsonCommandDecoder.TEMPLATE_ID
                    ? JsonCodec.parse(frame.json(buffer, commandOffset))
                    : JsonCodec.tree(command());
        } catch (InvalidValue e) {
            throw new Violation("a record's command: " + e.getMessage(), e);
        }
    }

    /** Bytes a record's header takes. */
    static int headerBytes() {
        return MessageHeaderDecoder.ENCODED_LENGTH + RecordHeaderDecoder.BLOCK_LENGTH;
    }
}
