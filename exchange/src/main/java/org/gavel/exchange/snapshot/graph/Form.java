package org.gavel.exchange.snapshot.graph;

import java.io.IOException;

/**
 * How objects of one class that is not ours are written and made: collections by what they hold, in an order that
 * depends on nothing else.
 */
abstract class Form<T> {
    private final int code;
    private final boolean filledLater;

    Form(int code, boolean filledLater) {
        this.code = code;
        this.filledLater = filledLater;
    }

    /** One byte for ever. */
    final int code() {
        return code;
    }

    /** Whether it can hold what points back to it, so that its content comes in its turn. */
    final boolean isFilledLater() {
        return filledLater;
    }

    /** What is needed to make it; everything, where it is not filled later. */
    abstract void head(T value, GraphWriter out) throws IOException;

    abstract T make(GraphReader in) throws IOException;

    /** What it holds. */
    void body(T value, GraphWriter out) throws IOException {}

    void fill(T value, GraphReader in) throws IOException {}

    /** The same object without what it holds. */
    T emptied(T existing) {
        return existing;
    }
}
