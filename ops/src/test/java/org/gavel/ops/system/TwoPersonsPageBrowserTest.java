package org.gavel.ops.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gavel.exchange.sealing.KeyDeal;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.protocol.value.EnvelopeKey;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Acts of two persons in two real browsers: one asks from their desk, the other sees all of it and decides. */
class TwoPersonsPageBrowserTest {
    private static final int SECOND = 9002;
    private static final int ALICE = 1001;
    private static final String SECRET = "my own invention of 2019";
    private static final int SCORED = 31;
    private static final int SEALED = 32;

    /** The acts of two persons that the desk offers. */
    private static final String OFFERED =
            "JSON.stringify([...document.getElementById('pair-op').options].map(option => option.value))";

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
            sealedLots();
            objects();
            decidesItWithASecondPerson();
            endsADealThatTheSecondDeclines();
            terminatesTheListing();
            recordsScores();
            voidsAnEnvelope();
            voidsASale();
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

    private void sealedLot(int lot, String terms) {
        venue.says("{'op':'AnnounceLot','lot':" + lot + ",'title':{'zh':'专利','en':'Patent'},'seller':501,"
                + "'rulebook':'PRIVATE_SALE','deposit':'10000','phases':[{'start':'100000','submission':'PT3S',"
                + "'reveal':'PT1H'," + terms + "}]}");
        venue.says(ALICE, "{'op':'HoldDeposit','lot':" + lot + "}");
        venue.says("{'op':'OpenLot','lot':" + lot + ",'reason':'as announced'}");
        venue.says(
                ALICE,
                "{'op':'SubmitEnvelope','lot':" + lot + ",'commitment':'" + "ab".repeat(32) + "','ciphertext':'"
                        + "A".repeat(164) + "'}");
    }

    /** Each with an envelope of one bidder, which nobody can decrypt. */
    private void sealedLots() {
        EnvelopeKey key = KeyDeal.of(2, List.of("exchange", "notary")).key();
        sealedLot(
                SCORED,
                "'mechanism':'Scored','minBidders':1,'scores':{'priceWeight':6000,'qualityWeight':4000,"
                        + "'minQuality':6000,'scoring':'PT1H','extensions':0}");
        sealedLot(
                SEALED,
                "'mechanism':'Sealed','pricing':'FIRST','envelopeKey':{'publicKey':'" + key.publicKey()
                        + "','threshold':2,'holders':['exchange','notary']}");
    }

    private void choose(int lot) {
        for (Browser page : List.of(desk, second)) {
            page.press("document.querySelector('#views button[data-view=lots]')");
            page.press("lots", lot, "choose");
            page.awaitText("lot-title", lot + " · ");
        }
    }

    /** What the second person is shown is all that was typed, and nothing is done before they approve. */
    private void recordsScores() throws IOException {
        choose(SCORED);
        desk.type("pair-op", "RecordScores");
        desk.type("pair-bidder", String.valueOf(ALICE));
        desk.type("pair-panel", "41 87.5\\n42 84.05");
        desk.awaitText("pair-mean", "mean 85.78 points of 2");
        desk.submit("pair");
        desk.awaitText("answer", "Choose the score sheet's file");
        desk.chooseFile("pair-sheet", "signed");
        look("scores");
        desk.submit("pair");
        desk.awaitText("answer", "waits for a second person");
        assertEquals("", desk.evaluate("document.getElementById('pair-panel').value"));
        second.awaitText("held-acts", "Record scores · bidder 1001 · 85.78 points · panel 41: 87.50, 42: 84.05");
        second.awaitText(
                "held-acts", "SHA-256 of the sheet 4a3cdfae6f291c8f544daea5b72905cf9e74c1ed427d831ad0d7ca00c73c794d");
        second.press(held("approve"));
        desk.awaitText("said", "Paddle 1 has been scored");
        desk.awaitText("held-said", "was approved and is done: Record scores, lot 31");
    }

    private void voidsAnEnvelope() {
        choose(SEALED);
        desk.type("pair-op", "VoidEnvelope");
        desk.type("pair-fault", "MISMATCH");
        desk.submit("pair");
        desk.awaitText("answer", "Type the bidder's number");
        desk.type("pair-bidder", String.valueOf(ALICE));
        because("the salt inside is another");
        desk.submit("pair");
        second.awaitText(
                "held-acts", "Void an envelope · bidder 1001 · is not what was committed to · reason: the salt inside");
        second.press(held("approve"));
        desk.awaitText("said", "The envelope of paddle 1 is not what was committed to");
    }

    /** The licence goes back to its offer, which goes on. */
    private void voidsASale() throws IOException {
        venue.says("{'op':'AnnounceDeal','lot':23,'title':{'zh':'许可','en':'Licence'},'seller':501,"
                + "'category':'PRIVATE','rulebook':'PRIVATE_SALE','objectionPeriod':'PT24H','terms':{'mode':'FixedPrice',"
                + "'price':'5000000','deposit':'1000000','exclusive':false,'licences':20,'until':0}}");
        venue.show(desk, TestVenue.OPERATOR, Role.OPERATOR, "view=deals&number=23");
        assertEquals("[\"EndDeal\"]", desk.evaluate(OFFERED));
        venue.says(ALICE, "{'op':'BuyNow','lot':23,'price':'5000000'}");
        desk.awaitText("deal-facts", "1 of 20 licences sold");
        assertEquals("[\"EndDeal\",\"VoidLot\"]", desk.evaluate(OFFERED));
        desk.type("pair-op", "VoidLot");
        because("objection 12 was upheld");
        desk.type("pair-sale", "23");
        desk.submit("pair");
        desk.awaitText("answer", "Type the number of the sale");
        desk.type("pair-sale", "1000000001");
        look("sale");
        desk.submit("pair");
        second.awaitText("held-acts", "sale 1000000001 of an offer");
        assertEquals("null", second.evaluate("String(" + held("show") + ")"));
        second.press(held("approve"));
        desk.awaitText("deal-facts", "0 of 20 licences sold");
        assertEquals("open", desk.text("deal-state"));
        desk.awaitText("held-said", "was approved and is done: Make void, sale 1000000001 of an offer");
    }

    /** The desk with what is typed on it, for a person to look at. */
    private void look(String name) throws IOException {
        desk.wholeScreenshot(Gavel.file("ops/target/pair-" + name + "-page.png"));
        desk.screen(390, 844);
        assertTrue(Integer.parseInt(desk.evaluate("document.documentElement.scrollWidth")) <= 390);
        desk.wholeScreenshot(Gavel.file("ops/target/pair-" + name + "-phone.png"));
        desk.screen(1200, 1000);
    }
}
