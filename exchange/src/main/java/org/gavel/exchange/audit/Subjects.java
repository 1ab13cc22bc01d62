package org.gavel.exchange.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.IntStream;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.event.BookEvent;
import org.gavel.protocol.event.DealAnnounced;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.ExcludedAttempt;
import org.gavel.protocol.event.LotEvent;
import org.gavel.protocol.event.OfLot;
import org.gavel.protocol.event.OrdersTraded;
import org.gavel.protocol.event.PrivateEvent;
import org.gavel.protocol.event.RelationMarked;

/** What and whom a command or an event is about; 0 where it is about none. */
final class Subjects {
    private Subjects() {}

    static int lotOf(ObjectNode command) {
        return command.path("lot").asInt(0);
    }

    static int roadshowOf(ObjectNode tree) {
        return tree.path("roadshow").asInt(0);
    }

    static int lotOf(Event event) {
        return event instanceof OfLot about ? about.lot() : 0;
    }

    static int listingOf(ObjectNode command) {
        return command.path("listing").asInt(0);
    }

    static int bookOf(ObjectNode command) {
        return command.path("book").asInt(0);
    }

    static int bookOf(Event event) {
        return event instanceof BookEvent about ? about.book() : 0;
    }

    /** Everybody the event is about. */
    static IntStream participantsOf(Event event) {
        if (event instanceof OrdersTraded trade) {
            return IntStream.of(trade.buyer(), trade.seller());
        }
        if (event instanceof RelationMarked marked) {
            return IntStream.of(marked.one(), marked.other());
        }
        if (event instanceof DealAnnounced deal) {
            return IntStream.of(deal.buyer()).filter(buyer -> buyer > 0);
        }
        return IntStream.of(participantOf(event)).filter(participant -> participant > 0);
    }

    private static int participantOf(Event event) {
        if (event instanceof PrivateEvent about) {
            return about.participant();
        }
        if (event instanceof ExcludedAttempt attempt) {
            return attempt.participant();
        }
        if (event instanceof BookEvent about) {
            return about.owner();
        }
        return event instanceof LotEvent about ? about.owner() : 0;
    }

    /** The paddle of the event's owner; 0 where it names none. */
    static int paddleOf(Event event) {
        boolean isOwned = event instanceof LotEvent about && about.owner() > 0;
        return isOwned ? JsonCodec.tree(event).path("paddle").asInt(0) : 0;
    }
}
