package org.gavel.exchange.settlement;

import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The two databases a ledger can live in, and the one set of migrations for both. */
final class LedgerDatabase {
    /** How long a statement waits for another connection's write to end (SQLite). */
    static final Duration BUSY_TIMEOUT = Duration.ofSeconds(10);

    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    private LedgerDatabase() {}

    /** Recognises the database by its address. An empty user leaves user and password to the address. */
    static DataSource at(String url, String user, String password) {
        if (url.startsWith(SQLITE)) {
            return sqlite(url);
        }
        if (url.startsWith(POSTGRESQL)) {
            return postgresql(url, user, password);
        }
        throw new SettlementFault("The ledger's address must begin with " + SQLITE + " (then a file) or " + POSTGRESQL
                + " (then //host/database), and this one does not: " + withoutOptions(url));
    }

    /** Brings the tables to this release's version; refuses those of a newer one. */
    static Jdbi migrated(DataSource source, String name) {
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/ledger")
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
            return Jdbi.create(source);
        } catch (FlywayValidateException e) {
            throw new LedgerMismatch(
                    "The tables of ledger " + name + " are not those of this release. Run the release that wrote it"
                            + " last, or a newer one; never edit its tables by hand.",
                    e);
        } catch (FlywayException e) {
            throw new SettlementFault(
                    "Ledger " + name + " cannot be opened. Check that the database runs, that the directory of its file"
                            + " exists, and that user and password are right.",
                    e);
        }
    }

    /** The address without what follows its question mark, which may hold a password. */
    static String withoutOptions(String url) {
        return url.replaceFirst("\\?.*", "");
    }

    private static DataSource sqlite(String url) {
        String file = url.substring(SQLITE.length());
        if (file.isBlank() || file.contains(":memory:") || file.contains("mode=memory")) {
            throw new SettlementFault("The ledger must outlive the process: name a file after " + SQLITE + ".");
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(Math.toIntExact(BUSY_TIMEOUT.toMillis()));
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(url);
        return source;
    }

    private static DataSource postgresql(String url, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        if (!user.isEmpty()) {
            source.setUser(user);
            source.setPassword(password);
        }
        return source;
    }
}
