package org.gavel.exchange.snapshot.graph;

/** Something in the engine cannot be written down or made again: the sentence names the class and the field. */
public final class GraphRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GraphRefusal(String sentence) {
        super(sentence);
    }

    GraphRefusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
