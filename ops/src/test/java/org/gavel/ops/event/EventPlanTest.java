package org.gavel.ops.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.ops.yaml.Problems;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.AnnounceRoadshow;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.SoftClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventPlanTest {
    @TempDir
    Path directory;

    private SealingKey key;

    @BeforeEach
    void createKey() throws IOException {
        key = SealingKey.create(directory);
    }

    @Test
    void demoIsAFullRoadshowWithoutAProblem() throws InvalidFile {
        EventFile demo = EventFile.demo();
        assertEquals(List.of(), demo.problems());
        EventPlan plan = demo.plan();
        assertEquals(14, plan.lots().size());
        assertEquals(40, plan.bidders().size());
        assertEquals(3, plan.sellers().size());
        assertEquals(14, plan.sessions().get(0).lots().size());
        assertEquals(Duration.ofSeconds(3), plan.sessions().get(0).interval());
    }

    @Test
    void demoShowsEverySetting() throws InvalidFile {
        EventPlan plan = EventFile.demo().plan();
        assertTrue(terms(plan).anyMatch(t -> t.increments().size() > 1));
        assertTrue(terms(plan).anyMatch(EnglishTerms::anyRaise));
        assertTrue(terms(plan).anyMatch(t -> !t.anyRaise() && t.maxMultiple() > 0));
        assertTrue(terms(plan).anyMatch(EnglishTerms::leaderMayRaise));
        assertTrue(terms(plan).anyMatch(t -> t.softClose().equals(SoftClose.NONE)));
        assertTrue(terms(plan).anyMatch(t -> !t.softClose().latestClose().isZero()));
        assertTrue(plan.lots().stream().anyMatch(lot -> lot.hiddenReserve().fen() > 0));
        assertTrue(lots(plan).anyMatch(lot -> !lot.reserve().isNone()));
        assertTrue(plan.lots().stream()
                .anyMatch(lot ->
                        lot.hiddenReserve().fen() == 0 && lot.terms().reserve().isNone()));
        assertTrue(lots(plan).anyMatch(lot -> lot.outage().clerkResumes()));
        assertTrue(lots(plan).anyMatch(lot -> lot.outage().resumeAfter().equals(Duration.ofSeconds(3))));
        assertTrue(terms(plan)
                .allMatch(t -> t.duration().toSeconds() >= 20 && t.duration().toSeconds() <= 40));
    }

    private static Stream<EnglishTerms> terms(EventPlan plan) {
        return lots(plan).map(lot -> (EnglishTerms) lot.phases().get(0));
    }

    private static Stream<AnnounceLot> lots(EventPlan plan) {
        return plan.lots().stream().map(PlannedLot::terms);
    }

    @Test
    void documentedExampleIsValid() throws IOException, InvalidFile {
        String document = Files.readString(Path.of("..", "docs", "event-files.md"));
        String example = document.substring(document.indexOf("```yaml\n") + 8, document.indexOf("\n```\n") + 1);
        EventFile file = read(example);
        assertEquals(List.of(), file.problems());
        assertEquals(3, file.plan().lots().size());
        assertEquals(35_000_050L, file.plan().bidders().get(1).deposit().fen());
        // The third bidder is registered already: three registrations, three payments.
        assertEquals(3 + 3 + 1 + 3, file.commands(key).size());
    }

    @Test
    void loadsParticipantsThenLotsThenSessionsThenPayments() throws InvalidFile {
        List<? extends Class<?>> kinds = EventFile.demo().commands(key).stream()
                .map(load -> load.command().getClass())
                .distinct()
                .toList();
        assertEquals(
                List.of(RegisterParticipant.class, AnnounceLot.class, AnnounceRoadshow.class, CreditDeposit.class),
                kinds);
    }

    @Test
    void sameFileAndKeyGiveTheSameCommandsUnderTheSameDistinctCids() throws InvalidFile {
        List<LoadCommand> first = EventFile.demo().commands(key);
        assertEquals(first, EventFile.demo().commands(key));
        List<ClientId> cids = first.stream().map(LoadCommand::cid).toList();
        assertEquals(cids.size(), new HashSet<>(cids).size());
    }

    @Test
    void largestNumbersStillFitIntoACid() throws InvalidFile {
        String text = text("e1", "5万").replace("1001", "2147483647");
        assertTrue(read(text).commands(key).stream()
                .anyMatch(load -> load.cid().toString().startsWith("R2147483647-")));
    }

    @Test
    void changedPaymentsLeaveNoCidInCommon() throws InvalidFile {
        assertTrue(disjoint(text("e1", "5万"), text("e1", "6万")));
        assertTrue(disjoint(text("e1", "5万"), text("e2", "5万")));
    }

    @Test
    void correctedLotLeavesTheCommandsBeforeItAsTheyWere() throws InvalidFile {
        List<LoadCommand> before = read(text("e1", "5万")).commands(key);
        List<LoadCommand> after =
                read(text("e1", "5万").replace("start: 60万", "start: 61万")).commands(key);
        assertEquals(before.subList(0, 3), after.subList(0, 3));
        assertNotEquals(before.get(3).cid(), after.get(3).cid());
    }

    private boolean disjoint(String one, String other) throws InvalidFile {
        return Collections.disjoint(cids(one), cids(other));
    }

    private List<ClientId> cids(String text) throws InvalidFile {
        return read(text).commands(key).stream().map(LoadCommand::cid).toList();
    }

    @Test
    void noCommandHoldsANameInClear() throws InvalidFile {
        for (LoadCommand load : EventFile.demo().commands(key)) {
            String json = JsonCodec.tree(load.command()).toString();
            assertFalse(json.contains("澄湖") || json.contains("DEMO-BIDDER"), json);
        }
    }

    @Test
    void hiddenReserveIsSaltedWithTheVenuesKey() throws InvalidFile, IOException {
        AnnounceLot lot = firstLot(key);
        assertEquals(64, lot.reserve().salt().length());
        SealingKey other = SealingKey.create(directory.resolve("other"));
        assertNotEquals(lot.reserve().salt(), firstLot(other).reserve().salt());
    }

    private static AnnounceLot firstLot(SealingKey key) throws InvalidFile {
        return EventFile.demo().commands(key).stream()
                .filter(load -> load.command() instanceof AnnounceLot)
                .map(load -> (AnnounceLot) load.command())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void runsTheSameLotsAgainUnderHigherNumbers() throws InvalidFile {
        EventPlan again = EventFile.demo().plan().again(100);
        assertEquals(101, again.lots().get(0).number());
        assertEquals(101, again.sessions().get(0).roadshow());
        assertEquals(114, again.sessions().get(0).lots().get(13));
        assertEquals(15, again.commands(key).size());
    }

    private static String text(String event, String deposit) {
        return """
                event: %s
                venue: V
                rulebook: PRIVATE_SALE
                participants:
                  sellers: [{number: 501, name: S}]
                  bidders: [{number: 1001, name: B, deposit: %s}]
                defaults: {seller: 501, deposit: 10%%, increment: 5万, duration: 30s}
                lots:
                  - {number: 1, title: {zh: 一}, start: 50万}
                  - {number: 2, title: {zh: 二}, start: 60万}
                """.formatted(event, deposit);
    }

    private static EventFile read(String text) {
        return EventFile.of(Path.of("f"), text.getBytes(StandardCharsets.UTF_8), new Problems());
    }
}
