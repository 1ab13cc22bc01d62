package org.gavel.ops.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.ops.yaml.Problems;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.DecideAdmission;
import org.gavel.protocol.command.DescribeParticipant;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.AdmissionState;
import org.gavel.protocol.value.ConnectivityRule;
import org.gavel.protocol.value.ExportClass;
import org.gavel.protocol.value.ItemKind;
import org.gavel.protocol.value.LotItem;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Offering;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.RelatedParties;
import org.gavel.protocol.value.Residence;
import org.gavel.protocol.value.Title;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may take part in lot 1, what it consists of and what interrupts it; what the rules ask about participants. */
class LotRulesFileTest {
    @TempDir
    Path directory;

    /** The bidder is the whole of line 6, the lot that of line 9. */
    private static EventFile read(String rulebook, String bidder, String lot) {
        String text = """
                event: e1
                venue: V
                rulebook: %s
                participants:
                  sellers: [{number: 501, name: S}]
                  bidders: [{number: 1001, name: B%s}]
                defaults: {seller: 501, increment: 1万, duration: 30s}
                lots:
                  - {number: 1, title: {zh: 一}, start: 50万%s}
                """.formatted(rulebook, bidder, lot);
        return EventFile.of(Path.of("f"), text.getBytes(StandardCharsets.UTF_8), new Problems());
    }

    private static PlannedLot lot(String keys) throws InvalidFile {
        return read("PRIVATE_SALE", "", ", " + keys).plan().lots().get(0);
    }

    private List<Command> commands(EventFile file) throws InvalidFile, IOException {
        return file.commands(SealingKey.create(directory)).stream()
                .map(LoadCommand::command)
                .toList();
    }

    @Test
    void readsWhoMayTakePart() throws InvalidFile {
        Admission rule = lot("admission: {realName: true, qualification: true, relatedParties: disclosed,"
                        + " exportClass: restricted, applyUntil: 1970-01-01T08:00:01+08:00}")
                .terms()
                .admission();
        assertEquals(
                new Admission(true, true, 1_000_000, RelatedParties.DISCLOSED, ExportClass.RESTRICTED, false, ""),
                rule);
    }

    @Test
    void fixedPaddlesGetTheSameSaltFromTheVenuesKeyEveryTime() throws InvalidFile, IOException {
        PlannedLot lot = lot("admission: {paddlesFixed: true}");
        SealingKey key = SealingKey.create(directory);
        Admission once = lot.announce("e1", key).admission();
        assertTrue(once.paddlesFixed());
        assertEquals(64, once.paddleSalt().length());
        assertEquals(once, lot.announce("e1", key).admission());
        assertFalse(once.equals(lot.announce("e2", key).admission()));
        assertFalse(once.equals(lot.shifted(1).announce("e1", key).admission()));
    }

    @Test
    void readsAPackageItsGroupAndHowLongOneMayObject() throws InvalidFile {
        Offering offering = lot("offering: {group: 7, objections: 168h, items: ["
                        + "{title: {zh: 方法}, kind: knowHow, number: A1, reference: 1万}, {title: {en: B}, kind: patent}]}")
                .terms()
                .offering();
        assertEquals(
                new Offering(
                        7,
                        List.of(
                                new LotItem(new Title("方法", ""), ItemKind.KNOW_HOW, "A1", new Money(1_000_000)),
                                new LotItem(new Title("", "B"), ItemKind.PATENT, "", Money.ZERO)),
                        Duration.ofDays(7)),
                offering);
    }

    @Test
    void readsWhenMissingBiddersPauseALot() throws InvalidFile {
        assertEquals(
                new OutageRule(false, Duration.ofSeconds(5), new ConnectivityRule(30, Duration.ofSeconds(20))),
                lot("outage: {resumeAfter: 5s, connectivity: {percent: 30, silence: 20s}}")
                        .terms()
                        .outage());
    }

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            admission: {applyUntil: 2026-12-01T10:00:00+08:00} | admission.applyUntil: has no meaning without applications
            admission: {exportClass: secret} | admission.exportClass: "secret" must be one of unclassified, free, restricted
            admission: {paddleSalt: 00} | admission.paddleSalt: is not a key here; allowed are realName
            offering: {items: [{title: {zh: 一}, kind: idea}]} | offering.items[1].kind: "idea" must be one of patent
            offering: {items: [{kind: patent}]} | offering.items[1].title: is missing
            offering: {group: 0} | offering.group: "0" must be a whole number from 1
            outage: {connectivity: {percent: 0, silence: 9s}} | outage.connectivity.percent: "0" must be a whole number
            outage: {connectivity: {percent: 5, silence: 2h}} | outage.connectivity.silence: must be from 1s to 1h
            """)
    void whatIsWrongIsNamedWithItsLine(String keys, String problem) {
        EventFile file = read("PRIVATE_SALE", "", ", " + keys);
        assertEquals(1, file.problems().size(), file.problems().toString());
        String found = file.problems().get(0).in(Path.of("f"));
        assertTrue(found.startsWith("f:9: lots[1]." + problem), found);
    }

    @Test
    void putsOnRecordWhatTheRulesAskAboutAParticipantBeforeAnyLot() throws InvalidFile, IOException {
        EventFile file = read("PRIVATE_SALE", ", verified: true, residence: hongKong, legalPerson: S, staff: true", "");
        List<Command> commands = commands(file);
        String seller = file.plan().sellers().get(0).identityHash(SealingKey.load(directory));
        assertEquals(
                List.of(
                        new DecideAdmission(1001, AdmissionState.VERIFIED, "The venue has checked who this is."),
                        new DescribeParticipant(1001, seller, Residence.HONG_KONG, true)),
                commands.subList(2, 4));
        assertTrue(commands.get(4) instanceof AnnounceLot);
    }

    @Test
    void whoIsRegisteredAlreadyIsNotVerifiedAgain() {
        EventFile file = read("PRIVATE_SALE", ", registered: true, verified: true", "");
        String found = file.problems().get(0).in(Path.of("f"));
        assertTrue(found.startsWith("f:6: participants.bidders[1].verified: does not go with registered: true"), found);
    }

    @Test
    void warnsOfADepositOnlyWhereTheRulebookHasALimit() {
        assertEquals(List.of(), read("PRIVATE_SALE", "", ", deposit: 21%").problems());
        assertEquals(List.of(), read("AUCTION_LAW", "", ", deposit: 1%").problems());
        assertEquals(List.of(), read("JUDICIAL_LIKE", "", ", deposit: 20%").problems());
        assertEquals(
                "f:9: warning: lots[1].deposit: of 105,000.00 yuan is above 20 % of the start price of 500,000.00,"
                        + " which JUDICIAL_LIKE@1 does not allow (网拍规定 art. 17)",
                read("JUDICIAL_LIKE", "", ", deposit: 21%").problems().get(0).in(Path.of("f")));
        assertTrue(
                read("JUDICIAL_LIKE", "", "").problems().get(0).in(Path.of("f")).contains("is below 5 %"));
    }
}
