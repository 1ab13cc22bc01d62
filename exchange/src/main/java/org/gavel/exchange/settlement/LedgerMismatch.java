package org.gavel.exchange.settlement;

/** This ledger does not belong to this exchange. Nothing was changed; the message says why and what to do. */
public final class LedgerMismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LedgerMismatch(String message) {
        super(message);
    }

    LedgerMismatch(String message, Throwable cause) {
        super(message, cause);
    }
}
