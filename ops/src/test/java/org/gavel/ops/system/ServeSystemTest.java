package org.gavel.ops.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gavel.ops.cli.GavelCommand;
import org.gavel.protocol.command.PauseLot;
import org.gavel.protocol.command.RecordToken;
import org.gavel.protocol.command.ResumeLot;
import org.gavel.protocol.command.StartRoadshow;
import org.gavel.protocol.command.StateDigest;
import org.gavel.protocol.command.WithdrawLot;
import org.gavel.protocol.event.LotPaused;
import org.gavel.protocol.event.PauseCause;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A node for real use, from its first configuration to its clean stop, by the command line alone. */
class ServeSystemTest {
    private static final String TERMS = "{ seller: 501, deposit: 10%, increment: 5万, duration: 10m }";

    private record Printed(String out, String err) {}

    @RegisterExtension
    final Gavel gavel = new Gavel();

    @Test
    @Timeout(60)
    void aBadConfigurationNamesFileLineKeyAndWhatIsAllowed() {
        TestVenue venue = new TestVenue(gavel, "durability: sometimes\nlimits: { connections: 0 }\ncolour: red\n");
        GavelProcess refused = gavel.run(1, "serve", "--config", venue.config());
        assertSays(refused, venue.config() + ":5: durability");
        assertSays(refused, "disk, process, memory");
        assertSays(refused, venue.config() + ":6: limits.connections");
        assertSays(refused, venue.config() + ":7: colour");
    }

    @Test
    @Timeout(60)
    void missingKeysSayHowToMakeThem() {
        String config = new TestVenue(gavel, "").write("other.yaml", "venue: V\ndata: d\nkeys: none\n");
        GavelProcess refused = gavel.run(1, "serve", "--config", config);
        assertSays(refused, "bin/gavel keys create --config " + config);
        gavel.run(0, "keys", "create", "--config", config);
        assertSays(gavel.run(1, "keys", "create", "--config", config), "exists already");
    }

    @Test
    @Timeout(150)
    void everyActIsOnRecordAndAStopDrains() {
        TestVenue venue = new TestVenue(gavel, "durability: disk\n");
        GavelProcess node = venue.serve();
        String event = venue.write("event.yaml", EventText.of(3, 3, TERMS));
        act(venue, 0, "event", "load", event);
        assertTrue(act(venue, 0, "event", "load", event).out().startsWith("loaded already"));
        issueToken(venue);
        act(venue, 0, "roadshow", "start", "1", "--reason", "the hall is ready");
        act(venue, 0, "lot", "pause", "1", "--reason", "no sound", "--actor", "9007");
        act(venue, 0, "lot", "resume", "1", "--reason", "sound is back");
        act(venue, 0, "lot", "withdraw", "3", "--reason", "a third party objects");
        Printed refused = act(venue, 1, "lot", "resume", "3", "--reason", "again");
        assertTrue(refused.err().contains("4037 ALREADY_ENDED"), refused.err());
        String list = act(venue, 0, "lot", "list").out();
        assertTrue(list.contains("OPEN") && list.contains("WITHDRAWN") && list.contains("ANNOUNCED"), list);
        refusesASecondNode(venue);

        int exit = node.terminate();
        assertEquals(143, exit, node.report());
        assertFalse(node.err().contains("Exception"), node.report());
        judge(venue);
    }

    /** Runs a command of the staff in this process: it reaches the node over its socket all the same. */
    private static Printed act(TestVenue venue, int expected, String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--config", venue.config()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = GavelCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
        assertEquals(expected, exit, all + "\n" + out + err);
        return new Printed(out.toString(), err.toString());
    }

    private static void issueToken(TestVenue venue) {
        String token = act(
                        venue,
                        0,
                        "token",
                        "issue",
                        "--role",
                        "clerk",
                        "--subject",
                        "7",
                        "--expires",
                        "8h",
                        "--reason",
                        "clerk of the day")
                .out()
                .strip();
        String wrong = venue.write("wrong.token", token.substring(0, token.length() - 6) + "AAAAAA\n");
        Printed refused = act(venue, 1, "lot", "pause", "1", "--reason", "x", "--token-file", wrong);
        assertTrue(refused.err().contains(RejectReason.BAD_TOKEN.name()), refused.err());
    }

    private void refusesASecondNode(TestVenue venue) {
        String twin = venue.write(
                "twin.yaml", "venue: " + TestVenue.NAME + "\ndata: data\nkeys: keys\nlisten: { port: 0 }\n");
        GavelProcess second = gavel.run(1, "serve", "--config", twin);
        assertSays(second, "another node writes this journal; stop it or use another directory");
        assertFalse(second.err().contains("unexpected"), second.report());
        String neighbour = venue.write(
                "neighbour.yaml",
                "venue: " + TestVenue.NAME + "\ndata: data2\nkeys: keys\nlisten: { port: " + venue.port() + " }\n");
        GavelProcess refused = gavel.run(1, "serve", "--config", neighbour);
        assertSays(refused, "gavel: cannot listen on 127.0.0.1:" + venue.port());
        assertFalse(refused.err().contains("\tat "), refused.report());
    }

    /** The journal knows who did what and why, and ends with the digest of a clean stop. */
    private static void judge(TestVenue venue) {
        Replay replay = Replay.of(venue.data(), venue.sealingKey());
        assertEquals("the hall is ready", only(replay, StartRoadshow.class).reason());
        assertEquals("no sound", only(replay, PauseLot.class).reason());
        assertEquals("sound is back", only(replay, ResumeLot.class).reason());
        assertEquals("a third party objects", only(replay, WithdrawLot.class).reason());
        JournalRecord pause = replay.commands(PauseLot.class).findFirst().orElseThrow();
        assertEquals(9007, pause.origin().actor());
        assertEquals(Role.OPERATOR, pause.origin().role());
        assertTrue(
                replay.commands(RecordToken.class)
                        .map(record -> (RecordToken) record.command())
                        .anyMatch(
                                token -> token.subject() == 7 && token.reason().equals("clerk of the day")),
                "the token is on record");
        List<LotPaused> pauses = replay.events(LotPaused.class);
        assertEquals(PauseCause.STOP, pauses.get(pauses.size() - 1).cause());
        assertEquals(1, pauses.get(pauses.size() - 1).lot());
        JournalRecord last = replay.at(replay.records().size());
        assertTrue(last.command() instanceof StateDigest, last.toString());
    }

    /** The one accepted command of its kind. */
    private static <C> C only(Replay replay, Class<C> kind) {
        List<JournalRecord> all = replay.commands(kind)
                .filter(record -> record.reason() == RejectReason.NONE)
                .toList();
        assertEquals(1, all.size(), all.toString());
        return kind.cast(all.get(0).command());
    }

    private static void assertSays(GavelProcess process, String text) {
        assertTrue(process.err().contains(text), text + "\n" + process.report());
    }
}
