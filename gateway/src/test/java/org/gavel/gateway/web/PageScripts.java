package org.gavel.gateway.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The page's own scripts in a directory, with a script that tries them, run by Node where it is installed. */
final class PageScripts {
    private final Path directory;

    /** Copies the page as the gateway serves it. */
    PageScripts(Path directory) throws IOException {
        this.directory = directory;
        try (Stream<Path> files = Files.list(page())) {
            for (Path file : files.toList()) {
                Files.copy(file, directory.resolve(file.getFileName().toString()));
            }
        }
        Files.writeString(directory.resolve("package.json"), "{\"type\": \"module\"}");
    }

    private static Path page() {
        try {
            return Path.of(PageScripts.class.getResource("/web/index.html").toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the test script says; it must end well. Aborts the test where there is no Node. */
    String run(String script) throws IOException, InterruptedException {
        Optional<Path> node = node();
        if (node.isEmpty()) {
            Assumptions.abort(script + " is skipped: no Node.js on the PATH; install nodejs to run it");
        }
        try (InputStream in = PageScripts.class.getResourceAsStream("/web/" + script)) {
            Files.copy(in, directory.resolve(script));
        }
        Process process = new ProcessBuilder(List.of(node.get().toString(), script, directory.toString()))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    private static Optional<Path> node() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, "node"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
