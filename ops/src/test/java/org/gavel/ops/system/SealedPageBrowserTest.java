package org.gavel.ops.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gavel.exchange.sealing.EnvelopePrivateKey;
import org.gavel.exchange.sealing.Finding;
import org.gavel.exchange.sealing.KeyDeal;
import org.gavel.exchange.sealing.KeyShare;
import org.gavel.exchange.sealing.SealedLot;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.loadtest.client.SyncClient;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.OpenLot;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.SealedPricing;
import org.gavel.protocol.value.SealedTerms;
import org.gavel.protocol.value.Title;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A sealed bid made in a real browser: two of three shares open it, and so does its bidder. */
class SealedPageBrowserTest {
    private static final int LOT = 7;
    private static final int VISITOR = 1001;
    private static final Duration SUBMISSION = Duration.ofSeconds(20);
    private static final KeyDeal DEAL = KeyDeal.of(2, List.of("exchange", "regulator", "notary"));

    @RegisterExtension
    final Gavel gavel = new Gavel();

    private ServedVenue venue;
    private Browser browser;

    @Test
    @Timeout(180)
    void anEnvelopeOfThePageOpensWithTheSharesAndByItsBidder() throws IOException, InvalidFile {
        Path program = Browser.installed();
        venue = ServedVenue.open(gavel.directory());
        try (Browser started = Browser.start(gavel, program);
                SyncClient staff = venue.client(TestVenue.OPERATOR, Role.OPERATOR)) {
            browser = started;
            announce(staff);
            browser.open(venue.page() + "#token=" + venue.token(VISITOR, Role.BIDDER));
            browser.await("document.body?.dataset.connection === 'live'");
            speakEnglish();
            browser.await("!document.getElementById('hold').disabled");
            browser.click("hold");
            browser.awaitText("me", "paddle 1");
            staff.require(new OpenLot(LOT, "as announced"));
            sealsInThePage();
            theSharesOpenIt();
            itsBidderOpensIt();
        } finally {
            venue.close();
        }
    }

    private static void announce(SyncClient staff) {
        for (int participant : new int[] {501, VISITOR}) {
            staff.require(new RegisterParticipant(participant, ""));
            staff.require(new CreditDeposit(participant, new Money(1_000_000), "bank"));
        }
        SealedTerms terms = new SealedTerms(
                new Money(100_000), SUBMISSION, Duration.ofMinutes(10), SealedPricing.FIRST, 0, 1, DEAL.key());
        staff.require(new AnnounceLot(
                LOT,
                new Title("专利", "Patent"),
                501,
                "PRIVATE_SALE",
                new Money(10_000),
                Reserve.NONE,
                List.of(terms),
                0,
                OutageRule.DEFAULT));
    }

    private void speakEnglish() {
        if (!browser.evaluate("document.documentElement.lang").equals("en")) {
            browser.click("language");
        }
    }

    private void seal(String amount) {
        browser.await("!document.getElementById('seal').hidden && !document.getElementById('seal-send').disabled");
        browser.evaluate("document.getElementById('sealed-amount').value = '" + amount + "'");
        browser.click("seal-send");
    }

    private void sealsInThePage() {
        seal("12.00");
        browser.awaitText("answer", "Type at least 1,000.00 yuan");
        seal("3200000.50");
        browser.awaitText("answer", "Sealed bid sent");
        browser.awaitText("sealed-to", "2 of these holders open it together at the close: exchange, regulator, notary");
        browser.await("/^3,200,000.50 [0-9a-f]{64}$/.test(document.getElementById('kept-text').value)");
        browser.await("document.getElementById('bid-own').hidden");
    }

    private void theSharesOpenIt() throws IOException {
        browser.await("document.getElementById('seal').hidden && !document.getElementById('open-own').hidden");
        SealedLot lot = SealedLot.read(
                venue.settings().data(), SealingKey.load(venue.settings().keys()), LOT);
        lot.requireOpening();
        List<KeyShare> shares = List.of(DEAL.shares().get(2), DEAL.shares().get(0));
        try (EnvelopePrivateKey key = EnvelopePrivateKey.assemble(lot.key(), shares)) {
            List<Finding> findings = lot.open(key);
            assertEquals(1, findings.size());
            assertEquals(Optional.empty(), findings.get(0).fault());
            assertEquals(
                    new Money(320_000_050),
                    findings.get(0).opening().orElseThrow().amount());
        }
    }

    /** Also after the page was loaded anew: what it kept is still there. */
    private void itsBidderOpensIt() {
        browser.open("about:blank");
        browser.open(venue.page() + "#token=" + venue.token(VISITOR, Role.BIDDER));
        browser.await("document.body?.dataset.connection === 'live'");
        browser.await("document.getElementById('open-own')?.disabled === false");
        speakEnglish();
        browser.click("open-own");
        browser.awaitText("answer", "Your envelope is open");
    }
}
