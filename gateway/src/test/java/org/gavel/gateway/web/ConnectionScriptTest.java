package org.gavel.gateway.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the page makes of its connection: {@code connection-test.mjs} names each behaviour. */
class ConnectionScriptTest {
    @TempDir
    Path directory;

    @Test
    @Timeout(60)
    void thePageKeepsItsPlaceAndSaysWhoIsSignedIn() throws IOException, InterruptedException {
        String said = new PageScripts(directory).run("connection-test.mjs");
        assertTrue(said.contains("ok where nobody is signed in any more the form stands"), said);
    }
}
