package org.gavel.ops.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The staff's desk in a real browser: whom they decide on comes by itself, and one person's acts are sent from it. */
class StaffPageBrowserTest {
    private static final int CLERK = 9002;
    private static final int AUDITOR = 9003;
    private static final int OWNER = 501;
    private static final int ALICE = 1001;
    private static final int BOB = 1002;
    private static final String SECRET = "my own invention of 2019";

    private static final String WITHOUT_CLOCKS =
            "[...document.getElementById('parties').rows].flatMap(r => [...r.cells].slice(0, 4)).map(c => c.textContent).join()";

    @RegisterExtension
    final Gavel gavel = new Gavel();

    private PageVenue venue;
    private Browser desk;

    @Test
    @Timeout(240)
    void aClerkQualifiesMarksAndSuspendsAndSeesObjectionsAndOffers() throws IOException, InvalidFile {
        Path program = Browser.installed();
        try (PageVenue opened = PageVenue.open(gavel, OWNER, ALICE, BOB);
                Browser one = Browser.start(gavel, program, "desk");
                Browser other = Browser.start(gavel, program, "other")) {
            venue = opened;
            desk = one;
            venue.listing();
            decidesOnIntentions();
            readsAnObjection();
            tellsWhoDoesNotBid(other);
            followsANeed(other);
        }
    }

    private void because(String reason) {
        desk.type("staff-reason", reason);
    }

    private void decidesOnIntentions() throws IOException {
        venue.show(desk, TestVenue.OPERATOR, Role.OPERATOR, "view=listings&number=1");
        desk.awaitText("staff-title", "11");
        desk.awaitText("parties-none", "Nobody takes part yet");
        venue.says(ALICE, "{'op':'RegisterIntention','listing':1,'offer':'45000000','related':true}");
        venue.says("{'op':'RegisterIntention','listing':1,'participant':" + BOB + "}");
        desk.awaitText("parties", "450,000.00");
        desk.awaitText("parties", "declared");
        desk.press("parties", ALICE, "qualify");
        desk.awaitText("answer", "Type a reason first");
        because("a related party, disclosed");
        desk.press("parties", ALICE, "mark");
        desk.awaitText("parties", "marked: related party");
        because("papers complete");
        desk.press("parties", ALICE, "qualify");
        desk.awaitText("parties", "qualified · papers complete");
        because("no licence");
        desk.press("parties", BOB, "refuse");
        desk.awaitText("parties", "refused · no licence");
        desk.wholeScreenshot(Gavel.file("ops/target/staff-page.png"));
        String told = desk.evaluate(WITHOUT_CLOCKS);

        because("looked into");
        desk.submit("suspend");
        desk.await("document.getElementById('listing-state').dataset.state === 'SUSPENDED'");
        venue.show(desk, TestVenue.OPERATOR, Role.OPERATOR, "view=listings&number=1");
        desk.awaitText("parties", "papers complete");
        assertEquals(told, desk.evaluate(WITHOUT_CLOCKS));
        because("nothing to it");
        desk.press("document.getElementById('resume')");
        desk.await("document.getElementById('listing-state').dataset.state === 'DISCLOSING'");
    }

    private void readsAnObjection() {
        venue.agreement();
        venue.show(desk, TestVenue.OPERATOR, Role.OPERATOR, "view=deals&number=21");
        desk.awaitText("parties", "buyer agreed with");
        desk.type("publish-reference", "notice 7");
        desk.submit("publish");
        desk.awaitText("deal-facts", "notice 7");
        venue.says(ALICE, "{'op':'RaiseObjection','lot':21,'grounds':'" + SECRET + "'}");
        desk.awaitText("objections", SECRET);
        desk.awaitText("objections", String.valueOf(ALICE));
    }

    private void tellsWhoDoesNotBid(Browser other) {
        venue.show(other, CLERK, Role.CLERK, "view=deals&number=21");
        other.awaitText("deal-entry", "You are signed in as the venue's staff (clerk)");
        venue.show(other, AUDITOR, Role.AUDITOR, "view=listings&number=1");
        other.awaitText("listing-entry", "You are signed in as an auditor");
        assertEquals("true", other.evaluate("String(document.getElementById('held').hidden)"));
        other.evaluate("location.hash = ''");
        other.awaitText("me", "You are signed in as an auditor");
    }

    private void followsANeed(Browser bidder) throws IOException {
        long until = (System.currentTimeMillis() + Duration.ofHours(1).toMillis()) * 1_000;
        venue.says("{'op':'AnnounceDeal','lot':22,'title':{'zh':'需求','en':'Need'},'seller':501,'category':'PRIVATE',"
                + "'rulebook':'PRIVATE_SALE','terms':{'mode':'Need','budget':'90000','until':"
                + until + "}}");
        venue.show(desk, TestVenue.OPERATOR, Role.OPERATOR, "view=deals&number=22");
        venue.show(bidder, BOB, Role.BIDDER, "view=deals&number=22");
        bidder.await("document.getElementById('make-offer').checkVisibility()");
        assertEquals("true", bidder.evaluate("String(document.getElementById('staff').hidden)"));
        bidder.chooseFile("need-file", "plan");
        bidder.type("need-price", "800");
        bidder.submit("make-offer");
        bidder.awaitText("offers", "my offer");
        bidder.press("offers", 1, "want");
        bidder.awaitText("offers", "yes");
        desk.awaitText("need-offers", String.valueOf(BOB));
        desk.awaitText("need-offers", "800.00");

        venue.show(bidder, OWNER, Role.BIDDER, "view=deals&number=22");
        bidder.awaitText("offers", "nothing yet");
        assertFalse(
                bidder.evaluate("document.getElementById('deal').textContent").contains(String.valueOf(BOB)));
        bidder.press("offers", 1, "want");
        bidder.awaitText("offers", "the other side is participant " + BOB);
        bidder.wholeScreenshot(Gavel.file("ops/target/need-page.png"));
    }
}
