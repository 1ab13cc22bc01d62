package org.gavel.exchange.engine.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gavel.protocol.event.BookCrossed;
import org.gavel.protocol.event.BookPhaseBegun;
import org.gavel.protocol.event.BookPhaseCause;
import org.gavel.protocol.event.CallIndicated;
import org.gavel.protocol.event.DepositCredited;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.OrderAccepted;
import org.gavel.protocol.event.OrderAmended;
import org.gavel.protocol.event.OrderEnded;
import org.gavel.protocol.event.OrdersTraded;
import org.gavel.protocol.event.Taker;
import org.gavel.protocol.event.TopOfBook;
import org.gavel.protocol.value.BookPhase;
import org.gavel.protocol.value.Side;

/** The engine's events of one book in the words of the naive one, and the money they move, folded as a ledger would. */
final class BookStory {
    private final Map<Integer, long[]> money = new HashMap<>();
    private final Map<Long, Long> heldFor = new HashMap<>();
    private List<String> lines = new ArrayList<>();
    private long trades;

    List<String> lines(List<Event> events) {
        lines = new ArrayList<>();
        events.forEach(this::tell);
        return lines;
    }

    long freeMoney(int participant) {
        return money.getOrDefault(participant, new long[2])[0];
    }

    long heldMoney(int participant) {
        return money.getOrDefault(participant, new long[2])[1];
    }

    private void move(int participant, long free, long held) {
        long[] account = money.computeIfAbsent(participant, number -> new long[2]);
        account[0] += free;
        account[1] += held;
    }

    private void tell(Event event) {
        if (event instanceof DepositCredited e) {
            move(e.participant(), e.amount().fen(), 0);
        } else if (event instanceof OrderAccepted e) {
            accepted(e);
        } else if (event instanceof OrdersTraded e) {
            traded(e);
        } else if (event instanceof OrderAmended e) {
            amended(e);
        } else if (event instanceof OrderEnded e) {
            move(e.participant(), e.released().fen(), -e.released().fen());
            lines.add("ended #%d of %d %d %s".formatted(e.order(), e.participant(), e.quantity(), e.cause()));
        } else if (event instanceof TopOfBook e) {
            lines.add("top %d@%s %d@%s".formatted(e.bidQuantity(), e.bid(), e.askQuantity(), e.ask()));
        } else if (event instanceof CallIndicated e) {
            lines.add("would %d@%s %d".formatted(e.volume(), e.price(), e.imbalance()));
        } else if (event instanceof BookCrossed e) {
            crossed(e);
        } else if (event instanceof BookPhaseBegun e && !isSaid(e)) {
            lines.add("phase %s %s".formatted(e.phase(), e.price()));
        }
    }

    /** The cross itself says that continuous trading follows. */
    private static boolean isSaid(BookPhaseBegun e) {
        return e.cause() == BookPhaseCause.CROSSED && e.phase() == BookPhase.CONTINUOUS;
    }

    /** The naive book tells the top a cross leaves after the phase; one told before trades is another act's. */
    private void crossed(BookCrossed e) {
        int at = lines.size();
        if (e.volume() > 0 && lines.get(at - 1).startsWith("top")) {
            at--;
        }
        lines.add(at, "phase CONTINUOUS " + e.price());
    }

    private void accepted(OrderAccepted e) {
        boolean buys = e.side() == Side.BUY;
        heldFor.put(e.order(), e.held().fen());
        move(e.participant(), -e.held().fen(), e.held().fen());
        lines.add("accepted #%d by %d %s %d@%s"
                .formatted(e.order(), e.participant(), buys ? "B" : "S", e.quantity(), e.price()));
    }

    private void amended(OrderAmended e) {
        long more = e.held().fen() - heldFor.get(e.order());
        heldFor.put(e.order(), e.held().fen());
        move(e.participant(), -more, more);
        lines.add("amended #%d by %d %d@%s%s"
                .formatted(e.order(), e.participant(), e.quantity(), e.price(), e.keptPriority() ? " in turn" : ""));
    }

    private void traded(OrdersTraded e) {
        trades++;
        assertEquals(trades, e.trade());
        long amount = e.amount().fen();
        long released = e.released().fen();
        heldFor.merge(e.buyOrder(), -amount - released, Long::sum);
        move(e.buyer(), released, -amount - released);
        move(e.seller(), amount, 0);
        if (e.taker() == Taker.NOBODY) {
            lines.add("crossed %d@%s buy #%d of %d sell #%d of %d"
                    .formatted(e.quantity(), e.price(), e.buyOrder(), e.buyer(), e.sellOrder(), e.seller()));
            return;
        }
        boolean buys = e.taker() == Taker.BUYER;
        lines.add("traded %d@%s maker #%d of %d taker #%d of %d %s"
                .formatted(
                        e.quantity(),
                        e.price(),
                        buys ? e.sellOrder() : e.buyOrder(),
                        buys ? e.seller() : e.buyer(),
                        buys ? e.buyOrder() : e.sellOrder(),
                        buys ? e.buyer() : e.seller(),
                        buys ? "B" : "S"));
    }
}
