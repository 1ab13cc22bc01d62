package org.gavel.ops.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gavel.exchange.identity.RecordedIdentity;
import org.gavel.exchange.vault.IdentityVault;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.loadtest.client.Outcome;
import org.gavel.ops.config.NodeConfig;
import org.gavel.ops.remote.NodeLink;
import org.gavel.ops.remote.RemoteFailure;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.EraseIdentity;
import org.gavel.protocol.command.RecordIdentity;
import org.gavel.protocol.reject.RejectReason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gavel identity}: who participants are, encrypted in the journal under keys of their own. */
@Command(
        name = "identity",
        description = "Records, shows and erases who participants are.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExample:%n",
        footer = "  gavel identity record 1001 --from party.json --config node.yaml")
public final class IdentityCommand extends CommandGroup {
    @Spec
    private CommandSpec spec;

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Encrypts an identity on this machine, under a key of the participant's own in the venue's key"
                            + " directory, and has a running node journal the ciphertext. It replaces what was on record.")
    int record(
            @Parameters(paramLabel = "N", converter = Converters.Id.class, description = "The participant.")
                    int participant,
            @Option(
                            names = "--from",
                            required = true,
                            paramLabel = "FILE",
                            description = "A JSON object with what is known of them.")
                    Path from,
            @Mixin NodeOptions node,
            @Option(names = "--json", description = "Print the outcome as JSON.") boolean json)
            throws InvalidFile, IOException, RemoteFailure {
        NodeConfig config = node.readWithKeys();
        ObjectNode identity = JsonCodec.parse(Files.readString(from));
        IdentityVault vault = new IdentityVault(config.keys(), config.venue());
        boolean hadKey = vault.hasKey(participant);
        String sealed = vault.seal(participant, CanonicalJson.write(identity));
        try (NodeLink link = node.connect(config)) {
            Outcome outcome = link.act(new RecordIdentity(participant, sealed));
            if (!outcome.accepted() && !hadKey) {
                vault.destroy(participant);
            }
            return new Printed(spec, json).outcome("record identity " + participant, outcome);
        }
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Verifies and replays the node's journal, finds what is on record of a participant and opens it.")
    int show(
            @Parameters(paramLabel = "N", converter = Converters.Id.class, description = "The participant.")
                    int participant,
            @Option(names = "--config", required = true, paramLabel = "FILE", description = "The node's configuration.")
                    Path file)
            throws InvalidFile, IOException {
        NodeConfig config = NodeConfig.readWithKeys(file);
        Optional<RecordedIdentity> found =
                RecordedIdentity.read(config.data(), SealingKey.load(config.keys()), participant);
        Printed printed = new Printed(spec, true);
        if (found.isEmpty()) {
            printed.message("No identity of participant " + participant + " is on record.");
            return ExitCodes.FAILED;
        }
        RecordedIdentity identity = found.get();
        if (identity.isErased()) {
            printed.message("The identity of participant " + participant + " was erased at sequence "
                    + identity.sequence() + ": " + identity.reason());
            return ExitCodes.FAILED;
        }
        String text = new IdentityVault(config.keys(), config.venue()).open(participant, identity.sealed());
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("participant", participant).put("seq", identity.sequence()).put("at", identity.timestamp());
        shown.set("identity", JsonCodec.parse(text));
        printed.json(shown);
        return ExitCodes.OK;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Puts the erasure on record, then destroys the participant's key: what the journal and its copies"
                            + " hold can be read by nobody, and every proof stays valid. It cannot be undone. Run it again where it"
                            + " was interrupted.")
    int erase(
            @Parameters(paramLabel = "N", converter = Converters.Id.class, description = "The participant.")
                    int participant,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "TEXT",
                            converter = Converters.Reason.class,
                            description = "Why; the participant is told.")
                    String reason,
            @Mixin NodeOptions node,
            @Option(names = "--json", description = "Print the outcome as JSON.") boolean json)
            throws InvalidFile, IOException, RemoteFailure {
        NodeConfig config = node.readWithKeys();
        Printed printed = new Printed(spec, json);
        Outcome outcome;
        try (NodeLink link = node.connect(config)) {
            outcome = link.act(new EraseIdentity(participant, reason));
        }
        boolean before = !outcome.accepted() && outcome.reason() == RejectReason.IDENTITY_ERASED;
        if (outcome.accepted() || before) {
            boolean destroyed = new IdentityVault(config.keys(), config.venue()).destroy(participant);
            printed.message(
                    destroyed
                            ? "The key is destroyed here; destroy the copies in the venue's key backups as well."
                            : "There was no key here any more; see that no backup has one.");
        }
        return before ? ExitCodes.OK : printed.outcome("erase identity " + participant, outcome);
    }
}
