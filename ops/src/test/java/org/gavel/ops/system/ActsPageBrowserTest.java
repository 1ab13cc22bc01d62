package org.gavel.ops.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gavel.loadtest.client.SyncClient;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.GrantPriority;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.OpenLot;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.value.ClockTerms;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.PriorityMode;
import org.gavel.protocol.value.PriorityRule;
import org.gavel.protocol.value.ProxyTerms;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.SharesPricing;
import org.gavel.protocol.value.SharesTerms;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;
import org.gavel.protocol.value.Title;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The forms beside a plain bid, in a real browser: each stands only where the lot takes what it sends. */
class ActsPageBrowserTest {
    private static final int VISITOR = 1001;
    private static final int RIVAL = 1002;
    private static final Money START = new Money(100_000);
    private static final List<Step> STEPS = List.of(new Step(Money.ZERO, new Money(10_000)));
    private static final Duration MINUTES = Duration.ofMinutes(10);

    @RegisterExtension
    final Gavel gavel = new Gavel();

    private ServedVenue venue;
    private Browser browser;

    @Test
    @Timeout(180)
    void takesUnitsMaximaMatchesAndAnswersEachOnItsLot() throws IOException, InvalidFile {
        Path program = Browser.installed();
        venue = ServedVenue.open(gavel.directory());
        try (Browser started = Browser.start(gavel, program);
                SyncClient staff = venue.client(TestVenue.OPERATOR, Role.OPERATOR)) {
            browser = started;
            for (int participant : new int[] {501, VISITOR, RIVAL}) {
                staff.require(new RegisterParticipant(participant, ""));
                staff.require(new CreditDeposit(participant, new Money(1_000_000), "bank"));
            }
            offers(staff);
            wants(staff);
            leavesAMaximum(staff);
            matches(staff);
            answers(staff);
        } finally {
            venue.close();
        }
    }

    private void opens(SyncClient staff, int lot, PhaseTerms terms, PriorityRule rule) {
        staff.require(new AnnounceLot(
                lot,
                new Title("专利", "Patent"),
                501,
                "PRIVATE_SALE",
                new Money(10_000),
                Reserve.NONE,
                List.of(terms),
                0,
                OutageRule.DEFAULT,
                rule));
        if (rule.mode() != PriorityMode.NONE) {
            staff.require(new GrantPriority(lot, VISITOR, 0, "Civil Code art. 847"));
        }
        browser.open("about:blank");
        browser.open(venue.page() + "#token=" + venue.token(VISITOR, Role.BIDDER));
        browser.await("document.body?.dataset.connection === 'live'");
        if (!browser.evaluate("document.documentElement.lang").equals("en")) {
            browser.click("language");
        }
        browser.awaitText("lot-title", lot + " · ");
        browser.await("!document.getElementById('hold').disabled");
        browser.click("hold");
        browser.awaitText("me", "paddle 1");
        staff.require(new HoldDeposit(lot, RIVAL));
        staff.require(new OpenLot(lot, "as announced"));
    }

    private void opensDivided(SyncClient staff, int lot, PhaseTerms terms) {
        opens(staff, lot, terms, PriorityRule.NONE);
        awaitButton("units-send");
        assertEquals("true", browser.evaluate("String(document.getElementById('bid-own').hidden)"));
        assertEquals("true", browser.evaluate("String(document.getElementById('bid-next').hidden)"));
    }

    private void awaitButton(String id) {
        browser.await("document.getElementById('" + id + "').checkVisibility()" + " && !document.getElementById('" + id
                + "').disabled");
    }

    private void end(int lot) {
        venue.operators().terminate(lot, "the test goes on");
    }

    private void bids(String units, String price) {
        browser.evaluate("document.getElementById('units-wanted').value = '" + units + "'");
        browser.evaluate("document.getElementById('units-price').value = '" + price + "'");
        browser.click("units-send");
    }

    private void offers(SyncClient staff) throws IOException {
        opensDivided(staff, 1, new SharesTerms(100, new Money(500), 1, MINUTES, SharesPricing.PAY_AS_BID, MINUTES));
        bids("60", "4.00");
        browser.awaitText("answer", "5.00");
        bids("60", "6.00");
        browser.awaitText("answer", "Bid for units taken");
        browser.screenshot(Gavel.file("ops/target/units-page.png"));
        end(1);
    }

    private void wants(SyncClient staff) {
        opensDivided(staff, 2, new ClockTerms(100, new Money(500), 1_000, MINUTES));
        browser.awaitText("stage", "Level 1: 5.00 yuan");
        bids("101", "");
        browser.awaitText("answer", "Bid for at most 100 units.");
        bids("40", "");
        browser.awaitText("answer", "Bid for units taken");
        end(2);
    }

    private void leavesAMaximum(SyncClient staff) {
        opens(staff, 3, new ProxyTerms(START, STEPS, MINUTES, SoftClose.NONE), PriorityRule.NONE);
        awaitButton("maximum-send");
        assertEquals("true", browser.evaluate("String(document.getElementById('bid-own').hidden)"));
        browser.evaluate("document.getElementById('maximum-amount').value = '1500'");
        browser.click("maximum-send");
        browser.awaitText("said", "Your maximum leads");
        browser.awaitText("price", "1,000.00");
        end(3);
    }

    private void rivalBids(int lot) {
        try (SyncClient rival = venue.client(RIVAL, Role.BIDDER)) {
            rival.require(new PlaceBid(lot, RIVAL, START));
        }
    }

    private static EnglishTerms english(Duration duration) {
        return new EnglishTerms(START, STEPS, false, 0, duration, SoftClose.NONE, false);
    }

    private void matches(SyncClient staff) {
        opens(staff, 4, english(MINUTES), new PriorityRule(PriorityMode.WITHIN_BIDDING, Duration.ZERO, false));
        browser.awaitText("right", "You hold a right of first refusal");
        rivalBids(4);
        awaitButton("match");
        browser.click("match");
        browser.awaitText("standing", "You lead");
        browser.awaitText("price", "1,000.00");
        end(4);
    }

    /** Also on a page that was loaded anew after the question was put. */
    private void answers(SyncClient staff) throws IOException {
        opens(staff, 5, english(Duration.ofSeconds(6)), new PriorityRule(PriorityMode.INQUIRY_AFTER, MINUTES, false));
        rivalBids(5);
        awaitButton("answer-yes");
        browser.open("about:blank");
        browser.open(venue.page() + "#token=" + venue.token(VISITOR, Role.BIDDER));
        browser.await("document.body?.dataset.connection === 'live'");
        awaitButton("answer-yes");
        browser.screenshot(Gavel.file("ops/target/answer-page.png"));
        browser.click("answer-yes");
        browser.await("document.getElementById('state').dataset.state === 'AWARDED'");
        assertEquals("leading", browser.evaluate("document.getElementById('standing').dataset.state"));
    }
}
