package org.gavel.exchange.settlement;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The two databases a ledger can live in, and the one set of migrations for both. */
final class LedgerDatabase {
    /** How long a statement waits for another connection's write to end (SQLite). */
    static final Duration BUSY_TIMEOUT = Duration.ofSeconds(10);

    /**
     * How long a settlement waits for an answer or a new connection, and the server for the settlement's next statement: so
     * both ends find out that the network between them is gone, and the server rolls back (PostgreSQL).
     */
    static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSITION = "settlement_position";
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

    /** The position of a ledger that is there, read without changing anything; empty where there is none yet. */
    static Optional<Fence.Position> position(String url, String user, String password) {
        if (url.startsWith(SQLITE) && Files.notExists(fileOf(url))) {
            return Optional.empty();
        }
        return position(url.startsWith(SQLITE) ? readOnly(url) : at(url, user, password), withoutOptions(url));
    }

    static Optional<Fence.Position> position(DataSource source, String name) {
        try {
            return Jdbi.create(source)
                    .withHandle(handle -> hasPosition(handle) ? Optional.of(Fence.read(handle)) : Optional.empty());
        } catch (JdbiException | SQLException e) {
            throw cannotBeOpened(name, e);
        }
    }

    private static boolean hasPosition(Handle handle) throws SQLException {
        Connection connection = handle.getConnection();
        try (ResultSet found = connection.getMetaData().getTables(null, connection.getSchema(), POSITION, null)) {
            return found.next();
        }
    }

    /** One at rest is read without its neighbour files, which a reader that may not write would leave behind. */
    private static DataSource readOnly(String url) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(Math.toIntExact(BUSY_TIMEOUT.toMillis()));
        SQLiteDataSource source = new SQLiteDataSource(config);
        Path file = fileOf(url);
        boolean isAtRest = Files.notExists(file.resolveSibling(file.getFileName() + "-wal"));
        source.setUrl(isAtRest ? SQLITE + "file:" + file.toUri().getRawPath() + "?immutable=1" : url);
        return source;
    }

    private static Path fileOf(String url) {
        return Path.of(withoutOptions(url).substring(SQLITE.length()).replaceFirst("^file:", ""));
    }

    private static SettlementFault cannotBeOpened(String name, Exception cause) {
        return new SettlementFault(
                "Ledger " + name + " cannot be opened. Check that the database runs, that the directory of its file"
                        + " exists, and that user and password are right. To open the market before, name an empty one"
                        + " meanwhile, which is filled from the journal; this one catches up when it is named again.",
                cause);
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
            throw cannotBeOpened(name, e);
        }
    }

    /** Sees to it that a settlement's connection breaks rather than hangs. */
    static void limitWaiting(Handle handle) {
        int millis = Math.toIntExact(ANSWER_TIMEOUT.toMillis());
        try {
            Connection connection = handle.getConnection();
            if (connection.isWrapperFor(PGConnection.class)) {
                connection.setNetworkTimeout(Runnable::run, millis);
                handle.execute("SET idle_in_transaction_session_timeout = " + millis);
            }
        } catch (SQLException e) {
            throw new ConnectionException(e);
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
        if (source.getLoginTimeout() == 0) {
            source.setLoginTimeout(Math.toIntExact(ANSWER_TIMEOUT.toSeconds()));
        }
        if (!user.isEmpty()) {
            source.setUser(user);
            source.setPassword(password);
        }
        return source;
    }
}
