package org.gavel.exchange.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.gavel.exchange.settlement.Reconciliation.Check;
import org.gavel.exchange.settlement.Reconciliation.Finding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody changed in the ledger by hand is found, whatever it is. */
abstract class ReconciliationSuite {
    private final DatabaseKind kind;

    @TempDir
    Path directory;

    private DataSource database;
    private Ledger ledger;

    ReconciliationSuite(DatabaseKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void settleASale() {
        database = kind.fresh(directory);
        ledger = Ledger.open(database, "test");
        EventScript script = EventScript.opened().announced(7, 900, 30).credited(1, 50);
        script.held(7, 1, 286, 30).awarded(7, 1, 286, 480).withdrawn(1, 5).units(1, "share", 4);
        try (Settlement settlement = Settlement.start(ledger, script.head())) {
            settlement.acceptAll(script.deliveries());
        }
        assertEquals(List.of(), Reconciliation.of(ledger));
    }

    @AfterEach
    void close() {
        if (ledger != null) {
            ledger.close();
        }
    }

    @Test
    void findsPostingsThatDoNotSumToZero() {
        LedgerTables.execute(
                database,
                "UPDATE account_posting SET amount = amount + 1 WHERE sequence = 3 AND account = 'VENUE_BANK'");
        assertFound(new Finding(Check.POSTINGS_SUM_TO_ZERO, 3));
    }

    @Test
    void findsUnitsThatDoNotSumToZero() {
        LedgerTables.execute(database, "UPDATE unit_posting SET quantity = quantity + 1 WHERE account = 'ISSUE'");
        assertFound(new Finding(Check.POSTINGS_SUM_TO_ZERO, 7));
    }

    @Test
    void findsAnOverdrawnAccount() {
        LedgerTables.execute(database, "UPDATE account_posting SET amount = amount * 2 WHERE sequence = 4");
        assertFound(
                new Finding(Check.BALANCES_NOT_NEGATIVE, 4),
                new Finding(Check.BALANCES_NOT_NEGATIVE, 6),
                new Finding(Check.BALANCES_AS_STATED, 6));
    }

    @Test
    void findsABalanceTheExchangeDidNotState() {
        LedgerTables.execute(database, "UPDATE unit_posting SET quantity = quantity * 2");
        assertFound(new Finding(Check.BALANCES_AS_STATED, 7));
    }

    @Test
    void findsAnOutcomeWithoutAnAward() {
        LedgerTables.execute(database, "UPDATE lot SET outcome = 'WITHDRAWN'");
        assertFound(new Finding(Check.OUTCOMES_MATCH_AWARDS, 7));
    }

    @Test
    void findsAnAwardWithoutARegistration() {
        LedgerTables.execute(database, "DELETE FROM contract_registration");
        assertFound(new Finding(Check.DOCUMENTS_MATCH_AWARDS, 7));
    }

    @Test
    void findsAContractOfAnotherAmount() {
        LedgerTables.execute(database, "UPDATE technology_contract SET contract_amount = 479");
        assertFound(new Finding(Check.DOCUMENTS_MATCH_AWARDS, 7));
    }

    @Test
    void findsAWinnerWhoIsMissingAmongSeveral() {
        LedgerTables.execute(database, "UPDATE award SET winners = 2");
        assertFound(new Finding(Check.OUTCOMES_MATCH_AWARDS, 7));
    }

    @Test
    void findsAnAwardOfAnotherCommand() {
        LedgerTables.execute(database, "UPDATE award SET sequence = 6");
        assertFound(new Finding(Check.OUTCOMES_MATCH_AWARDS, 7));
    }

    @Test
    void findsEffectsBeyondThePosition() {
        LedgerTables.execute(database, "UPDATE settlement_position SET sequence = 6");
        assertFound(
                new Finding(Check.NOTHING_BEYOND_THE_POSITION, 7), new Finding(Check.NOTHING_BEYOND_THE_POSITION, 7));
    }

    private void assertFound(Finding... findings) {
        assertEquals(List.of(findings), Reconciliation.of(ledger));
    }
}
