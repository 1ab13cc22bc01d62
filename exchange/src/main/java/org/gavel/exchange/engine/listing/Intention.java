package org.gavel.exchange.engine.listing;

import java.util.Comparator;
import org.gavel.exchange.engine.state.StateWriter;

/** One registered intention to buy: its place in the listing, what is offered, and the term that runs for it. */
final class Intention {
    /** Where it stands. */
    enum Standing {
        /** Its qualification waits for a decision. */
        WAITING,
        /** Its deposit is waited for. */
        QUALIFIED,
        /** Its deposit is held: a party, as long as nothing else keeps it out. */
        ADMITTED,
        REFUSED,
        /** Its place is lost. */
        LAPSED
    }

    /** Price first, then time. */
    static final Comparator<Intention> BEST_FIRST =
            Comparator.comparingLong(Intention::offer).reversed().thenComparingInt(Intention::quote);

    private final int number;
    private final int participant;
    private final boolean related;
    private Standing standing = Standing.WAITING;
    private long due;
    private long offer;
    private int quote;

    Intention(int number, int participant, long offer, boolean related) {
        this.number = number;
        this.participant = participant;
        this.offer = offer;
        this.related = related;
    }

    /** Its place in the order of registration, from 1. */
    int number() {
        return number;
    }

    int participant() {
        return participant;
    }

    /** Whether a relation was declared. */
    boolean isRelated() {
        return related;
    }

    Standing standing() {
        return standing;
    }

    boolean isWaited() {
        return standing == Standing.WAITING || standing == Standing.QUALIFIED;
    }

    /** The end of the running term, microseconds since 1970; meaningful while it is waited for. */
    long due() {
        return due;
    }

    void stand(Standing next, long until) {
        standing = next;
        due = until;
    }

    /** What it offers in fen; 0 for the list price. */
    long offer() {
        return offer;
    }

    /** Which quote of the listing its offer is, or 0 where it never quoted. */
    int quote() {
        return quote;
    }

    void offers(long amount, int asQuote) {
        offer = amount;
        quote = asQuote;
    }

    boolean isBetterThan(Intention other) {
        return BEST_FIRST.compare(this, other) < 0;
    }

    void writeTo(StateWriter out) {
        out.put(participant)
                .put(related)
                .put(standing.name())
                .put(due)
                .put(offer)
                .put(quote);
    }
}
