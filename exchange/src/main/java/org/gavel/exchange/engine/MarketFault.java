package org.gavel.exchange.engine;

/** The engine failed while state was changing: the node must stop; only another behaviour may go on from here. */
public final class MarketFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MarketFault(long sequence, Throwable cause) {
        super("the engine failed while applying sequence " + sequence + "; the node stops here", cause);
    }
}
