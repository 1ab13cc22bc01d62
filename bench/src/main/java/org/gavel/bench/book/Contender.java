package org.gavel.bench.book;

/** A book that plays the stream. Single-threaded. */
interface Contender {
    /** An empty book; not measured. */
    void prepare(OrderStream stream);

    /** Applies every command and adds every trade to the tally; measured. */
    void play(OrderStream stream, Tally tally);

    /** Adds every resting order to the tally, buyers first, in the order they would trade; not measured. */
    void show(Tally tally);
}
