package org.gavel.exchange.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gavel.exchange.kit.ChildJvm;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RT-16, RT-20: what any release journaled replays to the same events and state, on any Java, in any place. */
class GoldenJournalsTest {
    /** Installation directories of other Javas, separated as paths are. */
    private static final String OTHER_JDKS = System.getProperty("gavel.other.jdks", "");

    @TempDir
    private Path directory;

    static List<Path> archives() throws URISyntaxException, IOException {
        URL folder = GoldenJournalsTest.class.getResource("/golden");
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("archives")
    void everyReleasesJournalReplaysToWhatItCameToThen(Path archive) throws Exception {
        String expected = GoldenFile.unpack(archive, directory);

        assertTrue(expected.contains("stateHash "), archive.toString());
        assertEquals(expected, Replayed.of(directory));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Duser.language=tr -Duser.country=TR",
                "-Duser.language=ar -Duser.country=SA -Duser.timezone=Asia/Kathmandu",
                "-Duser.timezone=Pacific/Kiritimati -Dfile.encoding=ISO-8859-1",
                "-XX:+UnlockExperimentalVMOptions -XX:hashCode=2",
                "-XX:+UnlockExperimentalVMOptions -XX:hashCode=0 -XX:TieredStopAtLevel=1",
                "-Xint"
            })
    void otherPlacesAndOtherCompilersMakeNoDifference(String flags) throws Exception {
        for (Path archive : archives()) {
            String expected = GoldenFile.unpack(archive, directory.resolve(archive.getFileName()));
            assertEquals(expected, elsewhere(System.getProperty("java.home"), List.of(flags.split(" ", -1)), archive));
        }
    }

    @Test
    void otherJavasMakeNoDifference() throws Exception {
        Assumptions.assumeFalse(OTHER_JDKS.isEmpty(), "no other Java is named by -Dgavel.other.jdks");
        for (String home : OTHER_JDKS.split(File.pathSeparator, -1)) {
            for (Path archive : archives()) {
                String expected = GoldenFile.unpack(archive, directory.resolve(archive.getFileName()));
                assertEquals(expected, elsewhere(home, List.of(), archive), home);
            }
        }
    }

    private String elsewhere(String home, List<String> flags, Path archive) throws IOException {
        Path output = directory.resolve("output");
        Path data = directory.resolve(archive.getFileName());
        Process process = ChildJvm.start(ChildJvm.command(home, flags, Replayed.class, data), output);
        assertEquals(0, ChildJvm.await(process), () -> "see " + output);
        String text = Files.readString(output);
        return text.substring(Math.max(0, text.indexOf("records ")));
    }

    @Test
    void aDayWrittenTodayReplaysToItself() throws Exception {
        GoldenDay.spendIn(directory);
        String live = Replayed.of(directory);
        Path archive = directory.resolve("day.zip");
        GoldenFile.pack(directory, live, archive);
        Path unpacked = directory.resolve("unpacked");

        assertEquals(live, GoldenFile.unpack(archive, unpacked));
        assertEquals(live, Replayed.of(unpacked));
        assertFalse(live.contains("digests 0"));
    }

    /** {@code -Dgavel.golden.release=0.1.0 -Dgavel.golden.folder=…/golden}: once for each release. */
    @Test
    @EnabledIfSystemProperty(named = "gavel.golden.release", matches = ".+")
    void writesTheGoldenJournalOfThisRelease() throws Exception {
        Path archive = Path.of(System.getProperty("gavel.golden.folder"))
                .resolve(System.getProperty("gavel.golden.release") + ".zip");
        assertFalse(Files.exists(archive), archive + " exists: a golden journal is never written again");
        GoldenDay.spendIn(directory);
        GoldenFile.pack(directory, Replayed.of(directory), archive);
    }
}
