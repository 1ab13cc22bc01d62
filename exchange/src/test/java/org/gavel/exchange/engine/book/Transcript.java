package org.gavel.exchange.engine.book;

import java.util.ArrayList;
import java.util.List;
import org.gavel.protocol.event.Ending;
import org.gavel.protocol.value.BookPhase;

/** What a book says, a line an event, to be compared with what another says or a test expects. */
final class Transcript implements BookSink {
    final List<String> lines = new ArrayList<>();

    /** What was said since the last time, and forgets it. */
    List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    private static String side(boolean buys) {
        return buys ? "B" : "S";
    }

    @Override
    public void accepted(int instrument, long order, int participant, boolean buys, long price, long quantity) {
        lines.add("accepted #%d by %d %s %d@%d".formatted(order, participant, side(buys), quantity, price));
    }

    @Override
    public void traded(
            int instrument,
            long price,
            long quantity,
            long maker,
            int makerParticipant,
            long taker,
            int takerParticipant,
            boolean takerBuys,
            long released) {
        lines.add("traded %d@%d maker #%d of %d taker #%d of %d %s"
                .formatted(quantity, price, maker, makerParticipant, taker, takerParticipant, side(takerBuys)));
    }

    @Override
    public void crossed(
            int instrument,
            long price,
            long quantity,
            long buyOrder,
            int buyer,
            long sellOrder,
            int seller,
            long released) {
        lines.add("crossed %d@%d buy #%d of %d sell #%d of %d"
                .formatted(quantity, price, buyOrder, buyer, sellOrder, seller));
    }

    @Override
    public void amended(
            int instrument, long order, int participant, long price, long quantity, boolean keptPriority, long held) {
        lines.add("amended #%d by %d %d@%d%s"
                .formatted(order, participant, quantity, price, keptPriority ? " in turn" : ""));
    }

    @Override
    public void ended(int instrument, long order, int participant, long quantity, Ending why, long released) {
        lines.add("ended #%d of %d %d %s".formatted(order, participant, quantity, why));
    }

    @Override
    public void topOfBook(int instrument, long bid, long bidQuantity, long ask, long askQuantity) {
        lines.add("top %d@%d %d@%d".formatted(bidQuantity, bid, askQuantity, ask));
    }

    @Override
    public void phased(int instrument, BookPhase phase, long price) {
        lines.add("phase %s %d".formatted(phase, price));
    }
}
