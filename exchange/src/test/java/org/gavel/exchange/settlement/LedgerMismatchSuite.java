package org.gavel.exchange.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

abstract class LedgerMismatchSuite {
    private final DatabaseKind kind;

    @TempDir
    Path directory;

    LedgerMismatchSuite(DatabaseKind kind) {
        this.kind = kind;
    }

    @Test
    void ledgerOfAnotherVenueIsRefused() {
        assertRefused(new JournalHead("海峡技术转移中心", EventScript.OPENED_AT, 10), "海峡技术转移中心");
    }

    @Test
    void ledgerOfAVenueOpenedAtAnotherTimeIsRefused() {
        assertRefused(new JournalHead(EventScript.VENUE, EventScript.OPENED_AT + 1, 10), "opened at");
    }

    @Test
    void ledgerAheadOfTheJournalIsRefused() {
        assertRefused(new JournalHead(EventScript.VENUE, EventScript.OPENED_AT, 1), "ledger is at sequence 2");
    }

    @Test
    void ledgerWithEntriesIsRefusedByAnEmptyJournal() {
        assertRefused(new JournalHead(EventScript.VENUE, 0, 0), "journal ends at 0");
    }

    @Test
    void feedOfAnotherVenueIsRefused() {
        EventScript script = EventScript.opened();
        DataSource database = kind.fresh(directory);
        try (Ledger ledger = Ledger.open(database, "test");
                Settlement settlement = Settlement.start(ledger, script.head())) {
            EventScript other = new EventScript("西安科技大市场");
            assertThrows(LedgerMismatch.class, () -> settlement.accept(other.last()));
            assertEquals(0, ledger.position());
        }
    }

    @Test
    void redeliveredOpeningOfANamesakeIsRefused() {
        EventScript script = EventScript.opened().credited(1, 100);
        try (Ledger ledger = settled(script);
                Settlement settlement = Settlement.start(ledger, new JournalHead(EventScript.VENUE, 0, 2))) {
            EventScript namesake = EventScript.opened();
            namesake.happens(script.deliveries().get(0).events().get(0));
            assertThrows(LedgerMismatch.class, () -> settlement.accept(namesake.last()));
        }
    }

    @Test
    void ledgerOfANewerReleaseIsRefused() {
        DataSource database = kind.fresh(directory);
        Ledger.open(database, "test").close();
        LedgerTables.execute(
                database,
                "INSERT INTO flyway_schema_history SELECT installed_rank + 1, '999', 'later', type, 'V999__later.sql',"
                        + " 1, installed_by, installed_on, 1, success FROM flyway_schema_history"
                        + " ORDER BY installed_rank DESC LIMIT 1");
        LedgerMismatch mismatch = assertThrows(LedgerMismatch.class, () -> Ledger.open(database, "test"));
        assertTrue(mismatch.getMessage().contains("a newer one"), mismatch.getMessage());
    }

    /** What a start asks before it touches the tables: none yet, then exactly what is stored. */
    @Test
    void positionIsReadBeforeTheTablesAreThereAndAfter() {
        DataSource database = kind.fresh(directory);
        assertTrue(LedgerDatabase.position(database, "test").isEmpty());
        EventScript script = EventScript.opened().credited(1, 100);
        try (Ledger ledger = Ledger.open(database, "test")) {
            assertTrue(LedgerDatabase.position(database, "test")
                    .orElseThrow()
                    .venue()
                    .isEmpty());
            settle(ledger, script);
            Map<String, List<String>> before = LedgerTables.of(database);
            Fence.Position stored = LedgerDatabase.position(database, "test").orElseThrow();
            assertEquals(2, stored.sequence());
            assertEquals(EventScript.VENUE, stored.venue().orElseThrow());
            assertEquals(before, LedgerTables.of(database));
        }
    }

    private void assertRefused(JournalHead head, String words) {
        DataSource database = kind.fresh(directory);
        try (Ledger ledger = Ledger.open(database, "test")) {
            settle(ledger, EventScript.opened().credited(1, 100));
            Map<String, List<String>> before = LedgerTables.of(database);
            LedgerMismatch mismatch = assertThrows(LedgerMismatch.class, () -> Settlement.start(ledger, head));
            assertTrue(mismatch.getMessage().contains(words), mismatch.getMessage());
            assertEquals(before, LedgerTables.of(database));
        }
    }

    private Ledger settled(EventScript script) {
        Ledger ledger = Ledger.open(kind.fresh(directory), "test");
        settle(ledger, script);
        return ledger;
    }

    private static void settle(Ledger ledger, EventScript script) {
        try (Settlement settlement = Settlement.start(ledger, script.head())) {
            settlement.acceptAll(script.deliveries());
        }
    }
}
