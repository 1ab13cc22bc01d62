package org.gavel.exchange.engine.book;

/** How a book takes orders. From a halt it comes back through a call, from a call through its cross. */
public enum BookPhase {
    /** An order trades as soon as it finds another. */
    CONTINUOUS(1),
    /** Orders gather, may cross, and trade at one price when the call ends. */
    CALL(2),
    /** Orders can only be reduced and cancelled. */
    HALTED(3);

    private final int code;

    BookPhase(int code) {
        this.code = code;
    }

    /** The stable number, as in the state's bytes. */
    public int code() {
        return code;
    }
}
