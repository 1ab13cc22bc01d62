package org.gavel.exchange.settlement;

import org.junit.jupiter.api.Nested;

/** Everything a ledger promises, on SQLite. */
class SqliteLedgerTest {
    @Nested
    class Settling extends SettlementSuite {
        Settling() {
            super(DatabaseKind.SQLITE);
        }
    }

    @Nested
    class Fencing extends FencingSuite {
        Fencing() {
            super(DatabaseKind.SQLITE);
        }
    }

    @Nested
    class Crashing extends CrashSuite {
        Crashing() {
            super(DatabaseKind.SQLITE);
        }
    }

    @Nested
    class Belonging extends LedgerMismatchSuite {
        Belonging() {
            super(DatabaseKind.SQLITE);
        }
    }

    @Nested
    class Reconciling extends ReconciliationSuite {
        Reconciling() {
            super(DatabaseKind.SQLITE);
        }
    }

    @Nested
    class Migrating extends MigrationSuite {
        Migrating() {
            super(DatabaseKind.SQLITE);
        }
    }
}
