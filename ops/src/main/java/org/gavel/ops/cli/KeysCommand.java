package org.gavel.ops.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.gavel.exchange.transparency.LogSalts;
import org.gavel.exchange.transparency.LogSigners;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.ops.config.NodeConfig;
import org.gavel.ops.yaml.InvalidFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gavel keys}: the venue's own secrets, made once and never replaced. */
@Command(
        name = "keys",
        description = "Makes the venue's keys.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExample:%n",
        footer = "  gavel keys create --config node.yaml")
public final class KeysCommand extends CommandGroup {
    @Spec
    private CommandSpec spec;

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Makes the keys that sign tokens and the public log, and the key that seals what the journal must hide, readable by"
                            + " this account only. Never replaces a key: without the old one, tokens end and the journal cannot"
                            + " be replayed.")
    int create(
            @Option(names = "--config", required = true, paramLabel = "FILE", description = "The node's configuration.")
                    Path config,
            @Option(names = "--json", description = "Print where the keys are as JSON.") boolean json)
            throws InvalidFile, IOException {
        NodeConfig read = NodeConfig.read(config);
        Path keys = read.keys();
        if (Files.exists(keys.resolve(SealingKey.FILE))) {
            throw new FileAlreadyExistsException(keys.resolve(SealingKey.FILE).toString());
        }
        TokenKeys.create(keys);
        SealingKey.create(keys);
        String publicKey = createLogKeys(read);
        Printed printed = new Printed(spec, json);
        if (json) {
            printed.json(JsonNodeFactory.instance
                    .objectNode()
                    .put("keys", keys.toString())
                    .put("logKey", publicKey));
        } else {
            printed.data(keys.toString());
        }
        printed.message("The public log's key, for everybody who checks proofs: " + publicKey);
        printed.message(
                "Back these files up apart from the data: without sealing.key the journal cannot be replayed, without"
                        + " log-salt.key the public log cannot go on.");
        return ExitCodes.OK;
    }

    private static String createLogKeys(NodeConfig config) throws IOException {
        if (LogSigners.exist(config.keys())) {
            throw new FileAlreadyExistsException(
                    config.keys().resolve("log-1.key").toString());
        }
        LogSalts.create(config.keys());
        return LogSigners.create(config.keys(), config.log().origin())
                .verifier()
                .line();
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Makes the public log's keys for a venue that has its other keys already, and prints the"
                    + " public one. The node keeps a log from its next start on, over the whole journal.")
    int log(
            @Option(names = "--config", required = true, paramLabel = "FILE", description = "The node's configuration.")
                    Path config)
            throws InvalidFile, IOException {
        Printed printed = new Printed(spec, false);
        printed.data(createLogKeys(NodeConfig.readWithKeys(config)));
        printed.message("Back up log-1.key and log-salt.key apart from the data; restart the node.");
        return ExitCodes.OK;
    }

    @Command(
            name = "rotate-log",
            mixinStandardHelpOptions = true,
            description = "Makes the next key of the public log and prints its public line. From the node's next start"
                    + " on it signs, and the key before beside it for as long as you say; a statement signed by both"
                    + " leads from one to the other and comes with every proof.")
    int rotateLog(
            @Option(names = "--config", required = true, paramLabel = "FILE", description = "The node's configuration.")
                    Path config,
            @Option(
                            names = "--beside",
                            required = true,
                            paramLabel = "DURATION",
                            converter = Converters.Validity.class,
                            description = "How long the key before signs beside the new one, such as 90d.")
                    Duration beside)
            throws InvalidFile, IOException {
        NodeConfig read = NodeConfig.readWithKeys(config);
        Instant until = NodeOptions.expiring(beside);
        Printed printed = new Printed(spec, false);
        printed.data(LogSigners.rotate(read.keys(), until.getEpochSecond())
                .verifier()
                .line());
        printed.message("Back the new key up and restart the node: from then on the new key signs, the one before"
                + " beside it until " + until + ".");
        return ExitCodes.OK;
    }
}
