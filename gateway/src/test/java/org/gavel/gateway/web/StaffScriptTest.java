package org.gavel.gateway.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the page makes of the staff's desk: {@code staff-test.mjs} names each behaviour. */
class StaffScriptTest {
    @TempDir
    Path directory;

    @Test
    @Timeout(60)
    void thePageFollowsPartiesAndActsOfTwoPersons() throws IOException, InterruptedException {
        String said = new PageScripts(directory).run("staff-test.mjs");
        assertTrue(said.contains("ok of an act whose reply was lost"), said);
    }
}
