package org.gavel.exchange.settlement;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything a ledger promises, on PostgreSQL; skipped by name where that cannot start. */
@ExtendWith(PostgresqlServer.class)
class PostgresqlLedgerTest {
    @Nested
    class Settling extends SettlementSuite {
        Settling() {
            super(DatabaseKind.POSTGRESQL);
        }
    }

    @Nested
    class Fencing extends FencingSuite {
        Fencing() {
            super(DatabaseKind.POSTGRESQL);
        }
    }

    @Nested
    class Crashing extends CrashSuite {
        Crashing() {
            super(DatabaseKind.POSTGRESQL);
        }
    }

    @Nested
    class Belonging extends LedgerMismatchSuite {
        Belonging() {
            super(DatabaseKind.POSTGRESQL);
        }
    }

    @Nested
    class Reconciling extends ReconciliationSuite {
        Reconciling() {
            super(DatabaseKind.POSTGRESQL);
        }
    }

    @Nested
    class Migrating extends MigrationSuite {
        Migrating() {
            super(DatabaseKind.POSTGRESQL);
        }
    }
}
