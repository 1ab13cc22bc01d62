package org.gavel.ops.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gavel.exchange.registry.Award;
import org.gavel.exchange.registry.LotEntry;
import org.gavel.exchange.registry.SaleConfirmation;
import org.gavel.exchange.registry.TechnologyContract;
import org.gavel.exchange.settlement.Ledger;
import org.gavel.exchange.settlement.LedgerSummary;
import org.gavel.exchange.settlement.LedgerSummary.Balance;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.value.Money;

/** Holds the ledger of a stopped node against what its journal says happened: each effect there, and once. */
final class LedgerCheck {
    private final Replay replay;

    LedgerCheck(Replay replay) {
        this.replay = replay;
    }

    void judge(Path data) {
        try (Ledger ledger = Ledger.open("jdbc:sqlite:" + data.resolve("ledger.db"))) {
            judgeAwards(ledger);
            judgeDocuments(ledger);
            judgeMoney(ledger.summary());
        }
    }

    private void judgeAwards(Ledger ledger) {
        List<LotAwarded> hammers = replay.events(LotAwarded.class);
        List<Award> awards = ledger.awards();
        assertEquals(hammers.size(), awards.size(), "one row an award");
        Map<Integer, Award> byLot = awards.stream().collect(Collectors.toMap(Award::lot, Function.identity()));
        for (LotAwarded hammer : hammers) {
            Award award = byLot.get(hammer.lot());
            assertEquals(hammer.winner(), award.winner(), hammer.toString());
            assertEquals(hammer.paddle(), award.paddle(), hammer.toString());
            assertEquals(hammer.amount(), award.amount(), hammer.toString());
        }
        long sold = ledger.lots().stream()
                .filter(lot -> lot.outcome() == LotEntry.Outcome.AWARDED)
                .count();
        assertEquals(hammers.size(), sold);
    }

    private void judgeDocuments(Ledger ledger) {
        Map<Integer, Money> amounts = new TreeMap<>(replay.events(LotAwarded.class).stream()
                .collect(Collectors.toMap(LotAwarded::lot, LotAwarded::amount)));
        assertEquals(
                amounts,
                new TreeMap<>(ledger.confirmations().stream()
                        .collect(Collectors.toMap(SaleConfirmation::lot, SaleConfirmation::amount))));
        assertEquals(
                amounts,
                new TreeMap<>(ledger.contracts().stream()
                        .collect(Collectors.toMap(TechnologyContract::lot, TechnologyContract::contractAmount))));
        Map<String, Money> drafts = ledger.contracts().stream()
                .collect(Collectors.toMap(TechnologyContract::draftNumber, TechnologyContract::contractAmount));
        assertEquals(
                drafts,
                ledger.registrations().stream()
                        .collect(Collectors.toMap(one -> one.draftNumber(), one -> one.contractAmount())));
    }

    private void judgeMoney(LedgerSummary summary) {
        NaiveAccounts accounts = new NaiveAccounts();
        replay.records().forEach(record -> record.events().forEach(accounts::follow));
        assertEquals(
                accounts.balances(),
                summary.balances().stream().collect(Collectors.toMap(Balance::participant, Function.identity())));
        assertEquals(accounts.credited(), summary.bank());
        assertEquals(accounts.credited(), summary.owed());
        assertEquals(
                replay.events(LotAwarded.class).stream()
                        .mapToLong(award -> award.amount().fen())
                        .sum(),
                summary.turnover());
    }
}
