package org.gavel.gateway.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page's own scripts, run by Node where it is installed: {@code course-test.mjs} names each behaviour. */
class CourseScriptTest {
    private static final String[] SCRIPTS = {
        "course.js",
        "course-words.js",
        "deals.js",
        "forms.js",
        "market.js",
        "money.js",
        "page.js",
        "sealed.js",
        "words.js"
    };

    @TempDir
    Path directory;

    @Test
    @Timeout(60)
    void thePageFollowsCallsStagesAndRights() throws IOException, InterruptedException {
        Optional<Path> node = node();
        if (node.isEmpty()) {
            Assumptions.abort("CourseScriptTest is skipped: no Node.js on the PATH; install nodejs to run it");
        }
        for (String script : SCRIPTS) {
            copy("/web/" + script, script);
        }
        copy("/web/course-test.mjs", "course-test.mjs");
        Files.writeString(directory.resolve("package.json"), "{\"type\": \"module\"}");
        Process process = new ProcessBuilder(node.get().toString(), "course-test.mjs", directory.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertTrue(said.contains("ok both languages say everything that can happen"), said);
    }

    private void copy(String resource, String name) throws IOException {
        try (InputStream in = CourseScriptTest.class.getResourceAsStream(resource)) {
            Files.copy(in, directory.resolve(name));
        }
    }

    private static Optional<Path> node() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, "node"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
