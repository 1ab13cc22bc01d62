package org.gavel.exchange.settlement;

/**
 * The ledger cannot be opened, or settlement cannot go on: the node must stop. Nothing half-done is in the ledger, so
 * a new start carries on at its position.
 */
public final class SettlementFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettlementFault(String message) {
        super(message);
    }

    SettlementFault(String message, Throwable cause) {
        super(message, cause);
    }
}
