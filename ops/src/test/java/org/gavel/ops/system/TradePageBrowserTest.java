package org.gavel.ops.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Listings, deals and a unit book in real browsers: two pages act on them, and see what the other has done. */
class TradePageBrowserTest {
    private static final int SELLER = 501;
    private static final int ALICE = 1001;
    private static final int BOB = 1002;
    private static final int PHONE = 390;
    private static final String OPEN_ORDERS = "document.querySelector('#open-orders-list summary')";

    /** Where the pages are to be looked at by a person: a directory, or nothing. */
    private static final Optional<Path> SHOTS =
            Optional.ofNullable(System.getProperty("gavel.test.screenshots")).map(Path::of);

    @RegisterExtension
    final Gavel gavel = new Gavel();

    private PageVenue venue;
    private Browser alice;
    private Browser bob;

    @Test
    @Timeout(240)
    void twoPagesRegisterIntentionsTradeAndObject() throws IOException, InvalidFile {
        Path program = Browser.installed();
        try (PageVenue opened = PageVenue.open(gavel, SELLER, ALICE, BOB);
                Browser one = Browser.start(gavel, program, "alice");
                Browser other = Browser.start(gavel, program, "bob")) {
            venue = opened;
            alice = one;
            bob = other;
            people();
            listings();
            registersAnIntention();
            quotesInADynamicListing();
            deals();
            buysPledgesAndObjects();
            book();
            tradesBetweenTwoPages();
            seesACallAndAHalt();
            comesBackAfterItsConnectionIsLost();
        }
    }

    private void people() {
        for (int participant : List.of(SELLER, ALICE, BOB)) {
            venue.says(
                    "{'op':'DecideAdmission','participant':" + participant + ",'state':'VERIFIED','reason':'checked'}");
        }
        venue.says("{'op':'CreditUnits','participant':" + BOB + ",'asset':'PATENT-POOL.A','quantity':5000}");
    }

    private void listing(int number, String title, String phase) {
        venue.says(
                "{'op':'AnnounceListing','listing':" + number + ",'lot':{'lot':" + (10 + number) + ",'title':" + title
                        + ",'seller':501,'rulebook':'PRIVATE_SALE','deposit':'5000000','phases':[" + phase
                        + "],'admission':{'qualification':true,'relatedParties':'DISCLOSED'}},'listPrice':'44000000','terms':"
                        + "{'days':20,'closing':'PT17H','extension':{'days':5,'mostCycles':2,'fewerThan':1}}}");
    }

    private void listings() {
        listing(
                1,
                "{'zh':'一种高效固态电池电解质的制备方法（发明专利权）','en':'Preparation of a solid battery electrolyte (patent)'}",
                "{'mechanism':'English','start':'44000000','increments':[{'from':'0','step':'1000000'}],'anyRaise':true,"
                        + "'duration':'PT1H','softClose':{'window':'PT5M','extension':'PT5M'}}");
        listing(
                2,
                "{'zh':'工业视觉检测软件著作权','en':'Software for visual inspection'}",
                "{'mechanism':'Quotes','start':'44000000','step':'1000000','softClose':{'window':'PT5M','extension':'PT5M'}}");
    }

    private static void choose(Browser browser, String list, int number) {
        browser.press(list, number, "choose");
    }

    /** In both languages, on a desk and on a phone, which it must not be wider than. */
    private void look(Browser browser, String name) throws IOException {
        for (String language : List.of("zh", "en")) {
            browser.speak(language);
            browser.screen(1200, 1000);
            shoot(browser, name + "-" + language + "-desk.png");
            browser.screen(PHONE, 844);
            int width = Integer.parseInt(browser.evaluate("document.documentElement.scrollWidth"));
            assertTrue(width <= PHONE, name + " in " + language + " is " + width + " wide");
            shoot(browser, name + "-" + language + "-phone.png");
        }
        browser.screen(1200, 1000);
    }

    private static void shoot(Browser browser, String file) throws IOException {
        if (SHOTS.isPresent()) {
            Files.createDirectories(SHOTS.get());
            browser.wholeScreenshot(SHOTS.get().resolve(file));
        }
    }

    private void registersAnIntention() throws IOException {
        venue.show(alice, ALICE, Role.BIDDER, "view=listings&number=1");
        alice.awaitText("listing-title", "1 · Preparation of a solid battery electrolyte");
        alice.awaitText("listing-state", "takes intentions");
        alice.awaitText("listing-facts", "440,000.00");
        String clock = "document.querySelector('#listing-facts [data-until]').textContent";
        String before = alice.evaluate(clock);
        assertTrue(before.matches("\\d+ d \\d\\d:\\d\\d:\\d\\d"), before);
        alice.await(clock + " !== '" + before + "'");
        look(alice, "listing-open");
        alice.speak("en");
        alice.type("register-offer", "4.567");
        alice.submit("register");
        alice.awaitText("answer", "Type an amount above zero");
        alice.type("register-offer", "450,000.01");
        alice.submit("register");
        alice.awaitText("answer", "Intention registered");
        alice.awaitText("listing-place", "registered as number 1 · you offered 450,000.01 yuan");
        alice.awaitText("listing-term", "Until your qualification is decided");
        venue.says("{'op':'QualifyBidder','lot':11,'participant':1001,'qualified':true,'reason':'papers complete'}");
        alice.awaitText("listing-term", "Until your deposit is due");
        venue.show(alice, ALICE, Role.BIDDER, "view=listings&number=1");
        alice.awaitText("listing-place", "you offered 450,000.01 yuan");
        alice.awaitText("listing-term", "Until your deposit is due");
        alice.press("document.getElementById('listing-hold')");
        alice.awaitText("listing-place", "paddle 1");
        alice.type("offer-amount", "450000");
        alice.submit("offer");
        alice.awaitText("answer", "4257 · Offer more than 450,000.01");
        look(alice, "listing-party");
        alice.press("document.querySelector('#views button[data-view=lots]')");
        alice.awaitText("lot-title", "11 · ");
        look(alice, "lots");
        alice.press("document.querySelector('#views button[data-view=listings]')");
    }

    private void quotesInADynamicListing() throws IOException {
        choose(alice, "listings", 2);
        alice.awaitText("listing-kind", "dynamic listing");
        alice.submit("register");
        alice.awaitText("listing-place", "registered as number 1");
        venue.says("{'op':'QualifyBidder','lot':12,'participant':1001,'qualified':true,'reason':'papers complete'}");
        alice.press("document.getElementById('listing-hold')");
        alice.awaitText("quote-next", "Quote 440,000.00 yuan");
        alice.press("document.getElementById('quote-next')");
        alice.awaitText("listing-facts", "440,000.00 yuan (paddle 1)");
        venue.show(bob, BOB, Role.BIDDER, "view=listings&number=2");
        bob.awaitText("listing-facts", "440,000.00 yuan (paddle 1)");
        alice.type("offer-amount", "445000");
        alice.submit("offer");
        alice.awaitText("answer", "4259 · Quote the list price plus whole steps; the next is 450,000.00");
        alice.type("offer-amount", "450000");
        alice.submit("offer");
        bob.awaitText("listing-facts", "450,000.00 yuan (paddle 1)");
        bob.awaitText("listing-said", "450,000.00");
        look(alice, "listing-dynamic");
        venue.says("{'op':'SuspendListing','listing':2,'cause':'TITLE_DISPUTE','reason':'a co-owner objects'}");
        bob.awaitText("listing-state", "stands still");
        bob.awaitText("listing-note", "a co-owner objects");
        bob.await("!document.getElementById('register').checkVisibility()");
    }

    private void deals() {
        long hour = System.currentTimeMillis() * 1_000 + 3_600_000_000L;
        venue.says(
                "{'op':'AnnounceDeal','lot':21,'title':{'zh':'图像识别算法许可','en':'Image recognition licence'},'seller':501,"
                        + "'rulebook':'PRIVATE_SALE','terms':{'mode':'FixedPrice','price':'5000000',"
                        + "'deposit':'1000000','exclusive':false,'licences':20,'until':" + hour + "}}");
        venue.says("{'op':'AnnounceDeal','lot':22,'title':{'zh':'燃料电池专利池','en':'Fuel cell patent pool'},'seller':501,"
                + "'rulebook':'PRIVATE_SALE','terms':{'mode':'JointPurchase','shares':10,'sharePrice':'100000','withdrawUntil':"
                + (hour - 1_000_000) + ",'until':" + hour + ",'overSubscription':'PRO_RATA'}}");
        venue.says(
                "{'op':'AnnounceDeal','lot':23,'title':{'zh':'抗病水稻品种','en':'Resistant rice variety'},'seller':501,'buyer':1002,"
                        + "'rulebook':'PRIVATE_SALE','terms':{'mode':'Negotiated','price':'800000000',"
                        + "'transfer':'EXCLUSIVE_LICENCE','publicity':{'days':15,'summary':'一种抗稻瘟病的水稻品种 A rice variety',"
                        + "'related':false,'objections':'In writing to the office of technology transfer; 书面提交成果转化办公室'}}}");
    }

    private void buysPledgesAndObjects() throws IOException {
        venue.show(alice, ALICE, Role.BIDDER, "view=deals&number=21");
        alice.press("document.getElementById('buy')");
        alice.awaitText("answer", "Bought");
        alice.awaitText("deal-facts", "1 of 20 licences sold");
        alice.press("document.getElementById('buy')");
        alice.awaitText("answer", "4287 · You have bought this licence already");
        choose(alice, "deals", 22);
        alice.type("pledge-shares", "6");
        alice.awaitText("pledge-cost", "6,000.00 yuan will be held");
        alice.submit("pledge");
        alice.awaitText("deal-mine", "You have pledged 6 shares");
        alice.awaitText("deals", "6 of 10 shares pledged");
        look(alice, "deal-pledged");
        alice.speak("en");
        alice.press("document.getElementById('unpledge')");
        alice.awaitText("answer", "Pledge withdrawn");
        choose(alice, "deals", 23);
        alice.await("!document.getElementById('object').checkVisibility()");
        venue.says("{'op':'PublishDeal','lot':23,'place':'UNIT','reference':'notice 2026-31'}");
        alice.awaitText("deal-facts", "notice 2026-31");
        venue.says("{'op':'PublishDeal','lot':23,'place':'VENUE','reference':'page 23'}");
        alice.awaitText("deal-facts", "Until the publicity ends");
        alice.submit("object");
        alice.awaitText("answer", "Say why you object");
        alice.type("object-grounds", "it was promised to us");
        alice.submit("object");
        alice.awaitText("deal-mine", "Your objection, number 1");
        venue.show(alice, ALICE, Role.BIDDER, "view=deals&number=23");
        alice.awaitText("deal-mine", "Your objection, number 1");
        look(alice, "deal-objection");
        alice.speak("en");
        alice.press("document.getElementById('unobject')");
        alice.awaitText("answer", "Objection withdrawn");
        alice.awaitText("deal-mine", "");
        venue.show(bob, BOB, Role.BIDDER, "view=deals&number=23");
        bob.awaitText("deal-mine", "You are the buyer agreed with");
        bob.await("!document.getElementById('object').checkVisibility()");
    }

    private void book() {
        venue.says(
                "{'op':'OpenBook','book':3,'asset':'PATENT-POOL.A','title':{'zh':'专利包份额','en':'Patent pool units'},'terms':"
                        + "{'tick':'10','lowest':'10','highest':'1000000','band':1000,'volatilityCall':'PT2M','outageCall':'PT5M'},'reference':'12000',"
                        + "'reason':'admitted to trading'}");
    }

    private void order(Browser browser, String side, String kind, String price, String units) {
        browser.evaluate("document.getElementById('side-" + side + "').checked = true");
        browser.type("order-kind", kind);
        browser.type("order-price", price);
        browser.type("order-units", units);
        browser.press("document.getElementById('order-send')");
    }

    private void tradesBetweenTwoPages() throws IOException {
        venue.show(alice, ALICE, Role.BIDDER, "view=books&number=3");
        watchesThenSignsIn();
        bob.awaitText("book-phase", "continuous trading");
        bob.awaitText("order-cost", "");
        order(bob, "sell", "LIMIT", "120.05", "100");
        bob.awaitText("answer", "4204 · Give a price that is a multiple of 0.10");
        order(bob, "sell", "LIMIT", "121", "300");
        bob.awaitText("answer", "Order ");
        order(bob, "sell", "POST", "120.10", "100");
        alice.awaitText("book-facts", "120.10 × 100");
        alice.await("document.querySelectorAll('#depth tr').length === 2");
        order(alice, "buy", "LIMIT", "119.90", "250");
        bob.awaitText("book-facts", "119.90 × 250");
        order(alice, "buy", "FOK", "120.10", "5000");
        alice.awaitText("own-said", "could not be filled whole (5,000 units)");
        order(alice, "buy", "IOC", "120.10", "60");
        alice.awaitText("own-said", "60 units traded at 120.10 yuan");
        bob.awaitText("own-said", "60 units traded at 120.10 yuan");
        bob.awaitText("trades", "120.10");
        alice.awaitText("book-facts", "120.10 × 40");
        alice.awaitText("account-held", "29,975.00 yuan held for orders");
        order(alice, "buy", "MARKET", "", "10");
        alice.awaitText("own-said", "10 units traded at 120.10 yuan");
        order(alice, "buy", "LIMIT", "999999.99", "1");
        alice.awaitText("answer", "4206 · Give a price of at most 10,000.00");
        look(alice, "book-continuous");
        alice.speak("en");
        amendsAndCancels();
        followsOrdersOneByOne();
    }

    /** Whoever has no token sees the same book, and nothing to send. */
    private void watchesThenSignsIn() {
        venue.showToSpectator(bob, "view=books");
        bob.awaitText("book-phase", "continuous trading");
        bob.awaitText("trade-entry", "sign in to trade");
        bob.await(
                "!document.getElementById('order').checkVisibility() && !document.getElementById('own').checkVisibility()");
        bob.type("token", venue.served().token(BOB, Role.BIDDER));
        bob.submit("sign-in");
        bob.awaitText("account-who", "Participant " + BOB);
        bob.await("document.getElementById('order').checkVisibility()");
    }

    private void amendsAndCancels() {
        alice.press("document.querySelector('#own-orders button[data-does=amend]')");
        alice.type("amend-units", "200");
        alice.press("document.getElementById('amend-send')");
        alice.awaitText("own-said", "200 units open, it keeps its turn");
        bob.awaitText("depth", "200");
        bob.press("document.querySelector('#own-orders button[data-does=cancel]')");
        bob.awaitText("own-said", "cancelled");
        alice.await("document.querySelectorAll('#depth tr').length === 1");
    }

    /** Only once their list is open; a row stays the same while what stands in it changes. */
    private void followsOrdersOneByOne() throws IOException {
        assertEquals("", alice.text("open-orders"));
        for (Browser page : List.of(alice, bob)) {
            page.press(OPEN_ORDERS);
            page.awaitText("open-orders-note", "In the order they will trade");
        }
        alice.awaitText("open-orders", " (mine)200119.90121.00300");
        alice.evaluate("window.first = document.querySelector('#open-orders tr')");
        order(bob, "buy", "LIMIT", "119.90", "7");
        alice.await("document.querySelector('#open-orders tr:nth-child(2)')?.textContent.endsWith('7119.90')");
        bob.awaitText("open-orders", " (mine)7119.90");
        order(bob, "buy", "LIMIT", "120.00", "8");
        alice.await("window.first.textContent.includes('8120.00121.00300')");
        assertEquals("true", alice.evaluate("String(window.first.isConnected)"));
        look(alice, "open-orders");
        alice.speak("en");
        bob.press("document.getElementById('cancel-all')");
        alice.awaitText("open-orders", " (mine)200119.90");
        alice.await("document.querySelectorAll('#open-orders tr').length === 1");
        order(bob, "sell", "LIMIT", "121.00", "300");
    }

    private void seesACallAndAHalt() throws IOException {
        long end = System.currentTimeMillis() * 1_000 + 3_600_000_000L;
        venue.says("{'op':'CallBook','book':3,'crossAt':" + end + ",'reason':'news'}");
        alice.awaitText("book-phase", "call auction");
        order(alice, "buy", "LIMIT", "122.00", "500");
        alice.awaitText("call-facts", "122.00");
        alice.awaitText("call-facts", "200 to buy");
        bob.awaitText("book-note", "Reason: news");
        order(bob, "sell", "IOC", "120", "1");
        bob.awaitText("answer", "4211 · ");
        look(alice, "book-call");
        alice.speak("en");
        venue.says("{'op':'CrossBook','book':3,'reason':'as announced'}");
        alice.awaitText("book-phase", "continuous trading");
        alice.awaitText("trades", "cross");
        venue.says("{'op':'HaltBook','book':3,'reason':'news pending'}");
        bob.awaitText("book-phase", "halted");
        bob.awaitText("book-note", "news pending");
        look(bob, "book-halted");
        bob.speak("en");
        venue.says("{'op':'ResumeBook','book':3,'reason':'news published'}");
        bob.awaitText("book-phase", "continuous trading");
        seesAVolatilityCall();
    }

    /** What was told piece by piece is what the snapshots say. */
    private void knowsTheSameWhenLoadedAnew() {
        String whole =
                "['account-free', 'account-held', 'own-orders', 'book-facts', 'call-facts', 'depth', 'open-orders', 'trades', 'order-cost']"
                        + ".map(id => document.getElementById(id).textContent).join('|').replace(/\\d\\d:\\d\\d:\\d\\d/g, '')";
        String before = bob.evaluate(whole);
        venue.show(bob, BOB, Role.BIDDER, "view=books&number=3");
        bob.awaitText("depth", "118.00");
        bob.press(OPEN_ORDERS);
        bob.await(whole + " === '" + before + "'");
    }

    /** A trade at 140 would leave 10 % around the last price of 122; also for who comes later. */
    private void seesAVolatilityCall() throws IOException {
        order(bob, "sell", "LIMIT", "140.00", "5");
        alice.awaitText("depth", "140.00");
        order(alice, "buy", "LIMIT", "140.00", "5");
        for (Browser page : List.of(alice, bob)) {
            page.awaitText("book-phase", "volatility call");
            page.awaitText("call-facts", "140.00");
            page.awaitText("book-note", "would have left the price band");
        }
        venue.show(alice, ALICE, Role.BIDDER, "view=books&number=3");
        alice.awaitText("book-phase", "volatility call");
        alice.awaitText("call-facts", "140.00");
        look(alice, "book-volatility");
    }

    private void comesBackAfterItsConnectionIsLost() throws IOException, InvalidFile {
        int port = venue.served().stop();
        alice.awaitText("connection", "connection lost");
        alice.await("document.getElementById('order-send').disabled");
        venue.served().startAgain(port);
        alice.await("document.body.dataset.connection === 'live'");
        alice.awaitText("book-phase", "call auction");
        alice.awaitText("book-note", "After an outage");
        bob.awaitText("book-phase", "call auction");
        order(bob, "buy", "LIMIT", "118.00", "7");
        alice.awaitText("depth", "118.00");
        knowsTheSameWhenLoadedAnew();
    }
}
