package org.gavel.exchange.engine.deal;

import org.gavel.exchange.engine.state.StateWriter;

/** One offer for a need, and what both sides have said to going on with it. */
final class Offer {
    private final int number;
    private final int supplier;
    private boolean withdrawn;
    private boolean ownerSaidYes;
    private boolean supplierSaidYes;
    private boolean handedOver;

    Offer(int number, int supplier) {
        this.number = number;
        this.supplier = supplier;
    }

    int number() {
        return number;
    }

    int supplier() {
        return supplier;
    }

    boolean stands() {
        return !withdrawn;
    }

    boolean isMatched() {
        return ownerSaidYes && supplierSaidYes;
    }

    void withdraw() {
        withdrawn = true;
    }

    void say(boolean isSupplier, boolean yes) {
        if (isSupplier) {
            supplierSaidYes = yes;
        } else {
            ownerSaidYes = yes;
        }
    }

    void handOver() {
        handedOver = true;
    }

    void writeTo(StateWriter out) {
        out.put(number).put(supplier).put(withdrawn);
        out.put(ownerSaidYes).put(supplierSaidYes).put(handedOver);
    }
}
