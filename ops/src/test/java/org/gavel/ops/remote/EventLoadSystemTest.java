package org.gavel.ops.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.loadtest.client.Outcome;
import org.gavel.ops.config.NodeConfig;
import org.gavel.ops.event.EventFile;
import org.gavel.ops.event.LoadCommand;
import org.gavel.ops.node.GavelNode;
import org.gavel.ops.node.NodePlan;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loading against a real node that is restarted in between. */
class EventLoadSystemTest {
    private static final EventLoad.Progress SILENT = new EventLoad.Progress() {
        @Override
        public void resumed(int known) {}

        @Override
        public void answered(LoadCommand command, Outcome outcome) {}
    };

    @TempDir
    Path directory;

    @Test
    void goesOnWhereItBrokeOffAlsoAfterARestart() throws Exception {
        String venue = EventFile.demo().plan().venue();
        Path file = Files.writeString(
                directory.resolve("node.yaml"),
                "venue: \"" + venue + "\"\ndata: data\nkeys: keys\ndurability: process\nlisten: {port: 0}\n");
        TokenKeys tokens = TokenKeys.create(directory.resolve("keys"));
        SealingKey key = SealingKey.create(directory.resolve("keys"));
        NodeConfig config = NodeConfig.readWithKeys(file);
        String token = tokens.issue(venue, 9001, Role.OPERATOR, Instant.now().plus(Duration.ofHours(1)), "test");
        List<LoadCommand> commands = EventFile.demo().commands(key);

        EventLoad.Result broken = load(config, token, commands.subList(0, 70));
        assertEquals(70, broken.accepted());
        EventLoad.Result whole = load(config, token, commands);
        assertEquals(commands.size() - 70, whole.accepted());
        assertEquals(70, whole.known() + whole.repeated());
        EventLoad.Result again = load(config, token, commands);
        assertTrue(again.changedNothing());
        assertEquals(commands.size(), again.known());
    }

    private static EventLoad.Result load(NodeConfig config, String token, List<LoadCommand> commands) throws Exception {
        GavelNode node = GavelNode.start(NodePlan.of(config), fault -> {
            throw new AssertionError(fault);
        });
        try (NodeLink link = NodeLink.open(NodeAddress.of(config), token)) {
            return new EventLoad(link, commands, SILENT).run();
        } finally {
            node.close();
        }
    }
}
