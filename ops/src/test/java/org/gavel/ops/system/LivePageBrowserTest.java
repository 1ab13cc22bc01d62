package org.gavel.ops.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.gavel.loadtest.client.SyncClient;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.StartRoadshow;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The live page in a real browser: what a bidder in the hall sees, and what they can do. */
class LivePageBrowserTest {
    private static final int VISITOR = EventText.FIRST_BIDDER;
    private static final int ALICE = EventText.FIRST_BIDDER + 1;
    private static final String TERMS = """
            { seller: 501, deposit: 10%, increment: 5万, duration: 10m, outage: { resumeAfter: 1s } }""";

    @RegisterExtension
    final Gavel gavel = new Gavel();

    private TestVenue venue;
    private GavelProcess node;
    private Browser browser;

    @Test
    @Timeout(150)
    void showsTheLotTakesABidAndComesBackAfterAnOutage() throws IOException {
        Path program = Browser.installed();
        venue = new TestVenue(gavel, "durability: disk\n");
        node = venue.serve();
        openTheLot();
        try (Browser started = Browser.start(gavel, program);
                SyncClient alice = venue.client(ALICE, Role.BIDDER)) {
            browser = started;
            browser.open("http://127.0.0.1:" + venue.port() + "/#token=" + venue.token(VISITOR, Role.BIDDER));
            showsTheLot();
            speaksBothLanguages();
            movesWhenSomebodyBids(alice);
            bidsWithItsButton(alice);
            saysWhenTheConnectionIsLost();
            browser.screenshot(Gavel.file("ops/target/live-page.png"));
        }
    }

    private void openTheLot() {
        String event = venue.write("event.yaml", EventText.of(3, 3, TERMS));
        gavel.run(0, "event", "load", event, "--config", venue.config());
        try (SyncClient clerk = venue.client(TestVenue.OPERATOR, Role.OPERATOR)) {
            clerk.require(new StartRoadshow(EventText.ROADSHOW, "The test begins."));
        }
    }

    private void showsTheLot() {
        browser.await("document.body?.dataset.connection === 'live'");
        browser.awaitText("lot-title", "1 · ");
        assertEquals("", browser.evaluate("location.hash"), "the token stays in the address");
        String before = browser.text("countdown");
        assertTrue(before.matches("00:(09|10):\\d\\d"), before);
        browser.await("document.getElementById('countdown').textContent !== '" + before + "'");
        assertEquals("4", browser.evaluate("document.querySelectorAll('#lots tr').length"));
    }

    private void speaksBothLanguages() {
        String first = browser.evaluate("document.documentElement.lang");
        String title = browser.text("lot-title");
        browser.click("language");
        assertNotEquals(first, browser.evaluate("document.documentElement.lang"));
        assertNotEquals(title, browser.text("lot-title"));
        if (first.equals("en")) {
            assertEquals("1 · 成果1", browser.text("lot-title"));
            browser.click("language");
        }
        assertEquals("en", browser.evaluate("document.documentElement.lang"));
        assertEquals("1 · Achievement 1", browser.text("lot-title"));
    }

    private void movesWhenSomebodyBids(SyncClient alice) {
        alice.require(new HoldDeposit(1, ALICE));
        bid(alice, 500_000);
        browser.awaitText("price", "500,000.00");
        browser.awaitText("leader", "paddle 1");
        browser.awaitText("next-minimum", "550,000.00");
    }

    private void bidsWithItsButton(SyncClient alice) {
        browser.await("!document.getElementById('hold').disabled");
        browser.click("hold");
        browser.await("!document.getElementById('bid-next').disabled");
        browser.click("bid-next");
        browser.awaitText("standing", "You lead");
        browser.awaitText("price", "550,000.00");
        browser.awaitText("history", "550,000.00");
        bid(alice, 600_000);
        browser.awaitText("standing", "You have been outbid");
        browser.awaitText("price", "600,000.00");
    }

    private static void bid(SyncClient alice, long yuan) {
        alice.require(new PlaceBid(1, ALICE, new Money(yuan * 100)));
    }

    private void saysWhenTheConnectionIsLost() {
        node.kill();
        browser.awaitText("connection", "connection lost");
        browser.await("document.getElementById('bid-next').disabled");
        String frozen = browser.text("countdown");
        node = venue.serve();
        browser.await("document.body.dataset.connection === 'live'");
        browser.await("document.getElementById('state').dataset.state === 'OPEN'");
        browser.awaitText("price", "600,000.00");
        browser.await("document.getElementById('countdown').textContent !== '" + frozen + "'");
        browser.await("!document.getElementById('bid-next').disabled");
        browser.click("bid-next");
        browser.awaitText("standing", "You lead");
    }
}
