package org.gavel.exchange.api;

/** How far the ledger follows the market. Thread-safe. */
public interface LedgerProgress {
    /** A venue without a ledger. */
    LedgerProgress NONE = new LedgerProgress() {
        @Override
        public State state() {
            return State.NONE;
        }

        @Override
        public long position() {
            return Long.MAX_VALUE;
        }
    };

    /** How the ledger's database is reached. */
    enum State {
        /** There is no ledger. */
        NONE,
        /** Its last transaction was answered. */
        CONNECTED,
        /** Its connection broke, and no new one could be had yet. */
        LOST
    }

    State state();

    /** Everything up to and including this sequence is seen and, where it had effects, in the ledger. */
    long position();
}
