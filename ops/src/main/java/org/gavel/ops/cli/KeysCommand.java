package org.gavel.ops.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                    "Makes the keys that sign tokens and the key that seals what the journal must hide, readable by"
                            + " this account only. Never replaces a key: without the old one, tokens end and the journal cannot"
                            + " be replayed.")
    int create(
            @Option(names = "--config", required = true, paramLabel = "FILE", description = "The node's configuration.")
                    Path config,
            @Option(names = "--json", description = "Print where the keys are as JSON.") boolean json)
            throws InvalidFile, IOException {
        Path keys = NodeConfig.read(config).keys();
        if (Files.exists(keys.resolve(SealingKey.FILE))) {
            throw new FileAlreadyExistsException(keys.resolve(SealingKey.FILE).toString());
        }
        TokenKeys.create(keys);
        SealingKey.create(keys);
        Printed printed = new Printed(spec, json);
        if (json) {
            printed.json(JsonNodeFactory.instance.objectNode().put("keys", keys.toString()));
        } else {
            printed.data(keys.toString());
        }
        printed.message("Back these files up apart from the data: without sealing.key the journal cannot be replayed.");
        return ExitCodes.OK;
    }
}
