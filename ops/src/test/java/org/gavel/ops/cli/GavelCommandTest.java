package org.gavel.ops.cli;

import static org.gavel.ops.cli.Console.gavel;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gavel.ops.cli.Console.Run;
import org.gavel.protocol.codec.json.JsonCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class GavelCommandTest {
    private static final String DEMO = "src/main/resources/event/demo.yaml";

    @TempDir
    Path directory;

    @Test
    void everyCommandExplainsItself() {
        explain(GavelCommand.commandLine(), List.of());
    }

    private static void explain(CommandLine command, List<String> path) {
        String[] arguments = Stream.concat(path.stream(), Stream.of("--help")).toArray(String[]::new);
        Run run = gavel(arguments).expect(ExitCodes.OK);
        assertTrue(run.out().contains("Usage: "), run.out());
        assertTrue(command.getCommandSpec().usageMessage().description().length > 0, path.toString());
        command.getSubcommands()
                .forEach((name, sub) -> explain(
                        sub, Stream.concat(path.stream(), Stream.of(name)).toList()));
    }

    static Stream<Arguments> wrongCommandLines() {
        return Stream.of(
                wrong("Name a command: demo, serve, event,"),
                wrong("Unmatched argument", "frobnicate"),
                wrong("Name a command: check, load", "event"),
                wrong("Missing required parameter: 'FILE'", "event", "check"),
                wrong("Missing required option: '--reason=TEXT'", "lot", "open", "7", "--config", "f"),
                wrong("Missing required option: '--config=FILE'", "lot", "open", "7", "--reason", "r"),
                wrong("must be a number from 1 to 2147483647", "lot", "open", "0", "--config", "f", "--reason", "r"),
                wrong("must be a number from 1 to", "lot", "open", "9999999999", "--config", "f", "--reason", "r"),
                wrong("reason is required", "lot", "pause", "7", "--config", "f", "--reason", " "),
                wrong("must be a number of 1 to 15 digits", "lot", "list", "--config", "f", "--actor", "-1"),
                wrong("must be bidder, clerk,", issue("--role", "system")),
                wrong("must be a duration such as", issue("--expires", "soon")),
                wrong("must be 1s or longer", issue("--expires", "0s")),
                wrong("--k must be from 2 to --n, not 1", deal("1", "3")),
                wrong("--k must be from 2 to --n, not 4", deal("4", "3")),
                wrong("--n must be from 2 to 16, not 17", deal("2", "17")),
                wrong("--holder must be given 3 times or not at all", deal("2", "3", "--holder", "notary")));
    }

    private static String[] deal(String k, String n, String... rest) {
        Stream<String> start = Stream.of("envelope-key", "deal", "--out", "absent", "--k", k, "--n", n);
        return Stream.concat(start, Stream.of(rest)).toArray(String[]::new);
    }

    private static String[] issue(String option, String value) {
        List<String> rest = Stream.of("--role", "bidder", "--expires", "8h", "--subject", "1", "--reason", "r")
                .toList();
        int at = rest.indexOf(option);
        List<String> arguments = new ArrayList<>(List.of("token", "issue", "--config", "f"));
        arguments.addAll(rest);
        arguments.set(4 + at + 1, value);
        return arguments.toArray(String[]::new);
    }

    private static Arguments wrong(String message, String... arguments) {
        return Arguments.of(message, arguments);
    }

    @ParameterizedTest
    @MethodSource("wrongCommandLines")
    void wrongCommandLineExitsWith2AndSaysWhatIsWrong(String message, String[] arguments) {
        Run run = gavel(arguments).expect(ExitCodes.USAGE);
        assertTrue(run.err().contains(message), run.err());
        assertEquals("", run.out());
    }

    @Test
    void aFileOfNoNameIsAskedFor() {
        Run run = gavel("simulate", "").expect(ExitCodes.FAILED);
        assertEquals(
                "gavel: the name of the file is empty; name a file of lines, or - for standard input\n", run.err());
    }

    @Test
    void checksTheShippedEvent() {
        Run run = gavel("event", "check", DEMO).expect(ExitCodes.OK);
        assertTrue(run.out().contains("lots      14, start prices 13,350,000.00 yuan"), run.out());
        assertTrue(run.out().contains("bidders   40,"), run.out());
        assertTrue(run.out().matches("(?s).*sha-256   [0-9a-f]{64}\n.*"), run.out());
        assertEquals("", run.err());
    }

    @Test
    void checksTheShippedEventForMachines() {
        var json = JsonCodec.parse(gavel("event", "check", DEMO, "--json")
                .expect(ExitCodes.OK)
                .out()
                .strip());
        assertTrue(json.path("valid").asBoolean());
        assertEquals(14, json.path("lots").asInt());
        assertEquals("1335000000", json.path("starts").asText());
        assertEquals(0, json.path("problems").size());
    }

    @Test
    void saysWhatAnEventOffersBesideLots() {
        Run listings = gavel("event", "check", "../docs/examples/listings.yaml").expect(ExitCodes.OK);
        assertTrue(listings.out().contains("lots      0,"), listings.out());
        assertTrue(listings.out().contains("listings  3, list prices 1,540,000.00 yuan"), listings.out());
        String modes = "deals     5, FixedPrice 1, JointPurchase 1, Need 1, Negotiated 1, UseFirst 1";
        assertTrue(listings.out().contains(modes), listings.out());
        Run books = gavel("event", "check", "../docs/examples/books.yaml").expect(ExitCodes.OK);
        assertTrue(books.out().contains("books     2, credited POOL.A 10,200, POOL.B 500"), books.out());
        var json = JsonCodec.parse(gavel("event", "check", "../docs/examples/listings.yaml", "--json")
                .out()
                .strip());
        assertEquals(3, json.path("listings").asInt());
        assertEquals("154000000", json.path("listPrices").asText());
    }

    @Test
    void namesEveryProblemOfAnEventFileOnStandardError() throws IOException {
        Path file = Files.writeString(directory.resolve("e.yaml"), "event: e\nvenue: V\nrulebook: X\nlots: 5\n");
        Run run = gavel("event", "check", file.toString()).expect(ExitCodes.FAILED);
        assertEquals(
                List.of(
                        file + ":1: participants: is missing; write a block of keys",
                        file + ":3: rulebook: \"X\" must be one of PRIVATE_SALE, AUCTION_LAW, JUDICIAL_LIKE,"
                                + " SOE_ASSET, UNIVERSITY_OPEN_TRADE, or NAME@version of one the venue has",
                        file + ":4: lots: must be a list"),
                run.err().lines().toList());
        assertTrue(run.out().contains("INVALID, 3 errors, 0 warnings"), run.out());
        var json = JsonCodec.parse(
                gavel("event", "check", file.toString(), "--json").out().strip());
        assertFalse(json.path("valid").asBoolean());
        assertEquals(3, json.path("problems").get(1).path("line").asInt());
    }

    @Test
    void saysThatAFileIsAbsentWithoutATrace() {
        Run check = gavel("event", "check", "absent.yaml").expect(ExitCodes.FAILED);
        assertEquals("absent.yaml: does not exist\n", check.err());
        Run list = gavel("lot", "list", "--config", "absent.yaml").expect(ExitCodes.FAILED);
        assertEquals("gavel: absent.yaml: does not exist\n", list.err());
    }

    @Test
    void createsKeysOnceAndNeverReplacesThem() throws IOException {
        String config = config(7400);
        Run created = gavel("keys", "create", "--config", config).expect(ExitCodes.OK);
        assertEquals(List.of(directory.resolve("keys").toString()), created.outLines());
        byte[] before = Files.readAllBytes(directory.resolve("keys/sealing.key"));
        Run again = gavel("keys", "create", "--config", config).expect(ExitCodes.FAILED);
        assertTrue(again.err().contains("exists already"), again.err());
        assertTrue(Arrays.equals(before, Files.readAllBytes(directory.resolve("keys/sealing.key"))));
    }

    @Test
    void saysHowToCreateMissingKeys() throws IOException {
        Run run = gavel("lot", "list", "--config", config(7400)).expect(ExitCodes.FAILED);
        assertTrue(run.err().contains("bin/gavel keys create --config "), run.err());
    }

    @Test
    void saysWhereNoNodeAnswersAndWhatToDo() throws IOException {
        String config = config(freePort());
        gavel("keys", "create", "--config", config).expect(ExitCodes.OK);
        Run run = gavel("lot", "list", "--config", config).expect(ExitCodes.FAILED);
        assertTrue(run.err().startsWith("gavel: no node answers at 127.0.0.1:"), run.err());
        assertTrue(run.err().contains("bin/gavel serve"), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertEquals("", run.out());
    }

    @Test
    void showsTheTraceOnlyWhenAsked() throws IOException {
        String config = config(0);
        gavel("keys", "create", "--config", config).expect(ExitCodes.OK);
        Run run = gavel("lot", "list", "--config", config).expect(ExitCodes.FAILED);
        assertTrue(run.err().contains("node.port does not say which port the node got"), run.err());
        assertFalse(run.err().contains("\tat "), run.err());
        Run traced = gavel("lot", "list", "--config", config, "--debug").expect(ExitCodes.FAILED);
        assertTrue(traced.err().contains("\tat "), traced.err());
    }

    private String config(int port) throws IOException {
        String text = "venue: V\ndata: data\nkeys: keys\nlisten: {port: " + port + "}\n";
        return Files.writeString(directory.resolve("node.yaml"), text).toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
