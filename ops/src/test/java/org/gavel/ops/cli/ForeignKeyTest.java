package org.gavel.ops.cli;

import static org.gavel.ops.cli.Console.gavel;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.ops.cli.Console.Run;
import org.gavel.ops.simulate.JournaledVenue;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.codec.json.Sealer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys, logs and journals of different venues, where nothing sealed would show it. */
class ForeignKeyTest {
    @TempDir
    private Path folder;

    private LoggedHall hall;
    private LoggedHall other;

    @BeforeEach
    void twoVenues() throws IOException {
        hall = new LoggedHall(folder, "hall").registers(3).registers(2);
        other = new LoggedHall(folder, "other").registers(4).registers(4);
    }

    private static Run verify(Path data, Path keys, String... more) {
        return gavel(
                Stream.concat(Stream.of("audit", "verify", data.toString(), "--keys", keys.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private static ObjectNode result(Run run) {
        return JsonCodec.parse(run.out().strip());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void refused(Run run, String... words) {
        run.expect(ExitCodes.VERIFICATION_FAILED);
        assertFalse(run.out().contains("VERIFIED"), run.out());
        for (String word : words) {
            assertTrue(run.err().contains(word), run.err());
        }
    }

    @Test
    void everyStartNamesTheKeyUnderWhichItSeals() throws IOException {
        ObjectNode own = result(verify(hall.data(), hall.keys(), "--json").expect(ExitCodes.OK));
        assertEquals("VERIFIED", own.get("result").asText());
        assertEquals("CONFIRMED", own.get("key").asText());
        assertEquals(2, own.get("keyProofs").asInt());

        refused(
                verify(hall.data(), other.keys()),
                hall.data() + "/journal/gen-000001/",
                "sequence 2: ",
                SealingKey.load(hall.keys()).fingerprint(),
                SealingKey.load(other.keys()).fingerprint(),
                "use the key directory of the venue");
        refused(
                gavel(
                        "audit",
                        "timeline",
                        hall.data().toString(),
                        "--keys",
                        other.keys().toString()),
                "sequence 2: ");
    }

    @Test
    void aNodeDoesNotStartWithAnotherSealingKeyAndWritesNothing() throws IOException {
        Files.copy(
                other.keys().resolve(SealingKey.FILE),
                hall.keys().resolve(SealingKey.FILE),
                StandardCopyOption.REPLACE_EXISTING);
        var before = AuditedVenue.fingerprint(hall.data().resolve("journal"));

        IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> hall.registers(1));

        assertTrue(refusal.getMessage().contains("use the key directory of the venue"), refusal.getMessage());
        assertEquals(before, AuditedVenue.fingerprint(hall.data().resolve("journal")));
    }

    @Test
    void aKeyThatNothingConfirmsIsSaidToBeUnconfirmed() throws IOException {
        Path bare = folder.resolve("bare");
        Path lines = Files.write(
                folder.resolve("lines.jsonl"),
                List.of("{\"at\":1000,\"op\":\"RegisterParticipant\",\"participant\":1001}"));
        JournaledVenue.of(bare, "bare", Sealer.NONE, lines);

        Run run = verify(bare, other.keys(), "--json").expect(ExitCodes.OK);

        assertEquals(
                AuditVerifyCommand.KEY_NOT_CONFIRMED, result(run).get("result").asText());
        assertEquals("CONFIRMED_NOTHING", result(run).get("key").asText());
        assertTrue(run.err().contains("confirmed nothing"), run.err());
        Run without = gavel("audit", "verify", bare.toString(), "--json").expect(ExitCodes.OK);
        assertEquals("VERIFIED", result(without).get("result").asText());
        assertEquals("NOT_GIVEN", result(without).get("key").asText());
    }

    @Test
    void theSignedHeadBindsJournalAndKeys() throws IOException {
        long signed = hall.signs();
        other.signs();
        hall.registers(1);
        ObjectNode own = result(verify(hall.data(), hall.keys(), "--json").expect(ExitCodes.OK));
        assertEquals(signed, own.get("signedRecords").asLong());
        assertEquals("gavel.example/hall", own.get("signedBy").asText());

        Files.copy(
                hall.keys().resolve(SealingKey.FILE),
                other.keys().resolve(SealingKey.FILE),
                StandardCopyOption.REPLACE_EXISTING);
        refused(
                verify(hall.data(), other.keys()),
                hall.data() + "/log/checkpoint",
                "of the log gavel.example/hall, the key of gavel.example/other");
    }

    @Test
    void aJournalUnderAnotherJournalsLogIsRefused() throws IOException {
        long signed = hall.signs();
        LoggedHall longer = new LoggedHall(folder.resolve("again"), "hall");
        copy(hall.keys(), longer.keys());
        longer.registers(3).registers(3);
        copy(hall.data().resolve("log"), longer.data().resolve("log"));
        refused(
                verify(longer.data(), longer.keys()),
                longer.data() + "/log/checkpoint says that the first " + signed + " records have the root",
                "gavel audit diff");

        LoggedHall shorter = new LoggedHall(folder.resolve("short"), "hall");
        copy(hall.keys(), shorter.keys());
        shorter.registers(1);
        copy(hall.data().resolve("log"), shorter.data().resolve("log"));
        long end = result(gavel("audit", "verify", shorter.data().toString(), "--json"))
                .get("lastSequence")
                .asLong();
        refused(
                verify(shorter.data(), shorter.keys()),
                "signed over " + signed + " records",
                "records " + (end + 1) + " to " + signed + " are missing");
    }

    @Test
    void anotherVenueThanWasNamedIsRefused() {
        verify(hall.data(), hall.keys(), "--venue", "hall").expect(ExitCodes.OK);
        refused(verify(hall.data(), hall.keys(), "--venue", "other"), "sequence 1", "\"hall\"", "\"other\"");
        refused(
                verify(hall.data(), other.keys(), "--chain-only", "--venue", "other"),
                "sequence 1",
                "\"hall\"",
                "\"other\"");
    }
}
