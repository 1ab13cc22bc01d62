package org.gavel.ops.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.ops.yaml.Problem;
import org.gavel.ops.yaml.Problems;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.SaleBasis;
import org.gavel.protocol.value.SellerCategory;
import org.junit.jupiter.api.Test;

class EventFileTest {
    private static final String GOOD = """
            event: e1
            venue: V
            rulebook: PRIVATE_SALE
            participants:
              sellers:
                - {number: 501, name: S}
              bidders:
                - {number: 1001, name: B, deposit: 20万}
            defaults:
              deposit: 10%
              increment: 5万
              duration: 30s
              softClose: {window: 10s, extension: 10s, latestClose: 60s}
            lots:
              - number: 1
                title: {zh: 一}
                seller: 501
                start: 50万
              - number: 2
                title: {zh: 二}
                seller: 501
                start: 50万
            sessions:
              - number: 1
                title: {zh: 场}
                lots: [1, 2]
            """;

    @Test
    void acceptsAGoodFile() {
        assertEquals(List.of(), problems(GOOD));
    }

    @Test
    void namesALotTheFileDoesNotHave() {
        expect("lots: [1, 2]", "lots: [1, 3]", "26: sessions[1].lots[2]: lot 3 is not in this file");
    }

    @Test
    void namesALotThatIsSoldTwice() {
        expect(
                "lots: [1, 2]",
                "lots: [1, 2]\n  - number: 2\n    title: {zh: 夜}\n    lots: [2]",
                "29: sessions[2].lots[1]: lot 2 is in sessions[1].lots[2] at line 26 already");
    }

    @Test
    void namesASellerWhoIsNotListed() {
        expect("seller: 501\n    start", "seller: 502\n    start", "17: lots[1].seller: 502 is not among");
    }

    @Test
    void namesNumbersThatAreTaken() {
        expect(
                "sessions:",
                "  - {number: 1, title: {zh: 三}, seller: 501, start: 50万}\nsessions:",
                "23: lots[3].number: 1 is the number of a lot at line 15 already");
        expect(
                "{number: 1001",
                "{number: 501",
                "8: participants.bidders[1].number: 501 is the number of a participant");
    }

    @Test
    void namesAReserveBelowTheStartPrice() {
        expect(
                "start: 50万",
                "start: 50万\n    reserve: {amount: 49万}",
                "19: lots[1].reserve.amount: of 490,000.00 yuan is below the start price of 500,000.00");
    }

    @Test
    void namesALadderThatDoesNotAscend() {
        expect(
                "start: 50万",
                "start: 50万\n    ladder:\n      - {from: 0, step: 1万}\n      - {from: 0, step: 2万}",
                "21: lots[1].ladder[2].from: must be above the row before");
        expect(
                "start: 50万",
                "start: 50万\n    ladder:\n      - {from: 1, step: 1万}",
                "20: lots[1].ladder[1].from: must be 0 in the ladder's first row");
    }

    @Test
    void namesACapThatIsShorterThanTheDuration() {
        expect(
                "title: {zh: 二}",
                "title: {zh: 二}\n    duration: 61s",
                "13: defaults.softClose.latestClose: of PT1M is shorter than the duration of PT1M1S (lots[2].duration)");
    }

    @Test
    void knowsTheShippedRulebooksAndThoseNamedWithTheirVersion() {
        expect(
                "rulebook: PRIVATE_SALE",
                "rulebook: ZJ",
                "3: rulebook: \"ZJ\" must be one of PRIVATE_SALE, AUCTION_LAW");
        assertEquals(List.of(), problems(GOOD.replace("PRIVATE_SALE", "SOE_ASSET")));
        assertEquals(List.of(), problems(GOOD.replace("PRIVATE_SALE", "ZJ@2")));
    }

    @Test
    void readsWhatARulebookAsksAboutALot() throws InvalidFile {
        String text = GOOD.replace(
                "  deposit: 10%",
                "  deposit: 10%\n  basis: {category: STATE_OWNED, appraisal: 50万, movable: true, minBidders: 2}");
        EventFile file =
                read(text.replace("title: {zh: 二}", "title: {zh: 二}\n    basis: {relistOf: 1, approvalRef: 批7}"));
        assertEquals(
                List.of("STATE_OWNED is not admitted by PRIVATE_SALE@1; name another rulebook"),
                file.problems().stream().map(Problem::sentence).toList());
        assertEquals(
                new SaleBasis(SellerCategory.STATE_OWNED, true, new Money(50_000_000), "", 0, 2),
                file.plan().lots().get(0).terms().basis());
        assertEquals(
                new SaleBasis(SellerCategory.PRIVATE, false, Money.ZERO, "批7", 1, 0),
                file.plan().lots().get(1).terms().basis());
        expect(
                "title: {zh: 二}",
                "title: {zh: 二}\n    basis: {category: NOBODY}",
                "21: lots[2].basis.category: \"NOBODY\" must be one of PRIVATE,");
        expect(
                "title: {zh: 二}",
                "title: {zh: 二}\n    basis: {apraisal: 1}",
                "21: lots[2].basis.apraisal: is not a key here");
    }

    @Test
    void namesAFractionOfAFen() {
        expect("deposit: 20万", "deposit: 20.001", "8: participants.bidders[1].deposit: \"20.001\" has a fraction");
    }

    @Test
    void namesUnknownKeysInEveryBlock() {
        expect("venue: V", "venue: V\nvenu: W", "3: venu: is not a key here; allowed are event, venue");
        expect(
                "  deposit: 10%",
                "  deposit: 10%\n  depositt: 1", "11: defaults.depositt: is not a key here; allowed are seller,");
        expect("latestClose: 60s", "latest: 60s", "13: defaults.softClose.latest: is not a key here");
        expect("name: S", "name: S, deposits: 1", "6: participants.sellers[1].deposits: is not a key here");
    }

    @Test
    void refusesAnOpeningTimeInASession() {
        expect(
                "start: 50万",
                "start: 50万\n    opensAt: 2026-12-01T10:00:00+08:00",
                "19: lots[1].opensAt: does not fit: the lot opens when its turn comes");
    }

    @Test
    void reportsEverythingAtOnceSortedByLine() {
        String bad = GOOD.replace("event: e1", "event: e 1")
                .replace("duration: 30s", "duration: soon")
                .replace("start: 50万", "start: -1")
                .replace("lots: [1, 2]", "lots: []");
        List<String> found = problems(bad);
        assertEquals(
                List.of(
                        "1: event",
                        "12: defaults.duration",
                        "18: lots[1].start",
                        "22: lots[2].start",
                        "26: sessions[1].lots"),
                found.stream()
                        .map(line -> line.replaceFirst("^(\\d+: [^:]+):.*", "$1"))
                        .toList());
        assertThrows(InvalidFile.class, () -> read(bad).plan());
    }

    @Test
    void saysThatAFileDoesNotExist() {
        EventFile file = EventFile.read(Path.of("absent.yaml"));
        assertFalse(file.isValid());
        assertEquals("absent.yaml: does not exist", file.problems().get(0).in(file.path()));
    }

    private static void expect(String replaced, String by, String problem) {
        String text = replaceOnce(replaced, by);
        List<String> found = problems(text);
        assertEquals(1, found.size(), found.toString());
        assertTrue(found.get(0).startsWith(problem), found.get(0));
        assertFalse(read(text).isValid());
    }

    private static String replaceOnce(String replaced, String by) {
        int at = GOOD.indexOf(replaced);
        assertTrue(at >= 0, replaced);
        return GOOD.substring(0, at) + by + GOOD.substring(at + replaced.length());
    }

    private static List<String> problems(String text) {
        return read(text).problems().stream()
                .map(problem -> problem.in(Path.of("f")).substring(2))
                .toList();
    }

    private static EventFile read(String text) {
        return EventFile.of(Path.of("f"), text.getBytes(StandardCharsets.UTF_8), new Problems());
    }
}
