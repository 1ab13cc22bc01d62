package org.gavel.exchange.engine.roadshow;

import java.util.List;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.command.AnnounceRoadshow;
import org.gavel.protocol.value.Micros;
import org.gavel.protocol.value.Money;

/** One roadshow: the order of its lots and how far it has come. */
final class Roadshow {
    /** The lots have not begun. */
    private static final int NOT_STARTED = -1;

    private final AnnounceRoadshow terms;
    private int current = NOT_STARTED;
    private int sold;
    private int unsold;
    private long turnover;

    Roadshow(AnnounceRoadshow terms) {
        this.terms = terms;
    }

    int number() {
        return terms.roadshow();
    }

    List<Integer> lots() {
        return terms.lots();
    }

    long intervalMicros() {
        return Micros.of(terms.interval());
    }

    boolean hasStarted() {
        return current != NOT_STARTED;
    }

    boolean hasEnded() {
        return current == terms.lots().size();
    }

    /** Whether this lot's turn is still to come. */
    boolean awaits(int lot) {
        return !hasStarted() || terms.lots().indexOf(lot) > current;
    }

    /** Whether it is this lot's turn. */
    boolean isAt(int lot) {
        return hasStarted() && !hasEnded() && terms.lots().get(current) == lot;
    }

    /** Moves on to the next lot and returns it, or 0 after the last. */
    int advance() {
        current++;
        return hasEnded() ? 0 : terms.lots().get(current);
    }

    /** The turnover stops at what an amount can say: thousands of lots at the highest price are more. */
    void count(long price) {
        sold += price > 0 ? 1 : 0;
        unsold += price > 0 ? 0 : 1;
        turnover = Math.min(Money.MAX_FEN, turnover + Math.min(Money.MAX_FEN, price));
    }

    int sold() {
        return sold;
    }

    int unsold() {
        return unsold;
    }

    long turnover() {
        return turnover;
    }

    void writeTo(StateWriter out) {
        out.put(number()).put(terms.lots().size());
        terms.lots().forEach(out::put);
        out.put(intervalMicros()).put(current).put(sold).put(unsold).put(turnover);
    }
}
