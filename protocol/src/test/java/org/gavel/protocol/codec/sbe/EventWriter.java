package org.gavel.protocol.codec.sbe;

import org.agrona.MutableDirectBuffer;
import org.gavel.protocol.event.AnswerRepeated;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.BookEvent;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotExtended;

/** Writes any event as the engine does: the hot ones in their own layout, the rest as JSON. */
final class EventWriter {
    private final EventEncoder encoder = new EventEncoder();
    private final BookEventWriter books = new BookEventWriter(encoder);

    int write(Event event, MutableDirectBuffer buffer, int offset) {
        if (event instanceof BidAccepted e) {
            return bidAccepted(e, buffer, offset);
        }
        if (event instanceof LotExtended e) {
            return encoder.lotExtended(e.lot(), e.closesAt(), e.extension(), buffer, offset);
        }
        if (event instanceof CommandRejected e) {
            return commandRejected(e, buffer, offset);
        }
        if (event instanceof BookEvent e) {
            return books.write(e, buffer, offset);
        }
        return event instanceof AnswerRepeated e
                ? answerRepeated(e, buffer, offset)
                : encoder.rare(event, buffer, offset);
    }

    private int bidAccepted(BidAccepted e, MutableDirectBuffer buffer, int offset) {
        encoder.bidAccepted(buffer, offset)
                .amount(e.amount().fen())
                .nextMinimum(e.nextMinimum().fen())
                .closesAt(e.closesAt())
                .clientIdHigh(e.cid().high())
                .clientIdLow(e.cid().low())
                .lot(e.lot())
                .bidder(e.bidder())
                .paddle(e.paddle())
                .number(e.number())
                .channel((short) e.channel().code());
        return EventEncoder.bidAcceptedLength();
    }

    private int commandRejected(CommandRejected e, MutableDirectBuffer buffer, int offset) {
        encoder.commandRejected(buffer, offset)
                .actor(e.actor())
                .detail(e.detail())
                .clientIdHigh(e.cid().high())
                .clientIdLow(e.cid().low())
                .lot(e.lot())
                .reason(e.reason().code());
        return EventEncoder.commandRejectedLength();
    }

    private int answerRepeated(AnswerRepeated e, MutableDirectBuffer buffer, int offset) {
        encoder.answerRepeated(buffer, offset)
                .actor(e.actor())
                .original(e.original())
                .detail(e.detail())
                .clientIdHigh(e.cid().high())
                .clientIdLow(e.cid().low())
                .reason(e.reason().code());
        return EventEncoder.answerRepeatedLength();
    }
}
