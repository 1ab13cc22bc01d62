package org.gavel.ops.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gavel.exchange.sealing.EnvelopePrivateKey;
import org.gavel.exchange.sealing.Finding;
import org.gavel.exchange.sealing.KeyShare;
import org.gavel.exchange.sealing.SealedLot;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.ops.config.NodeConfig;
import org.gavel.ops.remote.NodeLink;
import org.gavel.ops.remote.RemoteFailure;
import org.gavel.ops.yaml.InvalidFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gavel envelopes}: the holders of a lot's envelope key open what bidders encrypted to it. */
@Command(
        name = "envelopes",
        description = "Opens the encrypted envelopes of a lot.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExample:%n",
        footer = "  gavel envelopes open --lot 7 --shares share-1.json --shares share-3.json --config node.yaml")
public final class EnvelopesCommand extends CommandGroup {
    @Spec
    private CommandSpec spec;

    @Command(
            mixinStandardHelpOptions = true,
            description = "Reads the lot's unopened envelopes from the node's journal, decrypts them with the holders'"
                    + " shares, holds each against its commitment and opens it on the running node. What cannot be"
                    + " opened is named by its paddle and left; the others go on. Works in the lot's REVEAL stage only;"
                    + " run again, it opens what is left.")
    int open(
            @Option(
                            names = "--lot",
                            required = true,
                            paramLabel = "N",
                            converter = Converters.Id.class,
                            description = "The lot.")
                    int lot,
            @Option(
                            names = "--shares",
                            required = true,
                            paramLabel = "FILE",
                            description = "A holder's share, once for each holder who takes part.")
                    List<Path> shares,
            @Option(names = "--print", description = "Print the openings as lines for simulate; send nothing.")
                    boolean print,
            @Mixin StaffOptions node,
            @Option(names = "--json", description = "Print what became of each envelope as JSON.") boolean json)
            throws InvalidFile, IOException, RemoteFailure {
        NodeConfig config = node.readWithKeys();
        SealedLot sealed = SealedLot.read(config.data(), SealingKey.load(config.keys()), lot);
        sealed.requireOpening();
        OpeningReport report =
                new OpeningReport(new Printed(spec, json), sealed.key().id());
        List<Finding> findings = decrypted(sealed, shares);
        if (print) {
            return report.lines(findings, node.actor());
        }
        try (NodeLink link = node.connect()) {
            for (Finding finding : findings) {
                report.add(finding, link);
            }
        }
        return report.finish();
    }

    private static List<Finding> decrypted(SealedLot sealed, List<Path> files) throws IOException {
        List<KeyShare> shares = new ArrayList<>();
        for (Path file : files) {
            shares.add(KeyShare.read(file));
        }
        try (EnvelopePrivateKey key = EnvelopePrivateKey.assemble(sealed.key(), shares)) {
            return sealed.open(key);
        }
    }
}
