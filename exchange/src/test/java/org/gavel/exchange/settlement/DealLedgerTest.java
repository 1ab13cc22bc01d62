package org.gavel.exchange.settlement;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.SELLER;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.rulebook.Law;
import org.gavel.exchange.registry.Annulment;
import org.gavel.exchange.registry.Award;
import org.gavel.exchange.registry.ContractType;
import org.gavel.exchange.registry.LotEntry;
import org.gavel.exchange.registry.SaleConfirmation;
import org.gavel.exchange.registry.TechnologyContract;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.command.BuyNow;
import org.gavel.protocol.command.ConvertUse;
import org.gavel.protocol.command.EndDeal;
import org.gavel.protocol.command.PledgeShares;
import org.gavel.protocol.command.PublishDeal;
import org.gavel.protocol.command.VoidLot;
import org.gavel.protocol.event.SaleMade;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.DealTerms;
import org.gavel.protocol.value.FixedPriceTerms;
import org.gavel.protocol.value.JointPurchaseTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.NeedTerms;
import org.gavel.protocol.value.NegotiatedTerms;
import org.gavel.protocol.value.OverSubscription;
import org.gavel.protocol.value.PublicityPlace;
import org.gavel.protocol.value.PublicityTerms;
import org.gavel.protocol.value.SellerCategory;
import org.gavel.protocol.value.Title;
import org.gavel.protocol.value.TransferMode;
import org.gavel.protocol.value.UseFirstTerms;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a market of deals of every mode leaves in the ledger, each award once. */
@ExtendWith(PostgresqlServer.class)
class DealLedgerTest {
    private static final int SALE = SaleMade.FIRST;

    @TempDir
    Path directory;

    private static AnnounceDeal deal(int lot, int buyer, DealTerms terms) {
        return deal(lot, buyer, terms, Duration.ZERO);
    }

    private static AnnounceDeal deal(int lot, int buyer, DealTerms terms, Duration period) {
        Title title = new Title("成果" + lot, "");
        return new AnnounceDeal(
                lot, title, SELLER, buyer, SellerCategory.PRIVATE, "PRIVATE_SALE", terms, period, Admission.OPEN);
    }

    /** Two licences, a joint purchase cut pro rata, one that fails, a negotiated licence, a use given back, a need. */
    private static MarketFixture market() {
        MarketFixture market = Law.venue("2026-03-02T10:00");
        long at = Law.at("2026-03-10T10:00");
        market.staff(deal(9, 0, new FixedPriceTerms(yuan(500), yuan(100), false, 0, 0)));
        market.by(ALICE, new BuyNow(9, 0, yuan(500))).by(BOB, new BuyNow(9, 0, yuan(500)));
        market.staff(deal(10, 0, new JointPurchaseTerms(3, yuan(10), 0, at, OverSubscription.PRO_RATA)));
        market.by(ALICE, new PledgeShares(10, 0, 3)).by(BOB, new PledgeShares(10, 0, 1));
        market.staff(deal(11, 0, new JointPurchaseTerms(3, yuan(10), 0, at, OverSubscription.FIRST_COME)));
        market.by(ALICE, new PledgeShares(11, 0, 2));
        PublicityTerms shown = new PublicityTerms(15, "It.", false, "In writing.", 0);
        market.staff(deal(12, ALICE, new NegotiatedTerms(yuan(900), TransferMode.LICENCE, shown, 0, 0)));
        market.staff(new PublishDeal(12, PublicityPlace.UNIT, "31"))
                .staff(new PublishDeal(12, PublicityPlace.VENUE, "31"));
        market.staff(deal(13, BOB, new UseFirstTerms(yuan(7), yuan(7), null, PublicityTerms.NONE, 3)));
        market.staff(deal(14, 0, new NeedTerms(Money.ZERO, 0))).approved(new EndDeal(14, REASON));
        return market.atMicros(Law.at("2026-03-18T09:00")).tick();
    }

    /** What is void after all leaves the awards with a row against each, and the accounts as they were before. */
    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void anAnnulledAwardOfADealStaysOnRecordAsVoid(DatabaseKind kind) {
        Duration period = Duration.ofDays(30);
        MarketFixture market = Law.venue("2026-03-02T10:00");
        long at = Law.at("2026-03-10T10:00");
        market.staff(deal(9, 0, new FixedPriceTerms(yuan(500), yuan(100), false, 0, 0), period));
        market.by(ALICE, new BuyNow(9, 0, yuan(500))).by(BOB, new BuyNow(9, 0, yuan(500)));
        market.staff(deal(10, 0, new JointPurchaseTerms(3, yuan(10), 0, at, OverSubscription.PRO_RATA), period));
        market.by(ALICE, new PledgeShares(10, 0, 3)).by(BOB, new PledgeShares(10, 0, 3));
        market.staff(deal(13, BOB, new UseFirstTerms(yuan(7), yuan(7), null, PublicityTerms.NONE, 30), period));
        market.by(BOB, new ConvertUse(13, 0)).atMicros(at).tick();
        for (int lot : new int[] {SALE, 10, 13}) {
            market.approved(new VoidLot(lot, REASON)).expectAccepted();
        }
        List<Applied> all = deliveries(market);
        try (Ledger ledger = Ledger.open(kind.fresh(directory), "test")) {
            JournalHead head = new JournalHead("Test venue", all.get(0).timestamp(), all.size());
            try (Settlement settlement = Settlement.start(ledger, head)) {
                settlement.acceptAll(all);
            }
            assertEquals(
                    List.of(10, 13, SALE),
                    ledger.annulments().stream().map(Annulment::lot).sorted().toList());
            assertEquals(List.of(), Reconciliation.of(ledger));
            assertEquals(yuan(500).fen(), ledger.summary().turnover());
        }
    }

    private static List<Applied> deliveries(MarketFixture market) {
        List<Applied> all = new ArrayList<>();
        for (int i = 0; i < market.history().size(); i++) {
            all.add(new Applied(
                    i + 1, market.submissions().get(i).time(), market.history().get(i)));
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void everyAwardOfADealIsInTheLedgerOnceWithItsDocuments(DatabaseKind kind) {
        List<Applied> all = deliveries(market());
        DataSource database = kind.fresh(directory);
        try (Ledger ledger = Ledger.open(database, "test")) {
            JournalHead head = new JournalHead("Test venue", all.get(0).timestamp(), all.size());
            try (Settlement settlement = Settlement.start(ledger, head)) {
                settlement.acceptAll(all);
            }
            Map<String, List<String>> once = LedgerTables.of(database);
            try (Settlement settlement = Settlement.start(ledger, head)) {
                all.forEach(settlement);
            }
            assertEquals(String.join("\n", tables(once)), String.join("\n", tables(LedgerTables.of(database))));
            assertEquals(List.of(), Reconciliation.of(ledger));
            check(ledger);
        }
    }

    /** All but the settler's own counter. */
    private static List<String> tables(Map<String, List<String>> ledger) {
        return ledger.entrySet().stream()
                .filter(table -> !table.getKey().equals("settlement_position"))
                .map(Object::toString)
                .toList();
    }

    private static void check(Ledger ledger) {
        List<String> awards =
                ledger.awards().stream().map(DealLedgerTest::award).toList();
        assertEquals(
                List.of(
                        "10/1 to 11 for 3000",
                        "12/1 to 11 for 90000",
                        SALE + "/1 to 11 for 50000",
                        SALE + 1 + "/1 to 12 for 50000"),
                awards);
        assertEquals(
                List.of(3_000L, 0L, 10_000L, 10_000L),
                ledger.confirmations().stream()
                        .map(SaleConfirmation::depositHeld)
                        .toList());
        assertEquals(
                List.of(ContractType.TRANSFER, ContractType.LICENSE, ContractType.LICENSE, ContractType.LICENSE),
                ledger.contracts().stream().map(TechnologyContract::type).toList());
        assertEquals(
                List.of("10 AWARDED", "11 PASSED", "12 AWARDED", "13 PASSED", SALE + " AWARDED", SALE + 1 + " AWARDED"),
                ledger.lots().stream().map(DealLedgerTest::outcome).toList());
    }

    private static String award(Award award) {
        return award.lot() + "/" + award.share().place() + " to " + award.winner() + " for "
                + award.amount().fen();
    }

    private static String outcome(LotEntry lot) {
        return lot.lot() + " " + lot.outcome();
    }
}
