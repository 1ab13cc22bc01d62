package org.gavel.ops.node;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A real PostgreSQL that can be killed and started again over the same files and port. */
final class PostgresqlProcess implements AutoCloseable {
    private final Path data;
    private EmbeddedPostgres server;

    private PostgresqlProcess(Path data, EmbeddedPostgres server) {
        this.data = data;
        this.server = server;
    }

    /** Where it cannot start, the test is skipped and says why. */
    static PostgresqlProcess start(Path data) {
        try {
            return new PostgresqlProcess(data, begun(data, 0));
        } catch (IOException | RuntimeException e) {
            Assumptions.abort("PostgreSQL cannot start here: " + e);
            throw new IllegalStateException(e);
        }
    }

    /** What it confirms is on the disk, as on a venue's server: unlike that of most tests. */
    private static EmbeddedPostgres begun(Path data, int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on");
        return port == 0 ? builder.start() : builder.setPort(port).start();
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** Ends every connection but the one that says so, as an administrator does. */
    void endConnections() {
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
    }

    void execute(String statement) {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute(statement);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** kill -9 of the server's first process; the others notice and end. */
    void kill() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        ProcessHandle first = ProcessHandle.of(pid).orElseThrow();
        first.destroyForcibly();
        first.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }

    /** After {@link #kill}: recovers, once no process of the one before is left. */
    void startAgain() throws IOException {
        int port = server.getPort();
        server.close();
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> {
            server = begun(data, port);
            return true;
        });
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
