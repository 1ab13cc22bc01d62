package org.gavel.gateway.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the page makes of lots: {@code course-test.mjs} names each behaviour. */
class CourseScriptTest {
    @TempDir
    Path directory;

    @Test
    @Timeout(60)
    void thePageFollowsCallsStagesAndRights() throws IOException, InterruptedException {
        String said = new PageScripts(directory).run("course-test.mjs");
        assertTrue(said.contains("ok both languages say everything that can happen"), said);
    }
}
