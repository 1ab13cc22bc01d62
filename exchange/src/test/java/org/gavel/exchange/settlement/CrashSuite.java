package org.gavel.exchange.settlement;

import static org.gavel.exchange.settlement.EventScript.released;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.gavel.exchange.api.LedgerProgress;
import org.gavel.exchange.api.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database or the way to it fails at every single place there is (reliability RT-14). */
abstract class CrashSuite {
    private static final int MAX_STEPS = 100;

    private final DatabaseKind kind;

    @TempDir
    Path directory;

    CrashSuite(DatabaseKind kind) {
        this.kind = kind;
    }

    @Test
    void connectionThatDiesAtAnyStatementLeavesAllOrNothing() {
        int steps = dieEverywhere(false);
        assertTrue(steps > 8, "died at only " + steps + " places");
    }

    @Test
    void commitWhoseAnswerIsLostIsNotRepeated() {
        int steps = dieEverywhere(true);
        assertTrue(steps > 4, "died at only " + steps + " places");
    }

    @Test
    void connectionLostAtAnyStatementIsReplaced() {
        int steps = loseEverywhere(false);
        assertTrue(steps > 8, "lost at only " + steps + " places");
    }

    @Test
    void transactionWhoseAnswerWasLostIsFoundDone() {
        int steps = loseEverywhere(true);
        assertTrue(steps > 8, "lost at only " + steps + " places");
    }

    /** One settlement and one transaction; each time its connection dies a statement or commit later than before. */
    private int loseEverywhere(boolean afterCommit) {
        EventScript script = sale();
        DataSource database = kind.fresh(directory);
        DyingConnections connections = new DyingConnections(database, "08006");
        int losses = 0;
        try (Ledger ledger = Ledger.open(connections.source(), "test");
                Settlement settlement = Settlement.start(ledger, script.head())) {
            while (losses < MAX_STEPS && isLostAfter(losses, afterCommit, connections, settlement, script)) {
                losses++;
            }
            assertEquals(LedgerProgress.State.CONNECTED, settlement.state());
            assertEquals(script.last().sequence(), settlement.position());
            assertEquals(script.last().sequence(), ledger.position());
        }
        assertEquals(undisturbed(script), LedgerTables.of(database));
        return losses;
    }

    private static boolean isLostAfter(
            int steps, boolean afterCommit, DyingConnections connections, Settlement settlement, EventScript script) {
        connections.dieAfter(steps, afterCommit);
        try {
            settlement.acceptAll(script.deliveries());
            assertFalse(connections.died());
            return false;
        } catch (Unavailable lost) {
            assertTrue(connections.died());
            assertEquals(LedgerProgress.State.LOST, settlement.state());
            return true;
        }
    }

    @Test
    void failureOfAnyTableRollsEverythingBack() {
        EventScript script = sale();
        DataSource database = kind.fresh(directory);
        List<String> tables = List.of(
                "account_posting", "award", "sale_confirmation", "technology_contract", "contract_registration");
        try (Ledger ledger = Ledger.open(database, "test")) {
            deliver(ledger, script, script.deliveries().size() - 1);
            Map<String, List<String>> before = LedgerTables.of(database);
            for (String table : tables) {
                installFailure(database, table);
                assertThrows(SettlementFault.class, () -> deliver(ledger, script), table);
                assertEquals(before, LedgerTables.of(database), table);
                removeFailure(database, table);
            }
            deliver(ledger, script);
            assertEquals(3, ledger.awards().size());
            assertEquals(List.of(), Reconciliation.of(ledger));
        }
        assertEquals(undisturbed(script), LedgerTables.of(database));
    }

    /** Lets one more statement pass each time, until nothing dies any more; counts the deaths. */
    private int dieEverywhere(boolean afterCommit) {
        EventScript script = sale();
        DataSource database = kind.fresh(directory);
        DyingConnections connections = new DyingConnections(database, "");
        int deaths = 0;
        try (Ledger ledger = Ledger.open(connections.source(), "test")) {
            for (int steps = 0; steps < MAX_STEPS; steps++) {
                connections.dieAfter(steps, afterCommit);
                boolean faulted = faults(ledger, script);
                assertEquals(faulted, connections.died());
                assertEquals(List.of(), Reconciliation.of(ledger));
                if (!faulted) {
                    break;
                }
                deaths++;
            }
        }
        assertEquals(undisturbed(script), LedgerTables.of(database));
        return deaths;
    }

    private static boolean faults(Ledger ledger, EventScript script) {
        try {
            deliver(ledger, script);
            return false;
        } catch (SettlementFault fault) {
            return true;
        }
    }

    private Map<String, List<String>> undisturbed(EventScript script) {
        DataSource database = kind.fresh(directory);
        try (Ledger ledger = Ledger.open(database, "test")) {
            deliver(ledger, script);
        }
        return LedgerTables.of(database);
    }

    private static void deliver(Ledger ledger, EventScript script) {
        deliver(ledger, script, script.deliveries().size());
    }

    private static void deliver(Ledger ledger, EventScript script, int first) {
        try (Settlement settlement = Settlement.start(ledger, script.head())) {
            script.deliveries().subList(0, first).forEach(settlement);
        }
    }

    private static EventScript sale() {
        return EventScript.opened()
                .announced(8, 900, 0)
                .awarded(8, 1, 286, 480)
                .announced(7, 900, 30)
                .credited(1, 50)
                .credited(2, 50)
                .credited(3, 50)
                .held(7, 1, 1, 30)
                .held(7, 2, 2, 30)
                .held(7, 3, 3, 30)
                .awardedToSeveral(7, List.of(new int[] {1, 4, 120}, new int[] {2, 3, 110}), released(7, 3, 30));
    }

    private void installFailure(DataSource database, String table) {
        if (kind == DatabaseKind.SQLITE) {
            LedgerTables.execute(
                    database,
                    "CREATE TRIGGER fails_" + table + " AFTER INSERT ON " + table
                            + " BEGIN SELECT RAISE(ABORT, 'fails'); END");
            return;
        }
        LedgerTables.execute(
                database,
                "CREATE OR REPLACE FUNCTION fails() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'fails'; END $$"
                        + " LANGUAGE plpgsql",
                "CREATE TRIGGER fails_" + table + " AFTER INSERT ON " + table + " EXECUTE FUNCTION fails()");
    }

    private void removeFailure(DataSource database, String table) {
        String on = kind == DatabaseKind.SQLITE ? "" : " ON " + table;
        LedgerTables.execute(database, "DROP TRIGGER fails_" + table + on);
    }
}
