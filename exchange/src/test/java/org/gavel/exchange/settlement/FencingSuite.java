package org.gavel.exchange.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.api.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two settlers on one ledger (reliability RT-14). */
abstract class FencingSuite {
    private static final int SETTLERS = 4;

    private final DatabaseKind kind;

    @TempDir
    Path directory;

    FencingSuite(DatabaseKind kind) {
        this.kind = kind;
    }

    @Test
    void olderOfTwoSettlersIsShutOut() {
        DataSource database = kind.fresh(directory);
        EventScript script = EventScript.opened().credited(1, 100);
        try (Ledger ledger = Ledger.open(database, "test");
                Settlement older = Settlement.start(ledger, script.head());
                Settlement newer = Settlement.start(ledger, script.head())) {
            SettlementFault fault = assertThrows(
                    SettlementFault.class,
                    () -> older.accept(script.deliveries().get(0)));
            assertTrue(fault.getMessage().contains("Another settler has taken this ledger over"), fault.getMessage());
            newer.acceptAll(script.deliveries());
            assertThrows(SettlementFault.class, () -> older.accept(script.last()));
            assertEquals(2, newer.position());
            assertEquals(100, ledger.summary().bank());
        }
    }

    @Test
    void settlerThatSleptThroughATakeOverCannotEvenMoveThePosition() {
        DataSource database = kind.fresh(directory);
        EventScript script = EventScript.opened();
        try (Ledger ledger = Ledger.open(database, "test")) {
            Settlement sleeper = Settlement.start(ledger, script.head());
            sleeper.acceptAll(script.deliveries());
            sleeper.accept(script.bid(7, 1, 286, 100).last());
            Settlement.start(ledger, script.head()).close();
            assertThrows(SettlementFault.class, sleeper::close);
            assertEquals(1, ledger.position());
        }
    }

    @Test
    void settlerThatLostItsConnectionDoesNotTakeTheLedgerBack() {
        DyingConnections connections = new DyingConnections(kind.fresh(directory), "57P01");
        EventScript script = EventScript.opened().credited(1, 100);
        try (Ledger ledger = Ledger.open(connections.source(), "test");
                Settlement older = Settlement.start(ledger, script.head())) {
            lose(older, connections, script.deliveries().get(0));
            Settlement newer = Settlement.start(ledger, script.head());
            SettlementFault fault = assertThrows(
                    SettlementFault.class,
                    () -> older.accept(script.deliveries().get(0)));
            assertTrue(fault.getMessage().contains("Another settler has taken this ledger over"), fault.getMessage());
            newer.acceptAll(script.deliveries());
            newer.close();
            assertEquals(100, ledger.summary().bank());
        }
    }

    /** As after a failover to a copy that lacks what was confirmed. */
    @Test
    void ledgerThatComesBackWithoutWhatItConfirmedIsAFault() {
        DataSource database = kind.fresh(directory);
        DyingConnections connections = new DyingConnections(database, "08006");
        EventScript script = EventScript.opened().credited(1, 100).credited(1, 100);
        try (Ledger ledger = Ledger.open(connections.source(), "test");
                Settlement settlement = Settlement.start(ledger, script.head())) {
            settlement.acceptAll(script.deliveries().subList(0, 2));
            lose(settlement, connections, script.last());
            LedgerTables.execute(database, "UPDATE settlement_position SET sequence = 1");
            SettlementFault fault = assertThrows(SettlementFault.class, () -> settlement.accept(script.last()));
            assertTrue(fault.getMessage().contains("came back at sequence 1, but was left at 2"), fault.getMessage());
        }
    }

    private static void lose(Settlement settlement, DyingConnections connections, Applied next) {
        connections.dieAfter(0, false);
        assertThrows(Unavailable.class, () -> settlement.accept(next));
        assertTrue(connections.died());
    }

    @Test
    void settlersRacingWithTheSameFeedSettleItOnce() throws Exception {
        DataSource database = kind.fresh(directory);
        EventScript script = EventScript.opened();
        for (int participant = 1; participant <= 200; participant++) {
            script.credited(participant, 100);
        }
        try (Ledger ledger = Ledger.open(database, "test")) {
            List<Boolean> survived = race(ledger, script);
            assertEquals(1, survived.stream().filter(alive -> alive).count());
            assertEquals(20_000, ledger.summary().bank());
            assertEquals(List.of(), Reconciliation.of(ledger));
        }
        assertEquals(settledAlone(script), LedgerTables.of(database));
    }

    private Map<String, List<String>> settledAlone(EventScript script) {
        DataSource database = kind.fresh(directory);
        try (Ledger ledger = Ledger.open(database, "test");
                Settlement settlement = Settlement.start(ledger, script.head())) {
            settlement.acceptAll(script.deliveries());
        }
        return LedgerTables.of(database);
    }

    /** Everybody takes the ledger over, then all deliver at once. */
    private static List<Boolean> race(Ledger ledger, EventScript script) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(SETTLERS);
        CountDownLatch ready = new CountDownLatch(SETTLERS);
        List<Future<Boolean>> outcomes = new ArrayList<>();
        for (int i = 0; i < SETTLERS; i++) {
            outcomes.add(threads.submit(() -> survives(ledger, script, ready)));
        }
        List<Boolean> survived = new ArrayList<>();
        for (Future<Boolean> outcome : outcomes) {
            survived.add(outcome.get(1, TimeUnit.MINUTES));
        }
        threads.shutdown();
        return survived;
    }

    private static boolean survives(Ledger ledger, EventScript script, CountDownLatch ready)
            throws InterruptedException {
        Settlement settlement = Settlement.start(ledger, script.head());
        ready.countDown();
        ready.await();
        try (settlement) {
            script.deliveries().forEach(settlement);
            return true;
        } catch (SettlementFault fault) {
            assertTrue(fault.getMessage().contains("Another settler"), fault.getMessage());
            return false;
        }
    }
}
