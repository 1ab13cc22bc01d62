package org.gavel.exchange.settlement;

import static org.gavel.exchange.settlement.EventScript.released;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.gavel.exchange.registry.Annulment;
import org.gavel.exchange.registry.Award;
import org.gavel.exchange.registry.ContractRegistration;
import org.gavel.exchange.registry.ContractType;
import org.gavel.exchange.registry.LotEntry;
import org.gavel.exchange.registry.Place;
import org.gavel.exchange.registry.SaleConfirmation;
import org.gavel.exchange.registry.TechnologyContract;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotVoided;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.value.ChallengeTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.ScoreRule;
import org.gavel.protocol.value.Share;
import org.gavel.protocol.value.Title;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

abstract class SettlementSuite {
    private static final int SELLER = 900;
    private static final int ALICE = 1;
    private static final int BOB = 2;
    private static final Money PRICE = new Money(480_000_000);

    private final DatabaseKind kind;

    @TempDir
    Path directory;

    private DataSource database;
    private Ledger ledger;

    SettlementSuite(DatabaseKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        database = kind.fresh(directory);
        ledger = Ledger.open(database, "test");
    }

    @AfterEach
    void close() {
        if (ledger != null) {
            ledger.close();
        }
    }

    @Test
    void awardLeavesFourDocumentsOfOneAmount() {
        EventScript script = sale();
        settle(script);
        Place hammer = new Place(8, 0, script.last().timestamp() - EventScript.TICK);
        assertEquals(List.of(new Award(7, ALICE, 286, PRICE, Share.WHOLE, hammer)), ledger.awards());
        SaleConfirmation confirmation = ledger.confirmations().get(0);
        assertEquals(confirmation(confirmation.number(), hammer.at()), confirmation);
        TechnologyContract contract = ledger.contracts().get(0);
        assertEquals(draft(contract.draftNumber(), hammer.at(), contract.signingDeadline()), contract);
        assertEquals(
                List.of(new ContractRegistration(
                        contract.draftNumber(), SELLER, PRICE, ContractRegistration.State.PENDING, hammer.at())),
                ledger.registrations());
        assertEquals(List.of(), Reconciliation.of(ledger));
    }

    @Test
    void documentNumbersAreTheVenuesOwn() {
        settle(sale());
        assertTrue(ledger.confirmations().get(0).number().matches("SC-[0-9a-f]{8}-0000000007"));
        assertTrue(ledger.contracts().get(0).draftNumber().matches("DRAFT-[0-9a-f]{8}-0000000007"));
    }

    @Test
    void moneyIsFreeHeldOrBackAtTheBank() {
        settle(sale().withdrawn(BOB, 10_000_000).units(BOB, "share-a", 40).units(BOB, "share-a", 2));
        LedgerSummary summary = ledger.summary();
        assertEquals(
                List.of(
                        new LedgerSummary.Balance(ALICE, 50_000_000, 0, 20_000_000, 30_000_000),
                        new LedgerSummary.Balance(BOB, 50_000_000, 10_000_000, 40_000_000, 0)),
                summary.balances());
        assertEquals(90_000_000, summary.bank());
        assertEquals(summary.bank(), summary.owed());
        assertEquals(List.of(new LedgerSummary.Units(BOB, "share-a", 42)), summary.units());
        assertEquals(480_000_000, summary.turnover());
        assertEquals(new LedgerSummary.Lots(0, 1, 0, 0, 0), summary.lots());
        assertEquals(Optional.of(EventScript.VENUE), summary.venue());
        assertEquals(List.of(), Reconciliation.of(ledger));
    }

    @Test
    void aForfeitedDepositIsTheVenues() {
        settle(EventScript.opened()
                .announced(7, SELLER, 100)
                .credited(ALICE, 250)
                .held(7, ALICE, 1, 100)
                .forfeited(7, ALICE, 100)
                .passed(7));
        LedgerSummary summary = ledger.summary();
        assertEquals(List.of(new LedgerSummary.Balance(ALICE, 250, 0, 150, 0)), summary.balances());
        assertEquals(250, summary.bank());
        assertEquals(100, summary.forfeited());
        assertEquals(List.of(), Reconciliation.of(ledger));
    }

    @Test
    void aTradeOfUnitsMovesItsMoneyAndItsUnitsOnce() {
        EventScript script = EventScript.opened()
                .credited(ALICE, 1_000)
                .units(BOB, "share-a", 40)
                .bookOpened(3, "share-a")
                .traded(3, 1, 60, 7, ALICE, BOB)
                .traded(3, 2, 50, 2, ALICE, BOB);
        settle(script);
        settle(script);
        assertEquals(
                List.of(
                        new UnitTrade(3, 1, "share-a", 60, 7, 420, ALICE, BOB, 101, 201, script.place(5)),
                        new UnitTrade(3, 2, "share-a", 50, 2, 100, ALICE, BOB, 102, 202, script.place(6))),
                ledger.trades());
        LedgerSummary summary = ledger.summary();
        assertEquals(
                List.of(
                        new LedgerSummary.Balance(ALICE, 1_000, 0, 480, 0),
                        new LedgerSummary.Balance(BOB, 0, 0, 520, 0)),
                summary.balances());
        assertEquals(
                List.of(new LedgerSummary.Units(ALICE, "share-a", 9), new LedgerSummary.Units(BOB, "share-a", 31)),
                summary.units());
        assertEquals(summary.bank(), summary.owed());
        assertEquals(List.of(), Reconciliation.of(ledger));
    }

    @Test
    void anAnnulledAwardStaysOnRecordBesideWhatMakesItVoid() {
        EventScript script = sale();
        settle(script);
        List<Award> awards = ledger.awards();
        Event voided = new LotVoided(7, ALICE, 286, PRICE, "objection 12 was upheld");
        script.happens(voided, EventScript.released(7, ALICE, 30_000_000));
        settle(script);
        Place place = new Place(script.last().sequence(), 0, script.last().timestamp());
        assertEquals(List.of(new Annulment(7, place)), ledger.annulments());
        assertEquals(awards, ledger.awards());
        assertEquals(1, ledger.confirmations().size());
        LedgerSummary summary = ledger.summary();
        assertEquals(0, summary.turnover());
        assertEquals(new LedgerSummary.Lots(0, 0, 0, 0, 1), summary.lots());
        assertEquals(
                new LedgerSummary.Balance(ALICE, 50_000_000, 0, 50_000_000, 0),
                summary.balances().get(0));
        assertEquals(List.of(), Reconciliation.of(ledger));
        settle(script);
        assertEquals(1, ledger.annulments().size());
    }

    @Test
    void aSaleThatIsVoidBeforeItsAwardIsNone() {
        settle(EventScript.opened()
                .announced(7, SELLER, 0)
                .happens(new LotVoided(7, 0, 0, Money.ZERO, "no lawful title")));
        assertEquals(LotEntry.Outcome.WITHDRAWN, ledger.lots().get(0).outcome());
        assertEquals(List.of(), ledger.annulments());
        assertEquals(List.of(), Reconciliation.of(ledger));
    }

    @Test
    void passedAndWithdrawnLotsKeepTheirOutcome() {
        EventScript script = EventScript.opened();
        script.announced(1, SELLER, 0).announced(2, SELLER, 0).announced(3, SELLER, 0);
        script.passed(1).lotWithdrawn(2);
        settle(script);
        List<LotEntry> lots = ledger.lots();
        assertEquals(LotEntry.Outcome.PASSED, lots.get(0).outcome());
        assertEquals(Optional.of(PassCause.RESERVE_NOT_MET), lots.get(0).passCause());
        assertEquals(5, lots.get(0).ended().orElseThrow().sequence());
        assertEquals(LotEntry.Outcome.WITHDRAWN, lots.get(1).outcome());
        assertEquals(LotEntry.Outcome.PENDING, lots.get(2).outcome());
        assertTrue(lots.get(2).ended().isEmpty());
        assertEquals(new LedgerSummary.Lots(1, 0, 1, 1, 0), ledger.summary().lots());
    }

    @Test
    void lotWithoutDepositHoldsNothingAndLeavesNoPosting() {
        settle(EventScript.opened()
                .announced(7, SELLER, 0)
                .held(7, ALICE, 286, 0)
                .awarded(7, ALICE, 286, 100));
        assertEquals(0, ledger.confirmations().get(0).depositHeld());
        assertEquals(List.of(), ledger.summary().balances());
    }

    @Test
    void redeliveryOfEverythingChangesNothing() {
        EventScript script = sale();
        settle(script);
        Map<String, List<String>> once = LedgerTables.of(database);
        settle(script);
        try (Settlement settlement = Settlement.start(ledger, script.head())) {
            settlement.acceptAll(script.deliveries());
            settlement.acceptAll(script.deliveries());
        }
        assertEquals(once, LedgerTables.of(database));
    }

    @Test
    void batchOfDeliveriesLeavesWhatSingleDeliveriesLeave() {
        EventScript script = sale();
        for (int i = 0; i < Settlement.MAX_BATCH; i++) {
            script.credited(BOB, 1);
        }
        settle(script);
        Map<String, List<String>> single = LedgerTables.of(database);
        DataSource other = kind.fresh(directory);
        try (Ledger batched = Ledger.open(other, "test");
                Settlement settlement = Settlement.start(batched, script.head())) {
            settlement.acceptAll(script.deliveries());
        }
        assertEquals(single, LedgerTables.of(other));
    }

    @Test
    void bidsMoveTheStoredPositionAfterTheLagOrAtTheClose() {
        EventScript script = EventScript.opened();
        try (Settlement settlement = Settlement.start(ledger, new JournalHead(EventScript.VENUE, 0, 2_000))) {
            settlement.accept(script.last());
            settlement.accept(script.silence(Settlement.MAX_LAG - 2)
                    .bid(7, ALICE, 286, 100)
                    .last());
            assertEquals(1, ledger.position());
            assertEquals(Settlement.MAX_LAG, settlement.position());
            settlement.accept(script.bid(7, ALICE, 286, 200).last());
            assertEquals(Settlement.MAX_LAG + 1, ledger.position());
            settlement.accept(script.bid(7, ALICE, 286, 300).last());
            assertEquals(Settlement.MAX_LAG + 1, ledger.position());
        }
        assertEquals(Settlement.MAX_LAG + 2, ledger.position());
    }

    @Test
    void awardOfAnUnknownLotIsAFaultThatEndsTheSettlement() {
        EventScript script = EventScript.opened().credited(ALICE, 5);
        settle(script);
        Map<String, List<String>> before = LedgerTables.of(database);
        script.awarded(7, ALICE, 286, 100);
        try (Settlement settlement = Settlement.start(ledger, script.head())) {
            SettlementFault fault = assertThrows(SettlementFault.class, () -> settlement.accept(script.last()));
            assertTrue(fault.getMessage().contains("Lot 7 is not on record"), fault.getMessage());
            Settlement stopped = settlement;
            assertThrows(
                    SettlementFault.class,
                    () -> stopped.accept(script.credited(ALICE, 1).last()));
        }
        assertEquals(before, LedgerTables.of(database));
    }

    @Test
    void secondAwardOfALotIsAFault() {
        EventScript script = sale();
        settle(script);
        Map<String, List<String>> before = LedgerTables.of(database);
        script.awarded(7, BOB, 12, 500_000_000);
        assertThrows(SettlementFault.class, () -> settle(script));
        assertEquals(before, LedgerTables.of(database));
    }

    @Test
    void everyWinnerOfALotHasAnAwardAndDocumentsOfTheirOwn() {
        EventScript script = severalWinners();
        settle(script);
        settle(script);
        assertEquals(
                List.of("1/2 400@120 48000", "2/2 300@115 34500"),
                ledger.awards().stream().map(SettlementSuite::line).toList());
        assertEquals(
                List.of(30L, 30L),
                ledger.confirmations().stream()
                        .map(SaleConfirmation::depositHeld)
                        .toList());
        assertEquals(
                List.of(ALICE, BOB),
                ledger.contracts().stream().map(TechnologyContract::transferee).toList());
        assertEquals(2, ledger.registrations().size());
        assertEquals(1, ledger.summary().lots().awarded());
        assertEquals(82_500, ledger.summary().turnover());
        assertEquals(List.of(), Reconciliation.of(ledger));
    }

    /** The seller of a challenge owns the need and pays; each winner supplies. */
    @Test
    void whereTheSellerPaysTheWinnersStandOnTheOtherSide() {
        ScoreRule scores = new ScoreRule(3_000, 7_000, 0, Duration.ofMinutes(1), 0);
        ChallengeTerms need = new ChallengeTerms(PRICE, Duration.ofMinutes(1), Duration.ofMinutes(1), scores, 1, 2, 0);
        EventScript script = EventScript.opened()
                .credited(ALICE, 100)
                .credited(BOB, 100)
                .announced(7, SELLER, 30, List.of(need))
                .held(7, ALICE, 1, 30)
                .held(7, BOB, 2, 30)
                .awardedToSeveral(7, List.of(new int[] {ALICE, 0, 900}, new int[] {BOB, 0, 800}));
        settle(script);
        assertEquals(
                List.of(ALICE, BOB),
                ledger.confirmations().stream().map(SaleConfirmation::seller).toList());
        assertEquals(
                List.of(SELLER, SELLER),
                ledger.confirmations().stream().map(SaleConfirmation::buyer).toList());
        assertEquals(
                List.of(ALICE, BOB),
                ledger.contracts().stream().map(TechnologyContract::assignor).toList());
        assertEquals(
                List.of(SELLER, SELLER),
                ledger.contracts().stream().map(TechnologyContract::transferee).toList());
        assertEquals(
                List.of(ALICE, BOB),
                ledger.registrations().stream()
                        .map(ContractRegistration::registrant)
                        .toList());
        assertEquals(30, ledger.confirmations().get(1).depositHeld());
        assertEquals(List.of(), Reconciliation.of(ledger));
    }

    @Test
    void anotherWinnerOfALotAfterItsAwardIsAFault() {
        EventScript script = severalWinners();
        settle(script);
        Map<String, List<String>> before = LedgerTables.of(database);
        Share third = new Share(3, 3, 100, new Money(110));
        script.happens(new LotAwarded(7, SELLER, 3, new Money(11_000), 2, 0, third));
        SettlementFault fault = assertThrows(SettlementFault.class, () -> settle(script));
        assertTrue(fault.getMessage().contains("Lot 7 is not on record as awarded by this command"));
        assertEquals(before, LedgerTables.of(database));
    }

    private static String line(Award award) {
        Share share = award.share();
        return share.place() + "/" + share.winners() + " " + share.units() + "@" + share.unitPrice() + " "
                + award.amount();
    }

    private static EventScript severalWinners() {
        return EventScript.opened()
                .announced(7, SELLER, 30)
                .credited(ALICE, 50)
                .credited(BOB, 50)
                .held(7, ALICE, ALICE, 30)
                .held(7, BOB, BOB, 30)
                .awardedToSeveral(7, List.of(new int[] {ALICE, 400, 120}, new int[] {BOB, 300, 115}));
    }

    @Test
    void lotThatHasEndedCannotEndAgain() {
        EventScript script = EventScript.opened().announced(7, SELLER, 0).lotWithdrawn(7);
        settle(script);
        Map<String, List<String>> before = LedgerTables.of(database);
        script.passed(7);
        assertThrows(SettlementFault.class, () -> settle(script));
        assertEquals(before, LedgerTables.of(database));
    }

    @Test
    void feedThatDoesNotBeginWithTheOpeningIsAFault() {
        EventScript script = EventScript.opened().credited(ALICE, 5);
        try (Settlement settlement = Settlement.start(ledger, script.head())) {
            assertThrows(SettlementFault.class, () -> settlement.accept(script.last()));
        }
        assertEquals(0, ledger.position());
        assertFalse(ledger.summary().venue().isPresent());
    }

    /** Two bidders, one lot of 2014's size, Alice wins it at 4.8 million yuan. */
    private static EventScript sale() {
        return EventScript.opened()
                .announced(7, SELLER, 30_000_000)
                .credited(ALICE, 50_000_000)
                .credited(BOB, 50_000_000)
                .held(7, ALICE, 286, 30_000_000)
                .held(7, BOB, 12, 30_000_000)
                .bid(7, ALICE, 286, 480_000_000)
                .awarded(7, ALICE, 286, 480_000_000, released(7, BOB, 30_000_000));
    }

    private static SaleConfirmation confirmation(String number, long at) {
        return new SaleConfirmation(
                number, 7, ALICE, SELLER, new Title("成果7", "Achievement 7"), PRICE, Share.WHOLE, 30_000_000, at);
    }

    private static TechnologyContract draft(String number, long at, long deadline) {
        return new TechnologyContract(
                number,
                7,
                1,
                ContractType.TRANSFER,
                SELLER,
                ALICE,
                "成果7",
                PRICE,
                Optional.empty(),
                TechnologyContract.State.DRAFT,
                at,
                deadline);
    }

    private void settle(EventScript script) {
        try (Settlement settlement = Settlement.start(ledger, script.head())) {
            script.deliveries().forEach(settlement);
        }
    }
}
