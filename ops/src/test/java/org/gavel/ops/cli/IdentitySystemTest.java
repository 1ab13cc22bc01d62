package org.gavel.ops.cli;

import static org.gavel.ops.cli.Console.gavel;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.loadtest.client.ClientOptions;
import org.gavel.loadtest.client.SyncClient;
import org.gavel.loadtest.link.Endpoint;
import org.gavel.ops.cli.Console.Run;
import org.gavel.ops.config.NodeConfig;
import org.gavel.ops.node.GavelNode;
import org.gavel.ops.node.NodePlan;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Identities are recorded, shown and erased on a real node; its journal holds no name and stays valid. */
@Timeout(120)
class IdentitySystemTest {
    private static final String NAME = "浙江某某科技有限公司";
    private static final String SETTINGS =
            "venue: V\ndata: data\nkeys: keys\ndurability: process\nlisten: {port: %d}\n";

    @TempDir
    Path directory;

    private String config;
    private GavelNode node;

    @BeforeEach
    void startNode() throws Exception {
        Path file = directory.resolve("node.yaml");
        Files.writeString(file, String.format(SETTINGS, 0));
        config = file.toString();
        gavel("keys", "create", "--config", config).expect(ExitCodes.OK);
        NodeConfig settings = NodeConfig.readWithKeys(file);
        node = GavelNode.start(NodePlan.of(settings), fault -> {
            throw new AssertionError(fault);
        });
        Files.writeString(file, String.format(SETTINGS, node.port()));
        Files.writeString(directory.resolve("party.json"), "{\"name\":\"" + NAME + "\",\"document\":\"91330000\"}");
        String token = TokenKeys.load(settings.keys())
                .issue("V", 9001, Role.OPERATOR, Instant.now().plusSeconds(600), "t");
        ClientOptions options = ClientOptions.participant(new Endpoint("127.0.0.1", node.port()), token, 1);
        try (SyncClient client = SyncClient.open(options)) {
            assertTrue(client.submit(new RegisterParticipant(1001, "")).accepted());
        }
    }

    @AfterEach
    void stopNode() {
        node.close();
    }

    private Run record(int participant) {
        String from = directory.resolve("party.json").toString();
        return gavel("identity", "record", Integer.toString(participant), "--from", from, "--config", config);
    }

    private Run erase(int participant) {
        String number = Integer.toString(participant);
        return gavel("identity", "erase", number, "--reason", "the person asked for it", "--config", config);
    }

    private boolean isInData(String text) throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (content.contains(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void anIdentityIsRecordedShownAndErasedAndTheJournalStaysValid() throws IOException {
        record(1001).expect(ExitCodes.OK);
        Run shown = gavel("identity", "show", "1001", "--config", config).expect(ExitCodes.OK);
        assertTrue(shown.out().contains(NAME), shown.out());
        assertFalse(isInData(NAME), "no name is in clear on disk");
        assertTrue(isInData("RecordIdentity"), "the search above can find something");

        erase(1001).expect(ExitCodes.OK);
        Run gone = gavel("identity", "show", "1001", "--config", config).expect(ExitCodes.FAILED);
        assertTrue(gone.err().contains("was erased at sequence"), gone.err());
        assertFalse(Files.exists(directory.resolve("keys/identities/1001.key")));
        erase(1001).expect(ExitCodes.OK);
        Run again = record(1001).expect(ExitCodes.FAILED);
        assertTrue(again.err().contains("4320 IDENTITY_ERASED"), again.err());
        String data = directory.resolve("data").toString();
        String keys = directory.resolve("keys").toString();
        gavel("audit", "verify", data, "--keys", keys).expect(ExitCodes.OK);
    }

    @Test
    void saysWhatIsMissing() {
        Run none = gavel("identity", "show", "1001", "--config", config).expect(ExitCodes.FAILED);
        assertEquals(
                List.of("No identity of participant 1001 is on record."),
                none.err().lines().toList());
        Run nobody = erase(1002).expect(ExitCodes.FAILED);
        assertTrue(nobody.err().contains("PARTICIPANT_UNKNOWN"), nobody.err());
        Run nothing = erase(1001).expect(ExitCodes.FAILED);
        assertTrue(nothing.err().contains("4321 NO_IDENTITY"), nothing.err());
    }
}
