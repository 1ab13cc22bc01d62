package org.gavel.gateway.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gavel.gateway.wire.Replies;
import org.gavel.protocol.reject.RejectReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the page makes of listings, deals, unit books and refusals: {@code trade-test.mjs} names each behaviour. */
class TradeScriptTest {
    @TempDir
    Path directory;

    @Test
    @Timeout(60)
    void thePageFollowsListingsDealsBooksAndTheOwnAccount() throws IOException, InterruptedException {
        PageScripts scripts = new PageScripts(directory);
        ArrayNode refusals = Replies.object().putArray("refusals");
        for (RejectReason reason : RejectReason.values()) {
            refusals.addObject().put("code", reason.code()).put("message", reason.template());
        }
        Files.writeString(directory.resolve("refusals.json"), refusals.toString());
        String said = scripts.run("trade-test.mjs");
        assertTrue(said.contains("ok every state, phase and ending has a word"), said);
    }
}
