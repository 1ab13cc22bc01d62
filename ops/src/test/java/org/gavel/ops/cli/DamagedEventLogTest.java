package org.gavel.ops.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gavel.ops.cli.Console.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that is whole, with an event log that is not. */
class DamagedEventLogTest {
    @TempDir
    Path directory;

    @Test
    void verifyBlamesTheLogAndNoEngine() throws IOException {
        AuditedVenue venue = AuditedVenue.of(directory, Path.of("../docs/examples/BOOK.jsonl"));
        damage(venue.data().resolve("eventlog"));
        Run run = venue.audit("verify").expect(ExitCodes.VERIFICATION_FAILED);
        assertTrue(run.err().contains("the event log is damaged: "), run.err());
        assertTrue(run.err().contains("the next start tells it anew."), run.err());
        assertFalse(run.err().contains("engine"), run.err());
        assertFalse(run.err().contains(".;"), run.err());
    }

    /** One letter of the first book's name. */
    private static void damage(Path log) throws IOException {
        try (Stream<Path> files = Files.walk(log)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("POOL.A");
                if (at >= 0) {
                    bytes[at] ^= 1;
                    Files.write(file, bytes);
                    return;
                }
            }
        }
        throw new IllegalStateException("no event names the asset");
    }
}
