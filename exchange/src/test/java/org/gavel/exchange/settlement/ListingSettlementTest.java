package org.gavel.exchange.settlement;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.SELLER;
import static org.gavel.exchange.engine.MarketFixture.wan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.Submission;
import org.gavel.exchange.engine.rulebook.Law;
import org.gavel.exchange.registry.LotEntry;
import org.gavel.exchange.registry.SaleConfirmation;
import org.gavel.protocol.command.AnnounceListing;
import org.gavel.protocol.command.ConcludeAgreement;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.QualifyBidder;
import org.gavel.protocol.command.RegisterIntention;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.value.ListingExtension;
import org.gavel.protocol.value.ListingTerms;
import org.gavel.protocol.value.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real market's listings leave in a real ledger. */
class ListingSettlementTest {
    private static final ListingTerms TERMS =
            new ListingTerms(20, Duration.ofHours(17), ListingExtension.NONE, 0, false, 0, 0, Duration.ZERO);

    @TempDir
    Path directory;

    private final MarketFixture market = Law.venue("2026-03-02T10:00");

    private void list(int listing, int lot) {
        LotPlan plan = LotPlan.lot(lot)
                .start(wan(44))
                .step(wan(1))
                .lasts(3_600)
                .deposit(wan(5))
                .qualification(0);
        market.staff(new AnnounceListing(listing, plan.announcement(), wan(44), TERMS))
                .expectAccepted();
    }

    private void party(int listing, int lot, int participant, Money offer) {
        market.by(participant, new RegisterIntention(listing, 0, offer, false));
        market.staff(new QualifyBidder(lot, participant, true, REASON));
        market.by(participant, new HoldDeposit(lot, 0)).expectAccepted();
    }

    private List<Applied> deliveries() {
        List<Applied> all = new ArrayList<>();
        List<Submission> submissions = market.submissions();
        for (int i = 0; i < submissions.size(); i++) {
            all.add(new Applied(
                    i + 1, submissions.get(i).time(), market.history().get(i)));
        }
        return all;
    }

    @Test
    void anAgreementACompetitionAndAListingWithoutPartiesAreSettledExactlyOnce() {
        list(1, 11);
        list(2, 12);
        list(3, 13);
        party(1, 11, ALICE, wan(46));
        party(2, 12, ALICE, Money.ZERO);
        party(2, 12, BOB, Money.ZERO);
        market.atMicros(Law.at("2026-03-27T17:10")).on(12).bid(BOB, wan(48)).expectAccepted();
        market.atMicros(Law.at("2026-03-30T10:00")).approved(new ConcludeAgreement(1, REASON));
        try (Ledger ledger = Ledger.open(DatabaseKind.SQLITE.fresh(directory), "test")) {
            settle(ledger);
            settle(ledger);
            assertEquals(
                    List.of(wan(46), wan(48)),
                    ledger.awards().stream().map(award -> award.amount()).toList());
            SaleConfirmation agreed = ledger.confirmations().get(0);
            assertEquals(ALICE, agreed.buyer());
            assertEquals(SELLER, agreed.seller());
            assertEquals(wan(5).fen(), agreed.depositHeld());
            assertEquals(2, ledger.contracts().size());
            LotEntry unsold = ledger.lots().get(2);
            assertEquals(Optional.of(PassCause.NO_PARTY), unsold.passCause());
            assertEquals(List.of(), Reconciliation.of(ledger));
        }
    }

    private void settle(Ledger ledger) {
        JournalHead head = new JournalHead(
                "Test venue",
                market.submissions().get(0).time(),
                market.submissions().size());
        try (Settlement settlement = Settlement.start(ledger, head)) {
            deliveries().forEach(settlement);
        }
    }
}
