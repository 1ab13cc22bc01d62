package org.gavel.ops.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Acts of two persons in two real browsers: one asks from their desk, the other sees all of it and decides. */
class TwoPersonsPageBrowserTest {
    private static final int SECOND = 9002;
    private static final int ALICE = 1001;
    private static final String SECRET = "my own invention of 2019";

    @RegisterExtension
    final Gavel gavel = new Gavel();

    private PageVenue venue;
    private Browser desk;
    private Browser second;

    @Test
    @Timeout(240)
    void oneAsksAndAnotherDecides() throws IOException, InvalidFile {
        Path program = Browser.installed();
        try (PageVenue opened = PageVenue.open(gavel, 501, ALICE, 1002);
                Browser one = Browser.start(gavel, program, "desk");
                Browser other = Browser.start(gavel, program, "second")) {
            venue = opened;
            desk = one;
            second = other;
            venue.listing();
            objects();
            decidesItWithASecondPerson();
            endsADealThatTheSecondDeclines();
            terminatesTheListing();
        }
    }

    private void objects() {
        venue.agreement();
        venue.says("{'op':'PublishDeal','lot':21,'place':'UNIT','reference':'notice 7'}");
        venue.says(ALICE, "{'op':'RaiseObjection','lot':21,'grounds':'" + SECRET + "'}");
        venue.show(desk, TestVenue.OPERATOR, Role.OPERATOR, "view=deals&number=21");
        desk.awaitText("objections", SECRET);
    }

    private void because(String reason) {
        desk.type("staff-reason", reason);
    }

    /** The first button of this act among those that wait. */
    private static String held(String act) {
        return "document.querySelector('#held-acts button[data-does=\"" + act + "\"]')";
    }

    /** Nobody approves their own act; once another has, it is done, and whoever asked is told. */
    private void decidesItWithASecondPerson() throws IOException {
        because("the board found no grounds");
        desk.press("objections", 1, "dismiss");
        desk.awaitText("answer", "waits for a second person");
        desk.awaitText("held-acts", "You asked for this; another person has to approve it");
        desk.wholeScreenshot(Gavel.file("ops/target/held-own-page.png"));
        assertEquals("null", desk.evaluate("String(" + held("approve") + ")"));
        assertEquals("", desk.text("held-told"));

        venue.show(second, SECOND, Role.CLERK, "view=listings&number=1");
        second.awaitText("held-told", "1 act waits for your approval");
        second.awaitText(
                "held-acts", "Decide an objection · objection 1 · dismissed · reason: the board found no grounds");
        second.awaitText("held-acts", String.valueOf(TestVenue.OPERATOR));
        second.press(held("show"));
        second.awaitText("objections", SECRET);
        second.wholeScreenshot(Gavel.file("ops/target/held-page.png"));
        second.screen(390, 844);
        second.wholeScreenshot(Gavel.file("ops/target/held-phone.png"));
        second.screen(1200, 1000);
        second.press(held("approve"));
        second.awaitText("answer", "Approved and done");
        second.awaitText("objections-none", "No objection is open");
        second.awaitText("held-none", "Nothing waits");
        desk.awaitText("held-said", "was approved and is done: Decide an objection, deal 21");
        desk.awaitText("objections-none", "No objection is open");
    }

    private void endsADealThatTheSecondDeclines() {
        because("the owner takes it back");
        desk.submit("pair");
        desk.awaitText("held-acts", "End the deal");
        second.press(held("decline"));
        second.awaitText("answer", "Declined; nothing is done");
        desk.awaitText("held-said", "declined, taken back or too late");
        assertEquals("not public yet", desk.text("deal-state"));
        because("the owner takes it back after all");
        desk.submit("pair");
        second.press(held("approve"));
        desk.await("document.getElementById('deal-state').dataset.state === 'TERMINATED'");
        desk.awaitText("held-said", "was approved and is done: End the deal, deal 21");
    }

    private void terminatesTheListing() {
        venue.show(desk, TestVenue.OPERATOR, Role.OPERATOR, "view=listings&number=1");
        desk.submit("pair");
        desk.awaitText("answer", "Type a reason first");
        because("the title is disputed");
        desk.submit("pair");
        venue.show(second, SECOND, Role.CLERK, "view=books");
        second.awaitText("held-acts", "Terminate the listing · reason: the title is disputed");
        second.awaitText("held-acts", "listing 1 · Patent");
        second.press(held("approve"));
        desk.await("document.getElementById('listing-state').dataset.state === 'TERMINATED'");
    }
}
