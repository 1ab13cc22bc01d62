package org.gavel.exchange.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerDatabaseTest {
    @TempDir
    Path directory;

    @Test
    void sqliteWritesAheadAndWaitsForTheDisk() throws SQLException {
        String url = "jdbc:sqlite:" + directory.resolve("ledger.db");
        Ledger.open(url).close();
        try (Connection connection = LedgerDatabase.at(url, "", "").getConnection()) {
            assertEquals("wal", pragma(connection, "journal_mode"));
            assertEquals("2", pragma(connection, "synchronous"));
            assertEquals("1", pragma(connection, "foreign_keys"));
            assertEquals(Long.toString(LedgerDatabase.BUSY_TIMEOUT.toMillis()), pragma(connection, "busy_timeout"));
        }
    }

    @Test
    void ledgerSurvivesBeingClosedAndOpened() {
        String url = "jdbc:sqlite:" + directory.resolve("ledger.db");
        EventScript script = EventScript.opened().credited(1, 100);
        try (Ledger ledger = Ledger.open(url);
                Settlement settlement = Settlement.start(ledger, script.head())) {
            settlement.acceptAll(script.deliveries());
        }
        try (Ledger ledger = Ledger.open(url)) {
            assertEquals(2, ledger.position());
            assertEquals(100, ledger.summary().bank());
        }
    }

    @Test
    void ledgerInMemoryIsRefused() {
        assertTrue(refusal("jdbc:sqlite::memory:").contains("name a file"));
        assertTrue(refusal("jdbc:sqlite:").contains("name a file"));
    }

    @Test
    void unknownDatabaseIsRefusedWithTheTwoThatWork() {
        String sentence = refusal("jdbc:oracle:thin:@host?password=secret");
        assertTrue(sentence.contains("jdbc:sqlite:") && sentence.contains("jdbc:postgresql:"), sentence);
        assertFalse(sentence.contains("secret"), sentence);
    }

    @Test
    void ledgerThatCannotBeOpenedIsNamed() {
        String sentence = refusal("jdbc:sqlite:" + directory.resolve("missing").resolve("ledger.db"));
        assertTrue(sentence.contains("missing") && sentence.contains("the directory of its file"), sentence);
    }

    private static String refusal(String url) {
        return assertThrows(SettlementFault.class, () -> Ledger.open(url)).getMessage();
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery("PRAGMA " + name)) {
            return row.getString(1);
        }
    }
}
