package org.gavel.exchange.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.gavel.exchange.registry.Award;
import org.gavel.exchange.registry.Place;
import org.gavel.exchange.registry.SaleConfirmation;
import org.gavel.exchange.registry.TechnologyContract;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that an earlier release wrote is read on, row for row. */
abstract class MigrationSuite {
    private static final String[] SALE = {
        "UPDATE settlement_position SET sequence = 9, venue = 'v', venue_opened_at = 1",
        "INSERT INTO lot VALUES (7, '成果', 'L', 900, 'r', 30, 1, 2, 0, 'AWARDED', NULL, 5, 9, 1)",
        "INSERT INTO award VALUES (7, 1, 286, 480, 5, 9, 1)",
        "INSERT INTO sale_confirmation VALUES ('SC-00000000-0000000007', 7, 1, 900, '成果', 'L', 480, 30, 5)",
        "INSERT INTO technology_contract VALUES"
                + " ('DRAFT-00000000-0000000007', 7, 'TRANSFER', 900, 1, '成果', 480, NULL, 'DRAFT', 5, 6)",
        "INSERT INTO contract_registration VALUES ('DRAFT-00000000-0000000007', 900, 480, 'PENDING', 5)"
    };

    private final DatabaseKind kind;

    @TempDir
    Path directory;

    MigrationSuite(DatabaseKind kind) {
        this.kind = kind;
    }

    @Test
    void awardsOfOneWinnerKeepTheirRowsAndNumbers() {
        DataSource database = kind.fresh(directory);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/ledger")
                .target("2")
                .load()
                .migrate();
        LedgerTables.execute(database, SALE);
        try (Ledger ledger = Ledger.open(database, "test")) {
            Award award = new Award(7, 1, 286, new Money(480), Share.WHOLE, new Place(9, 1, 5));
            assertEquals(List.of(award), ledger.awards());
            SaleConfirmation sale = ledger.confirmations().get(0);
            assertEquals("SC-00000000-0000000007", sale.number());
            assertEquals(Share.WHOLE, sale.share());
            TechnologyContract contract = ledger.contracts().get(0);
            assertEquals("DRAFT-00000000-0000000007", contract.draftNumber());
            assertEquals(1, contract.place());
            assertEquals(contract.draftNumber(), ledger.registrations().get(0).draftNumber());
            assertEquals(List.of(), Reconciliation.of(ledger));
        }
    }
}
