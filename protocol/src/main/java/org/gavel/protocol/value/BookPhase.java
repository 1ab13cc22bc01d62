package org.gavel.protocol.value;

/** How a book takes orders. From a halt it comes back through a call where orders cross. */
public enum BookPhase {
    /** An order trades as soon as it finds another. */
    CONTINUOUS(1),
    /** Orders gather, may cross, and trade at one price when the call ends. */
    CALL(2),
    /** Trading is stopped; orders can only be reduced and cancelled. */
    HALTED(3),
    /** Between trading days; orders can only be reduced and cancelled. */
    CLOSED(4);

    private final int code;

    BookPhase(int code) {
        this.code = code;
    }

    /** The stable number, as in the state's bytes. */
    public int code() {
        return code;
    }

    /** Whether new orders are taken. */
    public boolean takesOrders() {
        return this == CONTINUOUS || this == CALL;
    }
}
