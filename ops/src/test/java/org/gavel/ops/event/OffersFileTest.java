package org.gavel.ops.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.ops.yaml.Problems;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.command.AnnounceListing;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.CreditUnits;
import org.gavel.protocol.command.InstallCalendar;
import org.gavel.protocol.command.OpenBook;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.BookTerms;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.FixedPriceTerms;
import org.gavel.protocol.value.ListingExtension;
import org.gavel.protocol.value.ListingTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.NegotiatedTerms;
import org.gavel.protocol.value.PublicityTerms;
import org.gavel.protocol.value.SellerCategory;
import org.gavel.protocol.value.TradingDay;
import org.gavel.protocol.value.TransferMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Listings, deals and books of an event file: what they are read as, and what is said of each thing that is wrong. */
class OffersFileTest {
    private static final String LISTING =
            "number: 3, listPrice: 44万, terms: {days: 20}, lot: {number: 8, title: {zh: 一}, start: 44万}";
    private static final String DEAL = "number: 21, title: {zh: 一}, ";
    private static final String FIXED = DEAL + "terms: {mode: fixedPrice, price: 6万}";
    private static final String PUBLIC = "publicity: {summary: s, objections: o}";
    private static final String BOOK = "number: 1, asset: A, title: {zh: 一}, terms: {tick: 0.01, highest: 100}";

    @TempDir
    Path directory;

    /** The bidders' units are line 6; the list is at line 9, its only row at line 10. */
    private static EventFile read(String list, String row, String bidder) {
        String text = """
                event: e1
                venue: V
                rulebook: PRIVATE_SALE
                participants:
                  sellers: [{number: 501, name: S}]
                  bidders: [{number: 1001, name: B%s}]
                defaults: {seller: 501, increment: 1万, duration: 30s}
                # what is offered
                %s:
                  - {%s}
                """.formatted(bidder, list, row);
        return EventFile.of(Path.of("f"), text.getBytes(StandardCharsets.UTF_8), new Problems());
    }

    private static EventFile read(String list, String row) {
        return read(list, row, "");
    }

    private <T extends Command> T only(EventFile file, Class<T> kind) throws InvalidFile, IOException {
        assertEquals(List.of(), file.problems());
        List<T> found = file.commands(SealingKey.create(directory)).stream()
                .map(LoadCommand::command)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
        assertEquals(1, found.size());
        return found.get(0);
    }

    @Test
    void readsTheWholeCourseOfAListing() throws InvalidFile, IOException {
        String terms = "{days: 20, closing: 17h30m, opening: 9h, decideDays: 2, silenceQualifies: true, depositDays: 4,"
                + " agreeDays: 6, extension: {days: 5, mostCycles: 2, until: 2026-12-31, fewerThan: 2}}";
        AnnounceListing listing = only(read("listings", LISTING.replace("{days: 20}", terms)), AnnounceListing.class);
        assertEquals(3, listing.listing());
        assertEquals(8, listing.lot().lot());
        assertEquals(new Money(44_000_000), listing.listPrice());
        assertEquals(
                new ListingTerms(
                        20,
                        Duration.parse("PT17H30M"),
                        new ListingExtension(5, 2, Day.parse("2026-12-31"), 2),
                        2,
                        true,
                        4,
                        6,
                        Duration.ofHours(9)),
                listing.terms());
    }

    @Test
    void aListingAsksForQualificationAndSellsFromTheLeastItsLotCanSellFor() throws InvalidFile, IOException {
        String row = LISTING.replace("listPrice: 44万, ", "")
                .replace("start: 44万", "start: 44万, reserve: {amount: 50万}, admission: {realName: true}");
        AnnounceListing listing = only(read("listings", row), AnnounceListing.class);
        assertEquals(new Money(50_000_000), listing.listPrice());
        Admission rule = listing.lot().admission();
        assertTrue(rule.qualification() && rule.realName());
    }

    @Test
    void whatCountsDaysBringsTheCalendarsUnderEveryRulebook() throws InvalidFile, IOException {
        assertEquals(
                2026,
                only(read("listings", LISTING), InstallCalendar.class)
                        .calendar()
                        .year());
    }

    @Test
    void readsADealWithItsModesOwnTerms() throws InvalidFile, IOException {
        AnnounceDeal sale = only(
                read(
                        "deals",
                        DEAL + "objectionPeriod: 168h, admission: {qualification: true},"
                                + " terms: {mode: FixedPrice, price: 6万, deposit: 1万, licences: 2,"
                                + " until: 1970-01-01T08:00:01+08:00}"),
                AnnounceDeal.class);
        assertEquals(
                new FixedPriceTerms(new Money(6_000_000), new Money(1_000_000), false, 2, 1_000_000), sale.terms());
        assertEquals(501, sale.seller());
        assertEquals(Duration.ofDays(7), sale.objectionPeriod());
        assertTrue(sale.admission().qualification());
    }

    @Test
    void aUniversitysAgreedPriceIsReadWithItsPublicityAndWarnedOfUnderARulebookForOthers() {
        EventFile file = read(
                "deals",
                DEAL + "buyer: 1001, category: UNIVERSITY, terms: {mode: negotiated, price: 80万,"
                        + " transfer: exclusiveLicence, publicity: {days: 20, summary: s, related: true,"
                        + " objections: o, decideDays: 7}}");
        assertEquals(
                List.of("f:10: warning: deals[1].category: UNIVERSITY is not admitted by PRIVATE_SALE@1;"
                        + " name another rulebook"),
                file.problems().stream().map(one -> one.in(Path.of("f"))).toList());
        AnnounceDeal deal = plan(file).programme().deals().get(0);
        assertEquals(SellerCategory.UNIVERSITY, deal.category());
        assertEquals(
                new NegotiatedTerms(
                        new Money(80_000_000),
                        TransferMode.EXCLUSIVE_LICENCE,
                        new PublicityTerms(20, "s", true, "o", 7),
                        0,
                        0),
                deal.terms());
    }

    private static EventPlan plan(EventFile file) {
        try {
            return file.plan();
        } catch (InvalidFile e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void readsABookItsDayAndTheUnitsThatTradeInIt() throws InvalidFile, IOException {
        String row = BOOK.replace(
                        "highest: 100",
                        "lowest: 0.05, highest: 100, band: 0.25%, volatilityCall: 2m, outageCall: 5m,"
                                + " indicateEvery: 3s, verifiedOnly: true")
                + ", reference: 10, day: {callAt: 1970-01-01T08:00:01+08:00, crossAt: 1970-01-01T08:00:02+08:00,"
                + " closingCallAt: 1970-01-01T08:00:03+08:00, closesAt: 1970-01-01T08:00:04+08:00}";
        EventFile file = read("books", row, ", units: [{asset: A, quantity: 1000000000000}]");
        OpenBook book = only(file, OpenBook.class);
        assertEquals(
                new BookTerms(
                        new Money(1),
                        new Money(5),
                        new Money(10_000),
                        25,
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(5),
                        Duration.ofSeconds(3),
                        true),
                book.terms());
        assertEquals(new Money(1_000), book.reference());
        assertEquals(10_000, book.maxOpenOrders());
        assertEquals(new TradingDay(1_000_000, 2_000_000, 3_000_000, 4_000_000), book.day());
        List<LoadCommand> commands = file.commands(SealingKey.load(directory));
        assertEquals(
                new CreditUnits(1001, "A", 1_000_000_000_000L),
                commands.get(commands.size() - 1).command());
    }

    @Test
    void changedUnitsLeaveNoCidInCommon() throws InvalidFile, IOException {
        SealingKey key = SealingKey.create(directory);
        var before = read("books", BOOK, ", units: [{asset: A, quantity: 5}]").commands(key);
        var after = read("books", BOOK, ", units: [{asset: A, quantity: 6}]").commands(key);
        assertTrue(before.stream()
                .noneMatch(one -> after.stream().anyMatch(other -> one.cid().equals(other.cid()))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4_194_304})
    void aBookBoundsOpenOrdersAsItsRowSays(int most) throws InvalidFile, IOException {
        OpenBook book = only(read("books", BOOK + ", maxOpenOrders: " + most), OpenBook.class);
        assertEquals(most, book.maxOpenOrders());
    }

    @ParameterizedTest(name = "{0} becomes {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            number: 3 | number: 0 | number: "0" must be a whole number
            listPrice: 44万 | listPrice: 45万 | listPrice: of 450,000.00 yuan is not the least the lot's phases and reserve can sell for, 440,000.00
            terms: {days: 20}, | | terms: is missing; write a block such as {days: 20, closing: 17h}
            days: 20 | days: 251 | terms.days: "251" must be a whole number from 1 to 250
            days: 20 | closing: 17h | terms.days: is missing; write a whole number from 1 to 250
            days: 20 | days: 20, closing: 25h | terms.closing: "25h" must be at most 24h
            days: 20 | days: 20, closing: 0s | terms.closing: must be later than 0s
            days: 20 | days: 20, opening: 17:00 | terms.opening: "17:00" must be a duration such as 90s
            days: 20 | days: 20, extension: {days: 5} | terms.extension.mostCycles: is missing; write a whole number from 1 to 1000
            days: 20 | days: 20, extension: {mostCycles: 5} | terms.extension.days: is missing
            days: 20 | days: 20, extension: {days: 5, mostCycles: 2, until: 2026-02-30} | terms.extension.until: "2026-02-30" must be a day such as 2026-12-31
            days: 20 | days: 20, agreedays: 4 | terms.agreedays: is not a key here; allowed are days, closing
            lot: {number: 8, title: {zh: 一}, start: 44万} | | lot: is missing; write a block with the keys of a lot
            start: 44万 | start: 44万, opensAt: 2026-12-01T10:00:00+08:00 | lot.opensAt: does not fit: a listed lot opens when its disclosure has ended
            start: 44万 | start: 44万, reserve: {amount: 44万, hidden: true} | lot.reserve: must not be hidden
            start: 44万 | start: 44万, admission: {qualification: false} | lot.admission: has qualification: false
            start: 44万 | start: 44万, admission: {applyUntil: 2026-12-01T10:00:00+08:00} | lot.admission: has applyUntil
            start: 44万 | start: 44万, basis: {minBidders: 3} | lot.basis.minBidders: does not fit: in a listing one party agrees
            start: 44万 | start: 44万, mechanism: shares, units: 5, duration: 1m, askFor: 1m | lot.mechanism: phase 1 does not go with a listing
            start: 44万 | start: 44万, seller: 7 | lot.seller: 7 is not among participants.sellers
            start: 44万 | start: 44万, mechanism: quotes | lot.step: is missing
            """)
    void whatIsWrongWithAListingIsNamed(String from, String to, String problem) {
        assertTrue(LISTING.contains(from));
        assertProblem(read("listings", LISTING.replace(from, to == null ? "" : to)), "f:10: listings[1]." + problem);
    }

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {mode: barter} | mode: "barter" must be one of fixedPrice, jointPurchase, need, negotiated, useFirst
            {price: 6万} | mode: is missing; write one of fixedPrice
            {mode: fixedPrice} | price: is missing; write yuan
            {mode: fixedPrice, price: 6万, deposit: 7万} | deposit: must not be above the price
            {mode: fixedPrice, price: 6万, exclusive: true, licences: 2} | licences: belongs to a sale that is not exclusive
            {mode: fixedPrice, price: 6万, shares: 2} | shares: is not a key here; allowed are mode, price, deposit
            {mode: jointPurchase, shares: 10, sharePrice: 1万} | until: is missing; write a time
            {mode: jointPurchase, shares: 0, sharePrice: 1万, until: 2026-12-01T10:00:00Z} | shares: "0" must be a whole number from 1 to 1000000
            {mode: jointPurchase, shares: 1000000, sharePrice: 1000万, until: 2026-12-01T10:00:00Z} | sharePrice: is too large for all the shares
            {mode: jointPurchase, shares: 10, sharePrice: 1万, until: 2026-12-01T10:00:00Z, withdrawUntil: 2026-12-02T10:00:00Z} | withdrawUntil: must not come after until
            {mode: jointPurchase, shares: 10, sharePrice: 1万, until: 2026-12-01T10:00:00Z, overSubscription: lots} | overSubscription: "lots" must be one of firstCome, proRata
            """)
    void whatIsWrongWithTheTermsOfADealIsNamed(String terms, String problem) {
        assertProblem(read("deals", DEAL + "terms: " + terms), "f:10: deals[1].terms." + problem);
    }

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            price: 1万 | terms.publicity: is missing; write a block with summary and objections
            price: 1万, publicity: {objections: o} | terms.publicity.summary: is missing
            price: 1万, publicity: {summary: s, objections: o, days: 14} | terms.publicity.days: "14" must be a whole number from 15 to 366
            price: 1万, publicity: {summary: s, objections: o}, need: 3 | terms.offer: goes with need, and only with it
            price: 1万, publicity: {summary: s, objections: o}, transfer: gift | terms.transfer: "gift" must be one of transfer, exclusiveLicence
            """)
    void whatIsWrongWithANegotiatedDealIsNamed(String terms, String problem) {
        EventFile file = read("deals", DEAL + "buyer: 1001, terms: {mode: negotiated, " + terms + "}");
        assertProblem(file, "f:10: deals[1]." + problem);
    }

    @Test
    void sellerOwnerAndBuyerOfADealAreParticipantsOfTheFile() {
        assertProblem(
                read("deals", FIXED + ", seller: 7"), "f:10: deals[1].seller: 7 is not among participants.sellers");
        assertProblem(
                read("deals", FIXED + ", buyer: 1001"), "f:10: deals[1].buyer: does not go with mode: fixedPrice");
        assertProblem(
                read("deals", DEAL + "terms: {mode: need}"), "f:10: deals[1].seller: is missing; write a whole number");
        assertProblem(
                read("deals", DEAL + "seller: 7, terms: {mode: need}"),
                "f:10: deals[1].seller: 7 is not among participants; list the owner there");
        assertEquals(
                List.of(),
                read("deals", DEAL + "seller: 1001, terms: {mode: need}").problems());
        String agreed = DEAL + "terms: {mode: negotiated, price: 1万, " + PUBLIC + "}";
        assertProblem(read("deals", agreed), "f:10: deals[1].buyer: is missing; write a whole number");
        assertProblem(
                read("deals", agreed + ", buyer: 9"), "f:10: deals[1].buyer: 9 is not among participants.bidders");
        assertProblem(
                read("deals", FIXED + ", admission: {paddlesFixed: true}"),
                "f:10: deals[1].admission: has paddlesFixed");
        assertProblem(
                read("deals", DEAL + "seller: 501, objectionPeriod: 1h, terms: {mode: need}"),
                "f:10: deals[1].objectionPeriod: belongs to the deal that comes of a need");
    }

    @ParameterizedTest(name = "{0} becomes {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            asset: A | asset: A B | asset: "A B" must be 1 to 32 of A-Z
            terms: {tick: 0.01, highest: 100} | reference: 1 | terms: is missing; write a block
            tick: 0.01 | tick: 0.001 | terms.tick: "0.001" has a fraction of a fen
            tick: 0.01, highest: 100 | tick: 0.01 | terms.highest: is missing
            highest: 100 | lowest: 200, highest: 100 | terms.highest: must not be below terms.lowest
            tick: 0.01, highest: 100 | tick: 0.03, highest: 100 | terms.highest: must be whole ticks
            highest: 100 | highest: 100, band: 5 | terms.band: "5" must be from 0.01% to 99.99%
            highest: 100 | highest: 100, band: 100% | terms.band: "100%" must be from 0.01% to 99.99%
            highest: 100 | highest: 100, band: 5% | terms.volatilityCall: must say how long the call lasts
            highest: 100 | highest: 100, indicateEvery: 0s | terms.indicateEvery: must be longer than PT0S
            highest: 100 | highest: 100, selfTrade: cancelNewest | terms.selfTrade: is for each order to say
            highest: 100} | highest: 100}, reference: 200 | reference: of 200.00 yuan is no price of the book; write one from 0.01 to 100.00
            highest: 100} | highest: 100}, day: {callAt: 2026-12-01T09:00:00+08:00} | day.crossAt: must come after day.callAt
            highest: 100} | highest: 100}, day: {closingCallAt: 2026-12-01T09:00:00+08:00} | day.closesAt: must come after day.closingCallAt
            highest: 100} | highest: 100}, day: {crossAt: 2026-12-01T09:00:00+08:00, closesAt: 2026-12-01T08:00:00+08:00} | day.crossAt: must come before the close
            """)
    void whatIsWrongWithABookIsNamed(String from, String to, String problem) {
        assertTrue(BOOK.contains(from));
        assertProblem(read("books", BOOK.replace(from, to)), "f:10: books[1]." + problem);
    }

    @Test
    void whatIsWrongWithUnitsIsNamedAndAnAssetNoBookTradesIsAWarning() {
        assertProblem(
                read("books", BOOK, ", units: [{asset: A, quantity: 0}]"),
                "f:6: participants.bidders[1].units[1].quantity: \"0\" must be a whole number from 1 to 1000000000000");
        assertProblem(
                read("books", BOOK, ", units: [{asset: A, quantity: 1}, {asset: A, quantity: 1}]"),
                "f:6: participants.bidders[1].units[2].asset: A stands in a row before");
        assertProblem(
                read("books", BOOK, ", units: [{asset: B, quantity: 1}]"),
                "f:6: warning: participants.bidders[1].units: names B, which no book of this file trades");
    }

    @Test
    void lotsListedLotsAndDealsShareOneRowOfNumbers() {
        String two = LISTING + "}\n  - {" + LISTING.replace("number: 3", "number: 4");
        assertProblem(
                read("listings", two), "f:11: listings[2].lot.number: 8 is the number of a lot at line 10 already");
        String same = LISTING + "}\n  - {" + LISTING.replace("number: 8", "number: 9");
        assertProblem(
                read("listings", same), "f:11: listings[2].number: 3 is the number of a listing at line 10 already");
        String deal = LISTING + "}\ndeals:\n  - {" + FIXED.replace("number: 21", "number: 8");
        assertProblem(
                read("listings", deal), "f:12: deals[1].number: 8 is the number of a lot or a deal at line 10 already");
        String books = BOOK + "}\n  - {" + BOOK;
        assertProblem(read("books", books), "f:11: books[2].number: 1 is the number of a book at line 10 already");
    }

    @Test
    void aSessionRunsNoListedLotAndQuotesStandInAListingAlone() {
        String session = LISTING + "}\nsessions:\n  - {number: 1, title: {zh: 场}, lots: [8]";
        assertProblem(
                read("listings", session),
                "f:12: sessions[1].lots[1]: lot 8 is not in this file; name a lot of the list");
        assertProblem(
                read("lots", "number: 1, title: {zh: 一}, start: 1万, mechanism: quotes, step: 1000"),
                "f:10: lots[1].mechanism: quotes are given in a listing");
    }

    @Test
    void aKeyThatIsUnknownIsAnsweredWithEveryKeyThereIs() {
        assertProblem(
                read("listings", LISTING.replace("days: 20", "days: 20, clsing: 17h")),
                "f:10: listings[1].terms.clsing: is not a key here; allowed are days, closing, extension, decideDays,"
                        + " silenceQualifies, depositDays, agreeDays, opening");
        assertProblem(
                read("books", BOOK + ", dya: {}"),
                "f:10: books[1].dya: is not a key here; allowed are number, asset, title, terms, reference, day");
        assertProblem(
                read("books", BOOK.replace("tick: 0.01", "tick: 0.01, lowst: 1")),
                "f:10: books[1].terms.lowst: is not a key here; allowed are tick, lowest, highest, band");
        assertProblem(
                read("deals", DEAL + "buyer: 1001, terms: {mode: useFirst, price: 1万, useDays: 9, deposits: 1}"),
                "f:10: deals[1].terms.deposits: is not a key here; allowed are mode, price, deposit, transfer,"
                        + " publicity, useDays");
    }

    /** Each block of docs/event-files.md that begins with one of the lists is a file's, beside two participants. */
    @ParameterizedTest
    @ValueSource(strings = {"listings", "deals", "books"})
    void theBlocksOfTheDocumentAreValid(String list) throws IOException {
        String document = Files.readString(Path.of("..", "docs", "event-files.md"));
        int from = document.indexOf("    " + list + ":\n");
        String block = document.substring(from, document.indexOf("\n\n", from)).replaceAll("(?m)^    ", "");
        String text = """
                event: e1
                venue: V
                rulebook: PRIVATE_SALE
                participants:
                  sellers: [{number: 501, name: S}]
                  bidders: [{number: 1001, name: B}]
                defaults: {seller: 501, increment: 1万, duration: 30s}
                """ + block + "\n";
        EventFile file = EventFile.of(Path.of("f"), text.getBytes(StandardCharsets.UTF_8), new Problems());
        assertTrue(file.isValid(), file.problems().toString());
    }

    private static void assertProblem(EventFile file, String begins) {
        List<String> found =
                file.problems().stream().map(one -> one.in(Path.of("f"))).toList();
        assertEquals(1, found.size(), found.toString());
        assertTrue(found.get(0).startsWith(begins), found.get(0) + "\nshould begin " + begins);
    }
}
