package org.gavel.exchange.settlement;

import static org.junit.jupiter.api.extension.ExtensionContext.Namespace.GLOBAL;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One real PostgreSQL for all tests that ask for it, stopped after the last of them. */
final class PostgresqlServer implements BeforeAllCallback {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static volatile Optional<EmbeddedPostgres> running = Optional.empty();
    private static volatile String trouble = "nobody started it";

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(GLOBAL).getOrComputeIfAbsent(PostgresqlServer.class, key -> start());
    }

    /** An empty database of its own. Where the server cannot start, the test is skipped and says why. */
    static DataSource fresh() {
        Assumptions.assumeTrue(running.isPresent(), () -> "PostgreSQL cannot start here: " + trouble);
        EmbeddedPostgres server = running.orElseThrow();
        String name = "ledger_" + DATABASES.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return LedgerDatabase.at(server.getJdbcUrl("postgres", name), "", "");
    }

    /** What the store closes at the end of the run. */
    private static AutoCloseable start() {
        try {
            running = Optional.of(EmbeddedPostgres.builder().start());
        } catch (IOException | RuntimeException e) {
            trouble = e.toString();
        }
        return PostgresqlServer::stop;
    }

    private static void stop() throws IOException {
        if (running.isPresent()) {
            running.get().close();
        }
    }
}
