package org.gavel.ops.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.gavel.loadtest.client.SyncClient;
import org.gavel.loadtest.link.Wire;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The staff's desk in a real browser: whom they decide on comes by itself, one person's acts are sent from it, and those
 * of two persons wait there for the second.
 */
class StaffPageBrowserTest {
    private static final int SECOND = 9002;
    private static final int AUDITOR = 9003;
    private static final int OWNER = 501;
    private static final int ALICE = 1001;
    private static final int BOB = 1002;
    private static final String SECRET = "my own invention of 2019";

    private static final String WITHOUT_CLOCKS =
            "[...document.getElementById('parties').rows].flatMap(r => [...r.cells].slice(0, 4)).map(c => c.textContent).join()";

    @RegisterExtension
    final Gavel gavel = new Gavel();

    private ServedVenue venue;
    private SyncClient staff;
    private Browser desk;
    private int cids;

    @Test
    @Timeout(240)
    void aClerkQualifiesMarksAndSuspendsAndSeesObjectionsAndOffers() throws IOException, InvalidFile {
        Optional<Path> program = Browser.program();
        if (program.isEmpty()) {
            Assumptions.abort("StaffPageBrowserTest is skipped: no Chromium on the PATH; install chromium to run it");
        }
        venue = ServedVenue.open(gavel.directory());
        try (Browser one = Browser.start(gavel, program.get(), "desk");
                Browser other = Browser.start(gavel, program.get(), "bidder");
                SyncClient operator = venue.client(TestVenue.OPERATOR, Role.OPERATOR)) {
            desk = one;
            staff = operator;
            begin();
            decidesOnIntentions();
            readsAnObjection();
            decidesItWithASecondPerson(other);
            endsADealThatTheSecondDeclines(other);
            tellsWhoDoesNotBid(other);
            followsANeed(other);
            terminatesTheListing(other);
        } finally {
            venue.close();
        }
    }

    private void says(String command) {
        says(staff, command);
    }

    private void says(SyncClient client, String command) {
        ObjectNode fields = Wire.read(command.replace('\'', '"')).orElseThrow();
        client.ask(fields.remove("op").asText(), fields.put("cid", "s" + ++cids));
    }

    private void begin() {
        int now = Year.now(ZoneId.of("Asia/Shanghai")).getValue();
        for (int year : List.of(now, now + 1)) {
            says("{'op':'InstallCalendar','calendar':{'year':" + year + ",'version':9,'holidays':[],'workdays':[],"
                    + "'source':'test','mark':'W'},'reason':'test'}");
        }
        for (int participant : List.of(OWNER, ALICE, BOB)) {
            says("{'op':'RegisterParticipant','participant':" + participant + "}");
            says("{'op':'CreditDeposit','participant':" + participant + ",'amount':'500000000','reference':'bank'}");
        }
        says("{'op':'AnnounceListing','listing':1,'lot':{'lot':11,'title':{'zh':'专利','en':'Patent'},'seller':501,"
                + "'rulebook':'PRIVATE_SALE','deposit':'5000000','phases':[{'mechanism':'English','start':'44000000',"
                + "'increments':[{'from':'0','step':'1000000'}],'anyRaise':true,'duration':'PT1H',"
                + "'softClose':{'window':'PT5M','extension':'PT5M'}}],"
                + "'admission':{'qualification':true,'relatedParties':'DISCLOSED'}},'listPrice':'44000000','terms':"
                + "{'days':20,'closing':'PT17H','extension':{'days':5,'mostCycles':2,'fewerThan':1}}}");
    }

    private void open(Browser browser, long who, Role role, String place) {
        browser.open("about:blank");
        browser.open(venue.page() + "#token=" + venue.token(who, role) + "&" + place);
        browser.await("document.body?.dataset.connection === 'live'");
        if (!browser.evaluate("document.documentElement.lang").startsWith("en")) {
            browser.click("language");
        }
        browser.awaitText("account-who", String.valueOf(who));
    }

    private static void press(Browser browser, String script) {
        browser.await("(b => b && b.checkVisibility() && !b.disabled)(" + script + ")");
        browser.evaluate(script + ".click()");
    }

    private static String button(String table, int key, String act) {
        return "document.querySelector('#" + table + " button[data-key=\"" + key + "\"][data-does=\"" + act + "\"]')";
    }

    private void because(String reason) {
        desk.evaluate("document.getElementById('staff-reason').value = '" + reason + "'");
    }

    private void decidesOnIntentions() throws IOException {
        open(desk, TestVenue.OPERATOR, Role.OPERATOR, "view=listings&number=1");
        desk.awaitText("staff-title", "11");
        desk.awaitText("parties-none", "Nobody takes part yet");
        try (SyncClient alice = venue.client(ALICE, Role.BIDDER)) {
            says(alice, "{'op':'RegisterIntention','listing':1,'offer':'45000000','related':true}");
        }
        says("{'op':'RegisterIntention','listing':1,'participant':" + BOB + "}");
        desk.awaitText("parties", "450,000.00");
        desk.awaitText("parties", "declared");
        press(desk, button("parties", ALICE, "qualify"));
        desk.awaitText("answer", "Type a reason first");
        because("a related party, disclosed");
        press(desk, button("parties", ALICE, "mark"));
        desk.awaitText("parties", "marked: related party");
        because("papers complete");
        press(desk, button("parties", ALICE, "qualify"));
        desk.awaitText("parties", "qualified · papers complete");
        because("no licence");
        press(desk, button("parties", BOB, "refuse"));
        desk.awaitText("parties", "refused · no licence");
        desk.wholeScreenshot(Gavel.file("ops/target/staff-page.png"));
        String told = desk.evaluate(WITHOUT_CLOCKS);

        because("looked into");
        press(desk, "document.querySelector('#suspend button')");
        desk.await("document.getElementById('listing-state').dataset.state === 'SUSPENDED'");
        open(desk, TestVenue.OPERATOR, Role.OPERATOR, "view=listings&number=1");
        desk.awaitText("parties", "papers complete");
        assertEquals(told, desk.evaluate(WITHOUT_CLOCKS));
        because("nothing to it");
        press(desk, "document.getElementById('resume')");
        desk.await("document.getElementById('listing-state').dataset.state === 'DISCLOSING'");
    }

    private void readsAnObjection() {
        says("{'op':'AnnounceDeal','lot':21,'title':{'zh':'协议','en':'Agreement'},'seller':501,'buyer':1002,"
                + "'category':'PRIVATE','rulebook':'PRIVATE_SALE','terms':{'mode':'Negotiated','price':'9000000',"
                + "'transfer':'TRANSFER','publicity':{'days':15,'summary':'It.','related':false,"
                + "'objections':'In writing.'}}}");
        open(desk, TestVenue.OPERATOR, Role.OPERATOR, "view=deals&number=21");
        desk.awaitText("parties", "buyer agreed with");
        desk.evaluate("document.getElementById('publish-reference').value = 'notice 7'");
        press(desk, "document.querySelector('#publish button')");
        desk.awaitText("deal-facts", "notice 7");
        try (SyncClient alice = venue.client(ALICE, Role.BIDDER)) {
            says(alice, "{'op':'RaiseObjection','lot':21,'grounds':'" + SECRET + "'}");
        }
        desk.awaitText("objections", SECRET);
        desk.awaitText("objections", String.valueOf(ALICE));
    }

    private static String shown(String table, String act) {
        return "[...document.querySelectorAll('#" + table + " button[data-does=\"" + act
                + "\"]')].find(b => b.checkVisibility())";
    }

    /** Nobody approves their own act; once another has, it is done, and whoever asked is told. */
    private void decidesItWithASecondPerson(Browser second) throws IOException {
        because("the board found no grounds");
        press(desk, button("objections", 1, "dismiss"));
        desk.awaitText("answer", "waits for a second person");
        desk.awaitText("held-acts", "You asked for this; another person has to approve it");
        desk.wholeScreenshot(Gavel.file("ops/target/held-own-page.png"));
        assertEquals("undefined", desk.evaluate("String(" + shown("held-acts", "approve") + ")"));
        assertEquals("", desk.text("held-told"));

        open(second, SECOND, Role.CLERK, "view=listings&number=1");
        second.awaitText("held-told", "1 act waits for your approval");
        second.awaitText(
                "held-acts", "Decide an objection · objection 1 · dismissed · reason: the board found no grounds");
        second.awaitText("held-acts", String.valueOf(TestVenue.OPERATOR));
        press(second, shown("held-acts", "show"));
        second.awaitText("objections", SECRET);
        second.wholeScreenshot(Gavel.file("ops/target/held-page.png"));
        second.screen(390, 844);
        second.wholeScreenshot(Gavel.file("ops/target/held-phone.png"));
        second.screen(1200, 1000);
        press(second, shown("held-acts", "approve"));
        second.awaitText("answer", "Approved and done");
        second.awaitText("objections-none", "No objection is open");
        second.awaitText("held-none", "Nothing waits");
        desk.awaitText("held-said", "was approved and is done: Decide an objection, deal 21");
        desk.awaitText("objections-none", "No objection is open");
    }

    private void endsADealThatTheSecondDeclines(Browser second) {
        because("the owner takes it back");
        press(desk, "document.getElementById('pair-send')");
        desk.awaitText("held-acts", "End the deal");
        press(second, shown("held-acts", "decline"));
        second.awaitText("answer", "Declined; nothing is done");
        desk.awaitText("held-said", "declined, taken back or too late");
        assertEquals("not public yet", desk.text("deal-state"));
        because("the owner takes it back after all");
        press(desk, "document.getElementById('pair-send')");
        press(second, shown("held-acts", "approve"));
        desk.await("document.getElementById('deal-state').dataset.state === 'TERMINATED'");
        desk.awaitText("held-said", "was approved and is done: End the deal, deal 21");
    }

    private void terminatesTheListing(Browser second) {
        open(desk, TestVenue.OPERATOR, Role.OPERATOR, "view=listings&number=1");
        press(desk, "document.getElementById('pair-send')");
        desk.awaitText("answer", "Type a reason first");
        because("the title is disputed");
        press(desk, "document.getElementById('pair-send')");
        open(second, SECOND, Role.CLERK, "view=books");
        second.awaitText("held-acts", "Terminate the listing · reason: the title is disputed");
        second.awaitText("held-acts", "listing 1 · Patent");
        press(second, shown("held-acts", "approve"));
        desk.await("document.getElementById('listing-state').dataset.state === 'TERMINATED'");
    }

    private void tellsWhoDoesNotBid(Browser other) throws IOException {
        other.awaitText("deal-entry", "You are signed in as the venue's staff (clerk)");
        open(other, AUDITOR, Role.AUDITOR, "view=listings&number=1");
        other.awaitText("listing-entry", "You are signed in as an auditor");
        assertEquals("true", other.evaluate("String(document.getElementById('held').hidden)"));
        other.evaluate("location.hash = ''");
        other.awaitText("me", "You are signed in as an auditor");
    }

    private void followsANeed(Browser bidder) throws IOException {
        long until = (System.currentTimeMillis() + Duration.ofHours(1).toMillis()) * 1_000;
        says("{'op':'AnnounceDeal','lot':22,'title':{'zh':'需求','en':'Need'},'seller':501,'category':'PRIVATE',"
                + "'rulebook':'PRIVATE_SALE','terms':{'mode':'Need','budget':'90000','until':"
                + until + "}}");
        open(desk, TestVenue.OPERATOR, Role.OPERATOR, "view=deals&number=22");
        open(bidder, BOB, Role.BIDDER, "view=deals&number=22");
        bidder.await("document.getElementById('make-offer').checkVisibility()");
        assertEquals("true", bidder.evaluate("String(document.getElementById('staff').hidden)"));
        bidder.evaluate(
                "(f => { const d = new DataTransfer(); d.items.add(new File(['plan'], 'plan.pdf')); f.files = d.files; })"
                        + "(document.getElementById('need-file'))");
        bidder.evaluate("document.getElementById('need-price').value = '800'");
        press(bidder, "document.querySelector('#make-offer button')");
        bidder.awaitText("offers", "my offer");
        press(bidder, button("offers", 1, "want"));
        bidder.awaitText("offers", "yes");
        desk.awaitText("need-offers", String.valueOf(BOB));
        desk.awaitText("need-offers", "800.00");

        open(bidder, OWNER, Role.BIDDER, "view=deals&number=22");
        bidder.awaitText("offers", "nothing yet");
        assertFalse(
                bidder.evaluate("document.getElementById('deal').textContent").contains(String.valueOf(BOB)));
        press(bidder, button("offers", 1, "want"));
        bidder.awaitText("offers", "the other side is participant " + BOB);
        bidder.wholeScreenshot(Gavel.file("ops/target/need-page.png"));
    }
}
