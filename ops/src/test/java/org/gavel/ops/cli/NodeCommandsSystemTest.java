package org.gavel.ops.cli;

import static org.gavel.ops.cli.Console.gavel;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.ops.cli.Console.Run;
import org.gavel.ops.config.NodeConfig;
import org.gavel.ops.event.EventFile;
import org.gavel.ops.node.GavelNode;
import org.gavel.ops.node.NodePlan;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands against a real node: sockets, journal, ledger. */
class NodeCommandsSystemTest {
    private static final String DEMO = "src/main/resources/event/demo.yaml";
    private static final String EVENT = """
            event: e1
            venue: V
            rulebook: PRIVATE_SALE
            participants:
              sellers: [{number: 501, name: S}]
              bidders: [{number: 1001, name: B, deposit: 100万}]
            defaults: {seller: 501, deposit: 10%, increment: 5万, duration: 10m}
            lots:
              - {number: 1, title: {zh: 一, en: One}, start: 50万}
              - {number: 2, title: {zh: 二, en: Two}, start: 60万, reserve: {amount: 70万, hidden: true}}
              - {number: 3, title: {zh: 三}, start: 60万}
            sessions:
              - {number: 1, title: {zh: 场}, lots: [2]}
            """;

    @TempDir
    Path directory;

    private String config;
    private NodeConfig settings;
    private GavelNode node;

    @BeforeEach
    void startNode() throws Exception {
        start("V");
    }

    private void start(String venue) throws Exception {
        Path file = directory.resolve("node.yaml");
        Files.writeString(
                file, "venue: \"" + venue + "\"\ndata: data\nkeys: keys\ndurability: process\nlisten: {port: 0}\n");
        config = file.toString();
        if (!Files.exists(directory.resolve("keys"))) {
            gavel("keys", "create", "--config", config).expect(ExitCodes.OK);
        }
        settings = NodeConfig.readWithKeys(file);
        node = GavelNode.start(NodePlan.of(settings), fault -> {
            throw new AssertionError(fault);
        });
    }

    @AfterEach
    void stopNode() {
        node.close();
    }

    @Test
    void loadsAnEventOnceHoweverOften() throws IOException {
        String event = event(EVENT);
        Run first = load(event).expect(ExitCodes.OK);
        assertEquals("loaded: 7 commands taken, 0 known before\n", first.out());
        Run second = load(event).expect(ExitCodes.OK);
        assertEquals("loaded already: all 7 commands have their answers, nothing changed\n", second.out());
        var json = JsonCodec.parse(gavel("event", "load", event, "--config", config, "--json")
                .expect(ExitCodes.OK)
                .out()
                .strip());
        assertEquals(0, json.path("accepted").asInt());
        assertEquals(7, json.path("known").asInt());
    }

    @Test
    void goesOnWhereACorrectedFileWasRefused() throws IOException {
        String past = ", opensAt: 2020-01-01T00:00:00Z}";
        String wrong = EVENT.replace("{zh: 三}, start: 60万}", "{zh: 三}, start: 60万" + past);
        Run refused = load(event(wrong)).expect(ExitCodes.FAILED);
        assertTrue(
                refused.err().contains("refused: AnnounceLot") && refused.err().contains("4042 SCHEDULED_IN_PAST"),
                refused.err());
        assertTrue(refused.err().contains("event.yaml:11: lots[3]: 4042"), refused.err());
        Run corrected = load(event(EVENT)).expect(ExitCodes.OK);
        assertEquals("loaded: 3 commands taken, 4 known before\n", corrected.out());
    }

    @Test
    void refusesAFileThatIsLoadedUnderOtherPayments() throws IOException {
        load(event(EVENT)).expect(ExitCodes.OK);
        Run refused = load(event(EVENT.replace("100万", "200万"))).expect(ExitCodes.FAILED);
        assertTrue(refused.err().contains("4018 PARTICIPANT_EXISTS"), refused.err());
    }

    @Test
    void refusesAnEventOfAnotherVenue() {
        Run refused = load(DEMO).expect(ExitCodes.FAILED);
        assertTrue(refused.err().contains("says \"V\""), refused.err());
    }

    @Test
    void repeatsALoadLongerThanTheVenuesMemory() throws Exception {
        node.close();
        directory = directory.resolve("another");
        Files.createDirectory(directory);
        start(EventFile.demo().plan().venue());
        load(DEMO).expect(ExitCodes.OK);
        assertTrue(load(DEMO).expect(ExitCodes.OK).out().startsWith("loaded already: all 98 commands"));
    }

    @Test
    void runsLotsWithTheirReasonsAndSaysWhyNot() throws IOException {
        load(event(EVENT)).expect(ExitCodes.OK);
        act("lot", "open", "1").expect(ExitCodes.OK);
        assertTrue(list().contains("OPEN"), list());
        act("lot", "pause", "1").expect(ExitCodes.OK);
        assertTrue(list().contains("PAUSED"), list());
        act("lot", "resume", "1").expect(ExitCodes.OK);
        Run late = act("lot", "withdraw", "1").expect(ExitCodes.FAILED);
        assertTrue(late.err().contains("4192 WITHDRAWAL_TOO_LATE"), late.err());
        act("lot", "withdraw", "3").expect(ExitCodes.OK);
        assertTrue(list().contains("WITHDRAWN"), list());
        Run refused = act("lot", "open", "77").expect(ExitCodes.FAILED);
        assertEquals("refused: open lot 77: 4015 LOT_UNKNOWN: Name a lot that has been announced.\n", refused.err());
        act("roadshow", "start", "1").expect(ExitCodes.OK);
        Run again = act("roadshow", "start", "1", "--json").expect(ExitCodes.FAILED);
        assertEquals(
                "ROADSHOW_STARTED",
                JsonCodec.parse(again.out().strip()).path("name").asText());
    }

    private static final String HOUSE = """
            {"name": "HOUSE", "version": 1, "effectiveFrom": "2020-01-01", "title": {"en": "House rules"},
             "deposit": {"leastPercent": {"value": 10, "source": "house rules 3", "mark": "P"}}}
            """;

    @Test
    void installsARulebookOnceAndHoldsAnEventUnderIt() throws IOException {
        String file = Files.writeString(directory.resolve("house.json"), HOUSE).toString();
        String hash = JsonCodec.parse(
                        gavel("rulebook", "check", file, "--json").out().strip())
                .path("hash")
                .asText();
        act("rulebook", "install", file).expect(ExitCodes.OK);
        Run again = act("rulebook", "install", file).expect(ExitCodes.FAILED);
        assertTrue(again.err().contains("4120 RULEBOOK_EXISTS"), again.err());
        String text = EVENT.replace("PRIVATE_SALE", "HOUSE@1");
        load(event(text.replace("deposit: 10%", "deposit: 9%"))).expect(ExitCodes.FAILED);
        load(event(text)).expect(ExitCodes.OK);
        String said = gavel("lot", "rules", "1", "--config", config, "--json")
                .expect(ExitCodes.OK)
                .out();
        var sheet = JsonCodec.parse(said.strip());
        assertEquals("HOUSE@1", sheet.path("lot").path("rulebook").asText());
        assertEquals(hash, sheet.path("lot").path("rules").path("rulebookHash").asText());
        Run none = gavel("lot", "rules", "99", "--config", config).expect(ExitCodes.FAILED);
        assertTrue(none.err().contains("knows no lot 99"), none.err());
    }

    @Test
    void loadsEventsThatNeedTheSameRules() throws IOException {
        act("rulebook", "install", "AUCTION_LAW").expect(ExitCodes.OK);
        act("rulebook", "install", "UNIVERSITY_OPEN_TRADE@1").expect(ExitCodes.OK);
        Run loaded = load(event(EVENT.replace("PRIVATE_SALE", "SOE_ASSET")));
        loaded.expect(ExitCodes.FAILED);
        assertTrue(loaded.err().contains("4125 CATEGORY_NOT_ADMITTED"), loaded.err());
        Run other = load(event(EVENT.replace("PRIVATE_SALE", "SOE_ASSET").replace("event: e1", "event: e2")));
        other.expect(ExitCodes.FAILED);
        assertTrue(other.err().contains("4018 PARTICIPANT_EXISTS"), other.err());
    }

    @Test
    void endsALotForGoodOnlyOnceASecondPersonHasApproved() throws IOException {
        load(event(EVENT)).expect(ExitCodes.OK);
        act("lot", "open", "1").expect(ExitCodes.OK);
        Run asked = act("lot", "terminate", "1", "--json").expect(ExitCodes.OK);
        var held = JsonCodec.parse(asked.out().strip());
        String number = held.path("approval").asText();
        String hash = held.path("hash").asText();
        assertTrue(list().contains("OPEN"), list());
        Run waiting = gavel("lot", "approvals", "--config", config).expect(ExitCodes.OK);
        assertTrue(waiting.out().contains(hash) && waiting.out().contains("TerminateLot"), waiting.out());

        Run alone = approve(number, hash, "9001").expect(ExitCodes.FAILED);
        assertTrue(alone.err().contains("SAME_APPROVER"), alone.err());
        Run other = approve(number, "00" + hash.substring(2), "9002").expect(ExitCodes.FAILED);
        assertTrue(other.err().contains("APPROVAL_MISMATCH"), other.err());
        assertTrue(list().contains("OPEN"), list());

        approve(number, hash, "9002").expect(ExitCodes.OK);
        assertTrue(list().contains("TERMINATED"), list());
        Run again = approve(number, hash, "9002").expect(ExitCodes.FAILED);
        assertTrue(again.err().contains("APPROVAL_UNKNOWN"), again.err());
    }

    @Test
    void holdsNoActAcrossARestartAndDoesNothingThatWasDeclined() throws Exception {
        load(event(EVENT)).expect(ExitCodes.OK);
        act("lot", "open", "1").expect(ExitCodes.OK);
        var held = JsonCodec.parse(act("lot", "terminate", "1", "--json").out().strip());
        String hash = held.path("hash").asText();
        gavel("lot", "decline", held.path("approval").asText(), "--config", config, "--actor", "9002")
                .expect(ExitCodes.OK);
        Run declined = approve(held.path("approval").asText(), hash, "9002").expect(ExitCodes.FAILED);
        assertTrue(declined.err().contains("APPROVAL_UNKNOWN"), declined.err());

        var lost = JsonCodec.parse(act("lot", "terminate", "1", "--json").out().strip());
        node.close();
        start("V");
        Run gone = approve(lost.path("approval").asText(), lost.path("hash").asText(), "9002")
                .expect(ExitCodes.FAILED);
        assertTrue(gone.err().contains("APPROVAL_UNKNOWN"), gone.err());
        assertFalse(list().contains("TERMINATED"), list());
    }

    private Run approve(String number, String hash, String actor) {
        return gavel("lot", "approve", number, "--hash", hash, "--config", config, "--actor", actor);
    }

    @Test
    void neverShowsAHiddenReserve() throws IOException {
        load(event(EVENT)).expect(ExitCodes.OK);
        String shown = gavel("lot", "list", "--config", config, "--json")
                .expect(ExitCodes.OK)
                .out();
        assertFalse(shown.contains("70000000"), shown);
    }

    @Test
    void printsATokenThatIsOnRecordAndWorks() throws IOException {
        load(event(EVENT)).expect(ExitCodes.OK);
        Run issued = gavel(
                        "token",
                        "issue",
                        "--config",
                        config,
                        "--role",
                        "clerk",
                        "--subject",
                        "7",
                        "--expires",
                        "8h",
                        "--reason",
                        "clerk of the day")
                .expect(ExitCodes.OK);
        String token = issued.out().strip();
        var claims = TokenKeys.load(settings.keys()).verify(token, "V", Instant.now());
        assertEquals(7, claims.subject());
        assertEquals(Role.CLERK, claims.role());
        Path file = Files.writeString(directory.resolve("token"), token + "\n");
        act("lot", "open", "1", "--token-file", file.toString()).expect(ExitCodes.OK);
        Run withdraw =
                act("lot", "withdraw", "1", "--token-file", file.toString()).expect(ExitCodes.FAILED);
        assertTrue(withdraw.err().contains("2006 FORBIDDEN"), withdraw.err());
    }

    @Test
    void saysThatATokenIsNotTheVenues() throws IOException {
        Path file = Files.writeString(directory.resolve("token"), "nonsense\n");
        Run run = gavel("lot", "list", "--config", config, "--token-file", file.toString())
                .expect(ExitCodes.FAILED);
        assertTrue(run.err().contains("BAD_TOKEN"), run.err());
    }

    private Run load(String event) {
        return gavel("event", "load", event, "--config", config);
    }

    private Run act(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 4);
        all[arguments.length] = "--config";
        all[arguments.length + 1] = config;
        all[arguments.length + 2] = "--reason";
        all[arguments.length + 3] = "test";
        return gavel(all);
    }

    private String list() {
        return gavel("lot", "list", "--config", config).expect(ExitCodes.OK).out();
    }

    private String event(String text) throws IOException {
        return Files.writeString(directory.resolve("event.yaml"), text).toString();
    }
}
