package org.gavel.ops.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gavel.ops.cli.Console.Run;
import org.gavel.protocol.codec.json.JsonCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evidence packs of deals: what is provable of a sale without bids. */
class AuditExportOfDealsTest {
    private static final Path EXAMPLES = Path.of("../docs/examples");

    @TempDir
    Path directory;

    private AuditedVenue venue(String example) {
        return AuditedVenue.of(directory.resolve("venue"), EXAMPLES.resolve(example));
    }

    private Path pack(AuditedVenue venue, String name, String... options) {
        Path out = directory.resolve(name);
        String[] all = Stream.concat(Stream.of("--out", out.toString()), Stream.of(options))
                .toArray(String[]::new);
        venue.audit("export", all).expect(ExitCodes.OK);
        return out;
    }

    private static String read(Path pack, String file) throws IOException {
        return Files.readString(pack.resolve(file));
    }

    private static void requireAll(String text, String... parts) {
        for (String part : parts) {
            assertTrue(text.contains(part), part + "\n" + text);
        }
    }

    @Test
    void aNegotiatedDealsPackHasItsPublicityInBothPlacesItsObjectionsAndItsAward() throws IOException {
        Path pack = pack(venue("MR-T34.jsonl"), "pack", "--lot", "2");
        requireAll(
                read(pack, "deal-record.txt"),
                "交易编号 2：自调心轴承",
                "转让方（参与人编号） 9，类别 PRIVATE",
                "约定的受让方 T0001",
                "约定价格 800,000.00 元，转化方式 TRANSFER",
                "公示 15 日，本单位与交易场所两处；简介：A self-aligning bearing.",
                "异议处理程序：In writing to the unit's office, which decides within ten days.",
                "DealPublished | place UNIT; reference notice 31",
                "DealPublished | place VENUE; reference notice 31",
                "PublicityBegun | ",
                "ObjectionRaised | objector T0002; objection 1; grounds It was promised to us.; decideBy 2026年",
                "AwardBlocked | open 1",
                "ObjectionDecided | objection 1; upheld false; open 0; reason The unit found no promise.",
                "APPROVER_NEEDED",
                "operator 501 | 502 | DecideObjection | ACCEPTED | The unit found no promise.",
                "成交（日志序号",
                "T0001 | 800,000.00 | 全部 | 2026年3月25日 11:00:00.000");
        requireAll(read(pack, "confirmation-0001.txt"), "-0000000002（场所自编", "交易编号 2，成交编号 2：自调心轴承", "T0001", "参与人 9");
        requireAll(read(pack, "announcement.json"), "\"buyer\":\"T0001\"", "\"mode\":\"Negotiated\"");
        assertFalse(Files.exists(pack.resolve("rule-sheet.json")));
        ObjectNode chain = JsonCodec.parse(read(pack, "chain.json").strip());
        long records = Files.readAllLines(pack.resolve("timeline.jsonl")).size();
        assertEquals(records, chain.path("recordsOfTheDeal").size());
        List<String> receipts = Files.readAllLines(pack.resolve("receipts.jsonl"));
        assertEquals(1, receipts.size());
        requireAll(receipts.get(0), "\"op\":\"RaiseObjection\"", "\"who\":\"T0002\"", "recordSha256");
        requireAll(read(pack, "evidence.html"), "证据包 交易 2 自调心轴承", "交易公告", "交易记录");
    }

    @ParameterizedTest
    @CsvSource({
        "MR-T34.jsonl, 1",
        "MR-T34.jsonl, 3",
        "OBJECTIONS.jsonl, 2",
        "FIXED-PRICE.jsonl, 1",
        "JOINT-PURCHASE.jsonl, 1",
        "MATCHED-NEED.jsonl, 1",
        "MATCHED-NEED.jsonl, 2",
        "USE-FIRST.jsonl, 1",
        "VOID-DEAL.jsonl, 1"
    })
    void everyDealsPackIsCheckedByItsManifestAndAgainstTheJournal(String example, String deal) {
        AuditedVenue venue = venue(example);
        for (String[] options : new String[][] {{"--lot", deal}, {"--lot", deal, "--identities"}}) {
            Path pack = pack(venue, "pack" + options.length, options);
            Run alone =
                    Console.gavel("audit", "export", "--check", pack.toString()).expect(ExitCodes.OK);
            assertTrue(alone.out().startsWith("VERIFIED by manifest: deal " + deal + ", "), alone.out());
            String[] check = options.length == 2
                    ? new String[] {"--check", pack.toString()}
                    : new String[] {"--identities", "--check", pack.toString()};
            Run both = venue.audit("export", check).expect(ExitCodes.OK);
            assertTrue(both.out().startsWith("VERIFIED by manifest and journal: deal " + deal), both.out());
        }
    }

    @Test
    void aForgedDecisionIsFoundByTheJournal() throws IOException {
        List<String> lines = Files.readAllLines(EXAMPLES.resolve("MR-T34.jsonl"));
        AuditedVenue forger = AuditedVenue.of(
                directory.resolve("forger"),
                lines.stream()
                        .map(line -> line.replace("It was promised to us.", "We withdraw."))
                        .toList());
        Path forged = pack(forger, "forged", "--lot", "2");
        Run run = venue("MR-T34.jsonl")
                .audit("export", "--check", forged.toString())
                .expect(ExitCodes.VERIFICATION_FAILED);
        assertTrue(run.err().contains("deal-record.txt differs from what the journal gives"), run.err());
    }

    @Test
    void anOffersPackHasAllItsSalesAndASaleNamesItsOffer() throws IOException {
        AuditedVenue venue = venue("FIXED-PRICE.jsonl");
        Path pack = pack(venue, "pack", "--lot", "1");
        requireAll(
                read(pack, "deal-record.txt"),
                "定价 600.00 元，保证金 600.00 元，普通许可",
                "OrderTaken | sale 1000000001; sold 1; left 1",
                "BOUGHT_ALREADY",
                "OFF_PRICE",
                "1000000001 | T0001 | 600.00 | 全部",
                "1000000002 | T0002 | 600.00 | 全部",
                "结束：SOLD_OUT（日志序号");
        requireAll(read(pack, "confirmation-0002.txt"), "成交编号 1000000002", "T0002");
        Run sale = venue.audit(
                "export",
                "--lot",
                "1000000001",
                "--out",
                directory.resolve("sale").toString());
        String said = sale.expect(ExitCodes.VERIFICATION_FAILED).err();
        assertTrue(said.contains("1000000001 is a sale of the deal 1, whose pack has all its sales"), said);
    }

    @Test
    void anAnnulledSaleSaysSo() throws IOException {
        AuditedVenue venue = venue("VOID-DEAL.jsonl");
        requireAll(read(pack(venue, "pack", "--lot", "1"), "confirmation-0001.txt"), "本次成交其后已被撤销");
    }

    @Test
    void withoutIdentitiesNoPartyIsNamedButTheSeller() throws IOException {
        List<String> lines = Files.readAllLines(EXAMPLES.resolve("MR-T34.jsonl")).stream()
                .map(line -> line.replace("\"participant\": 1}", "\"participant\": 7700001}")
                        .replace("\"buyer\": 1,", "\"buyer\": 7700001,")
                        .replace("\"participant\": 2}", "\"participant\": 7700002}")
                        .replace("\"by\": 2,", "\"by\": 7700002,"))
                .toList();
        AuditedVenue venue = AuditedVenue.of(directory.resolve("venue"), lines);
        try (Stream<Path> files = Files.list(pack(venue, "hidden", "--lot", "2"))) {
            for (Path file : files.toList()) {
                assertFalse(Files.readString(file).contains("77000"), file.toString());
            }
        }
        Path disclosed = pack(venue, "disclosed", "--lot", "2", "--identities");
        assertEquals(
                "[{\"participant\":7700001,\"pseudonym\":\"T0001\"},{\"participant\":7700002,\"pseudonym\":\"T0002\"}]\n",
                read(disclosed, "identities.json"));
    }
}
