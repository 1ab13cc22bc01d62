package org.gavel.ops.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.loadtest.client.ClientOptions;
import org.gavel.loadtest.client.SyncClient;
import org.gavel.loadtest.link.Endpoint;
import org.gavel.ops.config.NodeConfig;
import org.gavel.ops.node.GavelNode;
import org.gavel.ops.node.NodePlan;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.OpenLot;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.WithdrawLot;
import org.gavel.protocol.value.ClockTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.SharesPricing;
import org.gavel.protocol.value.SharesTerms;
import org.gavel.protocol.value.Title;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The forms beside a plain bid, in a real browser: each stands only where the lot takes what it sends. */
class ActsPageBrowserTest {
    private static final String VENUE = "V";
    private static final int VISITOR = 1001;

    @RegisterExtension
    final Gavel gavel = new Gavel();

    private NodeConfig settings;
    private GavelNode node;
    private Browser browser;

    @Test
    @Timeout(180)
    void takesUnitsWhereALotIsDivided() throws IOException, InvalidFile {
        Optional<Path> program = Browser.program();
        if (program.isEmpty()) {
            Assumptions.abort("ActsPageBrowserTest is skipped: no Chromium on the PATH; install chromium to run it");
        }
        start();
        try (Browser started = Browser.start(gavel, program.get());
                SyncClient staff = client()) {
            browser = started;
            for (int participant : new int[] {501, VISITOR}) {
                staff.require(new RegisterParticipant(participant, ""));
                staff.require(new CreditDeposit(participant, new Money(1_000_000), "bank"));
            }
            offers(staff);
            wants(staff);
        } finally {
            node.close();
        }
    }

    private void start() throws IOException, InvalidFile {
        Path config = gavel.directory().resolve("node.yaml");
        Files.writeString(config, "venue: V\ndata: data\nkeys: keys\ndurability: process\nlisten: {port: 0}\n");
        settings = NodeConfig.read(config);
        TokenKeys.create(settings.keys());
        SealingKey.create(settings.keys());
        node = GavelNode.start(NodePlan.of(settings), fault -> {
            throw new AssertionError(fault);
        });
    }

    private String token(long subject, Role role) {
        Instant expires = Instant.now().plusSeconds(600);
        return TokenKeys.load(settings.keys()).issue(VENUE, subject, role, expires, "t" + subject);
    }

    private SyncClient client() {
        Endpoint endpoint = new Endpoint("127.0.0.1", node.port());
        return SyncClient.open(
                ClientOptions.participant(endpoint, token(TestVenue.OPERATOR, Role.OPERATOR), TestVenue.OPERATOR));
    }

    private void opens(SyncClient staff, int lot, PhaseTerms terms) {
        staff.require(new AnnounceLot(
                lot,
                new Title("专利", "Patent"),
                501,
                "PRIVATE_SALE",
                new Money(10_000),
                Reserve.NONE,
                List.of(terms),
                0,
                OutageRule.DEFAULT));
        browser.open("about:blank");
        browser.open("http://127.0.0.1:" + node.port() + "/#token=" + token(VISITOR, Role.BIDDER));
        browser.await("document.body?.dataset.connection === 'live'");
        if (!browser.evaluate("document.documentElement.lang").equals("en")) {
            browser.click("language");
        }
        browser.awaitText("lot-title", lot + " · ");
        browser.await("!document.getElementById('hold').disabled");
        browser.click("hold");
        browser.awaitText("me", "paddle 1");
        staff.require(new OpenLot(lot, "as announced"));
        browser.await("!document.getElementById('units').hidden && !document.getElementById('units-send').disabled");
        assertEquals("true", browser.evaluate("String(document.getElementById('bid-own').hidden)"));
        assertEquals("true", browser.evaluate("String(document.getElementById('bid-next').hidden)"));
    }

    private void bids(String units, String price) {
        browser.evaluate("document.getElementById('units-wanted').value = '" + units + "'");
        browser.evaluate("document.getElementById('units-price').value = '" + price + "'");
        browser.click("units-send");
    }

    private void offers(SyncClient staff) throws IOException {
        Duration minutes = Duration.ofMinutes(10);
        opens(staff, 1, new SharesTerms(100, new Money(500), 1, minutes, SharesPricing.PAY_AS_BID, minutes));
        bids("60", "4.00");
        browser.awaitText("answer", "5.00");
        bids("60", "6.00");
        browser.awaitText("answer", "Bid for units taken");
        browser.screenshot(Gavel.file("ops/target/units-page.png"));
        staff.require(new WithdrawLot(1, "the test goes on"));
    }

    private void wants(SyncClient staff) {
        opens(staff, 2, new ClockTerms(100, new Money(500), 1_000, Duration.ofMinutes(10)));
        browser.awaitText("stage", "Level 1: 5.00 yuan");
        bids("101", "");
        browser.awaitText("answer", "Bid for at most 100 units.");
        bids("40", "");
        browser.awaitText("answer", "Bid for units taken");
        staff.require(new WithdrawLot(2, "the test goes on"));
    }
}
