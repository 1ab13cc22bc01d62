package org.gavel.protocol.codec.sbe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.agrona.DirectBuffer;
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
    private final RecordHeaderDecoder header = new RecordHeaderDecoder();
    private final PlaceBidDecoder bid = new PlaceBidDecoder();
    private final TickDecoder tick = new TickDecoder();
    private final OrderCodec orders = new OrderCodec();
    private final OrderFields order = new OrderFields();
    private final Sealer sealer;
    private DirectBuffer buffer;
    private int commandOffset;
    private int template;
    private boolean isOrder;

    public CommandDecoder(Sealer sealer) {
        this.sealer = sealer;
    }

    public CommandDecoder wrap(DirectBuffer buffer, int offset, int length) {
        if (length > NO_MORE_THAN) {
            throw new Violation("a record of " + length + " bytes is too large");
        }
        if (this.buffer != buffer) {
            this.buffer = buffer;
        }
        frame.wrap(buffer, offset, length);
        if (frame.templateId() != RecordHeaderDecoder.TEMPLATE_ID) {
            throw new Violation("a record begins with template " + frame.templateId() + ", not with its header");
        }
        frame.expectBlock(RecordHeaderDecoder.BLOCK_LENGTH, offset, false);
        header.wrap(buffer, Frame.bodyOffset(offset), frame.blockLength(), frame.version());
        commandOffset = Frame.bodyOffset(offset) + frame.blockLength();
        wrapCommand(offset + length - commandOffset);
        return this;
    }

    private void wrapCommand(int length) {
        frame.wrap(buffer, commandOffset, length);
        template = frame.templateId();
        isOrder = orders.decode(frame, buffer, commandOffset, order);
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
        return header.actor();
    }

    public long approver() {
        return header.approver();
    }

    public long clientIdHigh() {
        return header.clientIdHigh();
    }

    public long clientIdLow() {
        return header.clientIdLow();
    }

    /** The connection it came through, or 0. */
    public long session() {
        return header.session();
    }

    public int roleCode() {
        return header.role();
    }

    public int channelCode() {
        return header.channel();
    }

    /** The origin as a value. */
    public Origin origin() {
        try {
            return new Origin(
                    header.actor(),
                    header.approver(),
                    new ClientId(header.clientIdHigh(), header.clientIdLow()),
                    header.session(),
                    header.receivedAt(),
                    header.gateway(),
                    Role.ofCode(header.role()),
                    Channel.ofCode(header.channel()));
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
