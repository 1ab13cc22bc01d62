package org.gavel.ops.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.gavel.ops.cli.Console.Run;
import org.gavel.protocol.codec.json.JsonCodec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence packs of a real journal: what is in them, that they never differ, and what a check finds. */
class AuditExportTest {
    @TempDir
    Path directory;

    private AuditedVenue venue;

    @BeforeEach
    void journal() {
        venue = AuditedVenue.day(directory.resolve("venue"));
    }

    private Path pack(String name, String... options) {
        Path out = directory.resolve(name);
        String[] all = Stream.concat(Stream.of("--out", out.toString()), Stream.of(options))
                .toArray(String[]::new);
        venue.audit("export", all).expect(ExitCodes.OK);
        return out;
    }

    private static Run check(Path pack, String... more) {
        String[] all = Stream.concat(Stream.of("audit", "export", "--check", pack.toString()), Stream.of(more))
                .toArray(String[]::new);
        return Console.gavel(all);
    }

    private static String read(Path pack, String file) throws IOException {
        return Files.readString(pack.resolve(file));
    }

    @Test
    void twoExportsOfTheSameJournalAreTheSameBytes() throws IOException {
        Path one = pack("one", "--lot", "1");
        Path other = pack("other", "--lot", "1");
        try (Stream<Path> files = Files.list(one)) {
            for (Path file : files.toList()) {
                assertArrayEquals(
                        Files.readAllBytes(file),
                        Files.readAllBytes(other.resolve(file.getFileName())),
                        file.toString());
            }
        }
    }

    @Test
    void thePackHoldsWhatTheAuctionLawAsksFor() throws IOException {
        Path pack = pack("pack", "--lot", "1");
        String record = read(pack, "auction-record.txt");
        for (String part : List.of(
                "拍卖笔录",
                AuditedVenue.NAME,
                "委托人（参与人编号） 501",
                "开始竞价 2026年11月22日 10:00:00.000",
                "起拍价 2,000,000.00 元",
                "保留价（保密，已公开） 2,100,000.00 元",
                "取得号牌的竞买人 2 名",
                "2026年11月22日 11:09:00.000 | P01 | 2,200,000.00 | BID | ONLINE",
                "4004 BELOW_START",
                "PauseLot | ACCEPTED | The hall's sound failed.",
                "LotExtended",
                "成交（日志序号",
                "拍卖师：",
                "记录人：",
                "买受人：")) {
            assertTrue(record.contains(part), part + "\n" + record);
        }
        String letter = read(pack, "confirmation-0001.txt");
        assertTrue(letter.contains("号牌 P01"), letter);
        assertTrue(letter.contains("2,200,000.00 元"), letter);
        assertTrue(letter.matches("(?s).*SC-[0-9a-f]{8}-0000000001.*"), letter);
    }

    @Test
    void theRuleSheetHasTheHashThatEveryReceiptNames() throws Exception {
        Path pack = pack("pack", "--lot", "1");
        byte[] sheet = Files.readAllBytes(pack.resolve("rule-sheet.json"));
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sheet));
        List<String> receipts = Files.readAllLines(pack.resolve("receipts.jsonl"));
        assertEquals(5, receipts.size());
        receipts.forEach(receipt ->
                assertEquals(hash, JsonCodec.parse(receipt).path("rules").asText()));
        assertTrue(read(pack, "auction-record.txt").contains(hash));
        String view = JsonCodec.parse(
                        venue.audit("replay", "--lot", "1", "--json").out().strip())
                .path("lots")
                .get(0)
                .path("ruleSheet")
                .asText();
        assertEquals(view, hash);
    }

    @Test
    void severalWinnersHaveAConfirmationEachAndAnAnnulledSaleSaysSo() throws IOException {
        Path units = pack("units", "--lot", "3");
        assertTrue(read(units, "confirmation-0002.txt").contains("600 份，每份 115.00 元"));
        assertFalse(Files.exists(units.resolve("confirmation-0003.txt")));
        Path annulled = pack("annulled", "--lot", "5");
        assertTrue(read(annulled, "auction-record.txt").contains("成交被撤销：Objection 12 was upheld."));
        assertTrue(read(annulled, "confirmation-0001.txt").contains("本次成交其后已被撤销"));
        Path open = pack("open", "--lot", "6");
        assertTrue(read(open, "auction-record.txt").contains("尚未结束"));
    }

    @Test
    void withoutIdentitiesNoFileNamesABidderAndWithThemAllDo() throws IOException {
        try (Stream<Path> files = Files.list(pack("hidden", "--lot", "1"))) {
            for (Path file : files.toList()) {
                assertFalse(Files.readString(file).contains("77000"), file.toString());
            }
        }
        Path disclosed = pack("disclosed", "--lot", "1", "--identities");
        assertEquals(
                "[{\"paddle\":1,\"participant\":7700001},{\"paddle\":2,\"participant\":7700002}]\n",
                read(disclosed, "identities.json"));
        assertTrue(read(disclosed, "confirmation-0001.txt").contains("参与人 7700001"));
    }

    @Test
    void thePageEscapesEverythingAndLoadsNothing() throws IOException {
        String page = read(pack("pack", "--lot", "1"), "evidence.html");
        assertTrue(page.contains("石墨烯&lt;script&gt;alert(1)&lt;/script&gt;"), page);
        assertFalse(page.contains("<script"), page);
        assertFalse(page.matches("(?is).*(<link|<img|<iframe| src=| href=| on[a-z]+=).*"));
        assertTrue(page.contains("default-src 'none'"));
        assertTrue(page.contains("@page { size: A4"));
    }

    @Test
    void aPackIsCheckedByItsManifestAloneAndAgainstTheJournal() {
        Path pack = pack("pack", "--lot", "1");
        Run alone = check(pack).expect(ExitCodes.OK);
        assertTrue(alone.out().startsWith("VERIFIED by manifest: lot 1"), alone.out());
        Run both = venue.audit("export", "--check", pack.toString()).expect(ExitCodes.OK);
        assertTrue(both.out().startsWith("VERIFIED by manifest and journal"), both.out());
        Path disclosed = pack("disclosed", "--lot", "1", "--identities");
        Run other = venue.audit("export", "--check", disclosed.toString()).expect(ExitCodes.VERIFICATION_FAILED);
        assertTrue(other.err().contains("with --identities and --keys"), other.err());
        venue.audit("export", "--identities", "--check", disclosed.toString()).expect(ExitCodes.OK);
    }

    @Test
    void whatWasChangedAddedOrTakenAwayIsNamed() throws IOException {
        Path pack = pack("pack", "--lot", "1");
        String bids = read(pack, "bids.csv");
        Files.writeString(pack.resolve("bids.csv"), bids.replace("220000000", "320000000"));
        Files.writeString(pack.resolve("more.txt"), "");
        Files.delete(pack.resolve("chain.json"));
        List<String> problems =
                check(pack).expect(ExitCodes.VERIFICATION_FAILED).err().lines().toList();
        assertEquals(3, problems.size(), problems.toString());
        assertTrue(problems.get(0).contains("bids.csv was changed: its SHA-256 is "), problems.get(0));
        assertTrue(problems.get(1).endsWith("chain.json is missing."), problems.get(1));
        assertTrue(problems.get(2).endsWith("more.txt is not in the manifest: it was added afterwards."));
    }

    @Test
    void aPackForgedWithItsManifestIsFoundByTheJournal() throws IOException {
        AuditedVenue forger = AuditedVenue.of(
                directory.resolve("forger"),
                Files.readAllLines(AuditedVenue.DAY).stream()
                        .map(line -> line.replace("\"220000000\"", "\"230000000\""))
                        .toList());
        Path forged = directory.resolve("forged");
        forger.audit("export", "--lot", "1", "--out", forged.toString()).expect(ExitCodes.OK);
        check(forged).expect(ExitCodes.OK);
        Run run = venue.audit("export", "--check", forged.toString()).expect(ExitCodes.VERIFICATION_FAILED);
        assertTrue(run.err().contains("bids.csv differs from what the journal gives, first in line 4"), run.err());
    }

    @Test
    void aManifestThatLeadsOutOfItsFolderIsNotFollowed() throws IOException {
        Path pack = pack("pack", "--lot", "1");
        String manifest = read(pack, "manifest.json");
        Files.writeString(pack.resolve("manifest.json"), manifest.replace("\"bids.csv\"", "\"../venue/lines\""));
        assertTrue(check(pack).expect(ExitCodes.VERIFICATION_FAILED).err().contains("leads out of the folder"));
        Files.writeString(pack.resolve("manifest.json"), manifest.replace("evidence pack", "other"));
        assertTrue(check(pack).err().contains("is of type \"gavel other\""));
    }

    @Test
    void nothingIsWrittenOverAndProofsAreCopiedWhereTheyAre() throws IOException {
        Path log = Files.createDirectories(venue.data().resolve("log"));
        Files.writeString(log.resolve("checkpoint"), "venue\n1\nAAAA\n");
        Files.writeString(log.resolve("tile"), "not copied");
        Path pack = pack("pack", "--lot", "1");
        assertEquals("venue\n1\nAAAA\n", read(pack, "proof/checkpoint"));
        assertFalse(Files.exists(pack.resolve("proof/tile")));
        check(pack).expect(ExitCodes.OK);
        Files.writeString(log.resolve("checkpoint"), "venue\n2\nBBBB\n");
        venue.audit("export", "--check", pack.toString()).expect(ExitCodes.OK);
        Run again = venue.audit("export", "--lot", "1", "--out", pack.toString());
        assertTrue(again.expect(ExitCodes.VERIFICATION_FAILED).err().contains("is not empty; name a new folder"));
        Run unknown = venue.audit(
                "export", "--lot", "77", "--out", directory.resolve("x").toString());
        assertTrue(unknown.expect(ExitCodes.VERIFICATION_FAILED).err().contains("no lot or deal 77 was announced"));
    }

    @Test
    void aPackOfAnEndedLotStaysTheSameWhileItsJournalGrows() throws IOException {
        List<String> day = Files.readAllLines(AuditedVenue.DAY);
        AuditedVenue longer = AuditedVenue.of(
                directory.resolve("longer"),
                Stream.concat(
                                day.stream(),
                                Stream.of("{\"at\": \"2026-11-23T09:00:00+08:00\", \"by\": 9001, \"op\":"
                                        + " \"RegisterParticipant\", \"participant\": 44}"))
                        .toList());
        Path one = directory.resolve("one");
        Path until = directory.resolve("until");
        longer.audit("export", "--lot", "1", "--out", one.toString()).expect(ExitCodes.OK);
        String last = JsonCodec.parse(read(one, "manifest.json").strip())
                .path("untilSequence")
                .asText();
        longer.audit("export", "--lot", "1", "--until", last, "--out", until.toString())
                .expect(ExitCodes.OK);
        assertEquals(read(one, "manifest.json"), read(until, "manifest.json"));
    }
}
