package org.gavel.ops.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RT-21: an audit by an engine with one bidding rule changed must fail; else an audit would prove nothing. */
class CanarySystemTest {
    private static final String AUCTION = "org/gavel/exchange/engine/auction/";
    private static final String MAIN = "org.gavel.ops.cli.GavelCommand";

    @RegisterExtension
    final Gavel gavel = new Gavel();

    private Path data;

    @BeforeEach
    void spendAnAuctionDay() {
        data = gavel.directory().resolve("data");
        AuctionDay.spendIn(data);
    }

    @Test
    @Timeout(60)
    void theUnchangedEngineAgrees() throws IOException {
        GavelProcess audit = audit(compile("ascending/RaiseRule", "raise < step", "raise < step"));
        assertEquals(0, audit.awaitExit(), audit.report());
    }

    @ParameterizedTest(name = "{1} becomes {2}")
    @Timeout(60)
    @CsvSource(
            delimiter = '|',
            value = {
                "ascending/RaiseRule | raise < step                               | raise <= step",
                "ascending/RaiseRule | amount < start                             | amount <= start",
                "ascending/RaiseRule | amount <= phase.price() | amount < phase.price()",
                "ascending/RaiseRule | raise % step != 0                          | false",
                "ascending/RaiseRule | phase.leader() == bidder && !leaderMayRaise | false",
                "Closing | extensions < rule.maxExtensions()          | extensions <= rule.maxExtensions()",
                "Closing | near ? now + extension | near ? now + extension + 1",
            })
    void anEngineWithAnotherRuleDoesNot(String where, String rule, String other) throws IOException {
        assertRefused(audit(compile(where, rule, other)));
    }

    @Test
    @Timeout(60)
    void theJournaledDigestsAloneWouldTell() throws IOException {
        try (Stream<Path> log = Files.walk(data.resolve("eventlog"))) {
            for (Path path : log.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        assertRefused(audit(compile("Closing", "near ? now + extension", "near ? now + extension + 1")));
    }

    private static void assertRefused(GavelProcess audit) {
        assertEquals(3, audit.awaitExit(), audit.report());
        assertTrue(audit.err().contains("sequence"), audit.report());
    }

    /** Compiles the mechanism with one piece of its text replaced; answers where the class is. */
    private Path compile(String where, String rule, String other) throws IOException {
        String source = Files.readString(Gavel.file("exchange/src/main/java/" + AUCTION + where + ".java"));
        assertEquals(2, source.split(Pattern.quote(rule), -1).length, "once in the source: " + rule);
        Path file = gavel.directory().resolve("changed/" + AUCTION + where + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source.replace(rule, other));
        Path classes = Files.createDirectories(gavel.directory().resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int failures = compiler.run(
                null, null, null, "--release", "17", "-cp", lib(), "-d", classes.toString(), file.toString());
        assertEquals(0, failures, "the changed rule does not compile");
        return classes;
    }

    private static String lib() throws IOException {
        try (Stream<Path> jars = Files.list(Gavel.file("ops/target/lib"))) {
            return String.join(":", jars.map(Path::toString).sorted().toList());
        }
    }

    /** Runs the audit with these classes before those of the build. */
    private GavelProcess audit(Path classes) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Gavel.file("bin/java.args"),
                "-cp",
                classes + ":" + Gavel.file("ops/target/classes") + ":" + lib(),
                MAIN,
                "audit",
                "verify",
                data.toString());
        GavelProcess audit = gavel.startProgram(command);
        audit.awaitExit();
        return audit;
    }
}
