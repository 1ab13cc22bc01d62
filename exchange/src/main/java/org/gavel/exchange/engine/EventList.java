package org.gavel.exchange.engine;

import java.util.ArrayList;
import java.util.List;
import org.gavel.protocol.event.AnswerRepeated;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotExtended;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;

/** Keeps what happens as values, for those who ask the engine directly: the simulation and the tests. */
public final class EventList implements EventSink {
    private List<Event> events = new ArrayList<>();

    /** What has happened since the last call. */
    public List<Event> take() {
        List<Event> taken = List.copyOf(events);
        events = new ArrayList<>();
        return taken;
    }

    @Override
    public void bidAccepted(
            Request request,
            int lot,
            int bidder,
            int paddle,
            long amount,
            long nextMinimum,
            int number,
            long closesAt) {
        events.add(new BidAccepted(
                lot,
                bidder,
                paddle,
                new Money(amount),
                new Money(nextMinimum),
                number,
                closesAt,
                request.channel(),
                cid(request)));
    }

    @Override
    public void lotExtended(int lot, long closesAt, int extension) {
        events.add(new LotExtended(lot, closesAt, extension));
    }

    @Override
    public void rejected(Request request, RejectReason reason, long detail, int lot) {
        events.add(new CommandRejected(request.actor(), cid(request), reason, detail, lot));
    }

    @Override
    public void repeated(Request request, long original, RejectReason reason, long detail) {
        events.add(new AnswerRepeated(request.actor(), cid(request), original, reason, detail));
    }

    @Override
    public void emit(Event event) {
        events.add(event);
    }

    private static ClientId cid(Request request) {
        return new ClientId(request.clientIdHigh(), request.clientIdLow());
    }
}
