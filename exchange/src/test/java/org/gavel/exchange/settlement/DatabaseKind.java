package org.gavel.exchange.settlement;

import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;

/** The databases every test of the ledger runs on. */
enum DatabaseKind {
    SQLITE {
        @Override
        DataSource fresh(Path directory) {
            return LedgerDatabase.at("jdbc:sqlite:" + directory.resolve(UUID.randomUUID() + ".db"), "", "");
        }
    },
    /** Needs {@link PostgresqlServer}. */
    POSTGRESQL {
        @Override
        DataSource fresh(Path directory) {
            return PostgresqlServer.fresh();
        }
    };

    /** An empty database of its own. */
    abstract DataSource fresh(Path directory);
}
