package org.gavel.exchange.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gavel.protocol.proof.Checkpoint;
import org.gavel.protocol.proof.SignedNote;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An implementation not ours, Go's {@code sumdb/tlog} and {@code sumdb/note} as Debian packages them, reads our key, our
 * signed heads and our tiles, and finds the same roots and proofs.
 */
final class GoSumdbTest {
    private static final Path DEBIAN = Path.of("/usr/share/gocode");

    @TempDir
    private Path directory;

    @Test
    @Timeout(240)
    void goChecksOurHeadsTilesAndProofs() throws IOException, InterruptedException {
        boolean isThere = Files.isDirectory(DEBIAN.resolve("src/golang.org/x/mod/sumdb/tlog")) && hasGo();
        if (!isThere) {
            Assumptions.abort(
                    "GoSumdbTest is skipped: it needs the Debian packages golang-go and golang-golang-x-mod-dev");
        }
        LogKit kit = new LogKit(directory).bids(300, 1000);
        kit.signed().close();
        Files.copy(kit.log().resolve("checkpoint"), directory.resolve("earlier.note"));
        kit.bids(300, 2000);
        try (VenueLog log = kit.signed()) {
            String key = kit.terms().signers().keys().toString().strip();
            ProofFile proof = ProofFile.parse(LogKit.proof(log, 257, 0, 300));
            StringBuilder paths = new StringBuilder();
            proof.inclusion().path().forEach(hash -> paths.append("record ")
                    .append(hash.base64())
                    .append('\n'));
            proof.earlier().orElseThrow().proof().path().forEach(hash -> paths.append("tree ")
                    .append(hash.base64())
                    .append('\n'));
            Files.writeString(directory.resolve("paths"), paths);
            Files.writeString(directory.resolve("key"), key);
            assertEquals(
                    600,
                    Checkpoint.parse(SignedNote.parse(kit.checkpoint()).text()).size());
            assertEquals("256 600 300 same roots, same proofs", run(kit.log()));
        }
    }

    private static boolean hasGo() {
        try {
            return new ProcessBuilder("go", "version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String run(Path log) throws IOException, InterruptedException {
        Path program = directory.resolve("check.go");
        try (InputStream in = GoSumdbTest.class.getResourceAsStream("check.go")) {
            Files.copy(in, program);
        }
        ProcessBuilder go = new ProcessBuilder("go", "run", program.toString(), directory.toString(), log.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true);
        go.environment().put("GO111MODULE", "off");
        go.environment().put("GOPATH", DEBIAN.toString());
        go.environment().put("GOCACHE", directory.resolve("cache").toString());
        go.environment().put("GOFLAGS", "");
        Process process = go.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
