package org.gavel.exchange.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.registry.LotEntry;
import org.gavel.exchange.registry.SaleConfirmation;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens, in whatever pieces and however often it is delivered, the ledger holds each event once. */
@ExtendWith(PostgresqlServer.class)
class SettlementPropertyTest {
    private static final int STEPS = 300;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 20_140_630, 4_711, 99})
    void redeliveriesAndRestartsLeaveWhatOneReadingLeavesOnSqlite(long seed) {
        check(DatabaseKind.SQLITE, seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20_140_630, 4_711, 99})
    void redeliveriesAndRestartsLeaveWhatOneReadingLeavesOnPostgresql(long seed) {
        check(DatabaseKind.POSTGRESQL, seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3})
    void bothDatabasesHoldEqualTables(long seed) {
        System.out.println("seed " + seed);
        EventScript script = RandomMarket.script(seed, STEPS);
        DataSource sqlite = DatabaseKind.SQLITE.fresh(directory);
        DataSource postgresql = DatabaseKind.POSTGRESQL.fresh(directory);
        deliverInPieces(sqlite, script, new Random(seed));
        deliverInPieces(postgresql, script, new Random(seed + 1));
        assertEquals(LedgerTables.of(sqlite), LedgerTables.of(postgresql));
    }

    private void check(DatabaseKind kind, long seed) {
        System.out.println("seed " + seed);
        EventScript script = RandomMarket.script(seed, STEPS);
        DataSource database = kind.fresh(directory);
        deliverInPieces(database, script, new Random(seed));
        NaiveLedger naive = NaiveLedger.of(script.deliveries());
        try (Ledger ledger = Ledger.open(database, "test")) {
            compare(naive, ledger);
            assertEquals(List.of(), Reconciliation.of(ledger));
            assertEquals(script.last().sequence(), ledger.position());
        }
    }

    /** Starts again and again from somewhere before the stored position; some runs die instead of closing. */
    private static void deliverInPieces(DataSource database, EventScript script, Random random) {
        List<Applied> all = script.deliveries();
        DyingConnections connections = new DyingConnections(database, "");
        try (Ledger ledger = Ledger.open(connections.source(), "test")) {
            int done = 0;
            while (done < all.size()) {
                int from = random.nextInt(done + 1);
                int to = Math.min(all.size(), done + 1 + random.nextInt(60));
                Settlement settlement = Settlement.start(ledger, script.head());
                deliver(settlement, all.subList(from, to), random);
                end(settlement, connections, to < all.size() && random.nextBoolean());
                done = reached(ledger, all);
            }
        }
    }

    private static void deliver(Settlement settlement, List<Applied> piece, Random random) {
        int next = 0;
        while (next < piece.size()) {
            int end = Math.min(piece.size(), next + 1 + random.nextInt(5));
            int again = random.nextInt(next + 1);
            settlement.acceptAll(piece.subList(random.nextInt(3) == 0 ? again : next, end));
            next = end;
        }
    }

    private static void end(Settlement settlement, DyingConnections connections, boolean dies) {
        if (dies) {
            connections.dieAfter(0, false);
        }
        try {
            settlement.close();
        } catch (SettlementFault fault) {
            assertTrue(dies, fault.getMessage());
        }
        connections.died();
    }

    /** How many deliveries the stored position covers: what a killed settler had not stored comes again. */
    private static int reached(Ledger ledger, List<Applied> all) {
        long position = ledger.position();
        return (int)
                all.stream().filter(applied -> applied.sequence() <= position).count();
    }

    private static void compare(NaiveLedger naive, Ledger ledger) {
        LedgerSummary summary = ledger.summary();
        List<String> balances = new ArrayList<>();
        summary.balances()
                .forEach(b -> balances.add(
                        b.participant() + ":" + b.credited() + "," + b.withdrawn() + "," + b.free() + "," + b.held()));
        assertEquals(naive.balances(), balances);
        Map<String, Long> units = new TreeMap<>();
        summary.units().forEach(u -> units.put(u.participant() + "/" + u.asset(), u.quantity()));
        assertEquals(naive.units, units);
        Map<Integer, LotEntry.Outcome> outcomes = new TreeMap<>();
        ledger.lots().forEach(lot -> outcomes.put(lot.lot(), lot.outcome()));
        assertEquals(naive.outcomes, outcomes);
        Map<String, String> sales = new TreeMap<>();
        ledger.confirmations().forEach(sale -> sales.put(sale.lot() + "/" + sale.share(), line(sale)));
        assertEquals(naive.sales, sales);
        assertEquals(naive.forfeited, summary.forfeited());
        assertEquals(summary.bank(), summary.owed() + summary.forfeited());
    }

    private static String line(SaleConfirmation sale) {
        return NaiveLedger.line(
                sale.lot(), sale.buyer(), sale.seller(), sale.amount().fen(), sale.depositHeld());
    }
}
