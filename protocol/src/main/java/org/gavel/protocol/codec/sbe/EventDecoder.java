package org.gavel.protocol.codec.sbe;

import org.agrona.DirectBuffer;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.codec.sbe.generated.AnswerRepeatedDecoder;
import org.gavel.protocol.codec.sbe.generated.BidAcceptedDecoder;
import org.gavel.protocol.codec.sbe.generated.CommandRejectedDecoder;
import org.gavel.protocol.codec.sbe.generated.JsonEventDecoder;
import org.gavel.protocol.codec.sbe.generated.LotExtendedDecoder;
import org.gavel.protocol.event.AnswerRepeated;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotExtended;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;

/** Reads events as values. Any bytes give an event or a {@link Violation}. One instance a thread. */
public final class EventDecoder {
    private final Frame frame = new Frame();
    private final BidAcceptedDecoder accepted = new BidAcceptedDecoder();
    private final LotExtendedDecoder extended = new LotExtendedDecoder();
    private final CommandRejectedDecoder rejected = new CommandRejectedDecoder();
    private final AnswerRepeatedDecoder repeated = new AnswerRepeatedDecoder();
    private final BookEventDecoder books = new BookEventDecoder();

    public Event decode(DirectBuffer buffer, int offset, int length) {
        frame.wrap(buffer, offset, length);
        try {
            if (BookEventDecoder.knows(frame.templateId())) {
                return books.decode(frame, buffer, offset);
            }
            return switch (frame.templateId()) {
                case BidAcceptedDecoder.TEMPLATE_ID -> bidAccepted(buffer, offset);
                case LotExtendedDecoder.TEMPLATE_ID -> lotExtended(buffer, offset);
                case CommandRejectedDecoder.TEMPLATE_ID -> commandRejected(buffer, offset);
                case AnswerRepeatedDecoder.TEMPLATE_ID -> answerRepeated(buffer, offset);
                case JsonEventDecoder.TEMPLATE_ID -> JsonCodec.event(JsonCodec.parse(frame.json(buffer, offset)));
                default -> throw new Violation("template " + frame.templateId() + " is no event");
            };
        } catch (InvalidValue e) {
            throw new Violation("an event: " + e.getMessage(), e);
        }
    }

    private int body(int least, int offset) {
        frame.expectBlock(least, offset, true);
        return Frame.bodyOffset(offset);
    }

    private Event bidAccepted(DirectBuffer buffer, int offset) {
        int body = body(BidAcceptedDecoder.BLOCK_LENGTH, offset);
        BidAcceptedDecoder d = accepted.wrap(buffer, body, frame.blockLength(), frame.version());
        return new BidAccepted(
                d.lot(),
                d.bidder(),
                d.paddle(),
                new Money(d.amount()),
                new Money(d.nextMinimum()),
                d.number(),
                d.closesAt(),
                Channel.ofCode(d.channel()),
                new ClientId(d.clientIdHigh(), d.clientIdLow()));
    }

    private Event lotExtended(DirectBuffer buffer, int offset) {
        int body = body(LotExtendedDecoder.BLOCK_LENGTH, offset);
        LotExtendedDecoder d = extended.wrap(buffer, body, frame.blockLength(), frame.version());
        return new LotExtended(d.lot(), d.closesAt(), d.extension());
    }

    private Event commandRejected(DirectBuffer buffer, int offset) {
        int body = body(CommandRejectedDecoder.BLOCK_LENGTH, offset);
        CommandRejectedDecoder d = rejected.wrap(buffer, body, frame.blockLength(), frame.version());
        ClientId cid = new ClientId(d.clientIdHigh(), d.clientIdLow());
        return new CommandRejected(d.actor(), cid, RejectReason.ofCode(d.reason()), d.detail(), d.lot());
    }

    private Event answerRepeated(DirectBuffer buffer, int offset) {
        int body = body(AnswerRepeatedDecoder.BLOCK_LENGTH, offset);
        AnswerRepeatedDecoder d = repeated.wrap(buffer, body, frame.blockLength(), frame.version());
        ClientId cid = new ClientId(d.clientIdHigh(), d.clientIdLow());
        return new AnswerRepeated(d.actor(), cid, d.original(), RejectReason.ofCode(d.reason()), d.detail());
    }
}
