package org.gavel.ops.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts {@code bin/gavel} for a test, in a directory of the test's own. Nothing it started outlives the test; what
 * the processes printed is shown where the test fails.
 */
final class Gavel implements BeforeEachCallback, AfterEachCallback {
    /** The project's own directory: the parent of the module that surefire runs. */
    private static final Path HOME =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();

    private final List<GavelProcess> started = new ArrayList<>();
    private Path directory;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        directory = Files.createTempDirectory("gavel-system");
    }

    /** Where the processes run and write. */
    Path directory() {
        return directory;
    }

    /** A file of the project. */
    static Path file(String name) {
        return HOME.resolve(name);
    }

    /** Starts the command and returns at once. */
    GavelProcess start(String... arguments) {
        return startProgram(Stream.concat(Stream.of(file("bin/gavel").toString()), Stream.of(arguments))
                .toList());
    }

    /** Starts any program likewise. */
    GavelProcess startProgram(List<String> command) {
        GavelProcess process = GavelProcess.start(command, directory);
        started.add(process);
        return process;
    }

    /** Runs the command to its end. */
    GavelProcess run(String... arguments) {
        GavelProcess process = start(arguments);
        process.awaitExit();
        return process;
    }

    /** The same, which must end with this exit code. */
    GavelProcess run(int expected, String... arguments) {
        GavelProcess process = run(arguments);
        if (process.awaitExit() != expected) {
            throw new AssertionError("expected exit code " + expected + "\n" + process.report());
        }
        return process;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        started.forEach(GavelProcess::close);
        if (context.getExecutionException().isPresent()) {
            started.forEach(process -> System.out.println(process.report()));
            System.out.println("the files are left in " + directory);
        } else {
            delete(directory);
        }
    }

    private static void delete(Path tree) {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
