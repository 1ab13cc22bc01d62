package org.gavel.ops.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gavel.exchange.sealing.KeyDeal;
import org.gavel.exchange.sealing.KeyShare;
import org.gavel.gateway.access.KeyFiles;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.value.EnvelopeKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gavel envelope-key}: the key of a sealed lot's envelopes, dealt in shares to several holders. */
@Command(
        name = "envelope-key",
        description = "Deals the key that bidders encrypt their envelopes to.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExample:%n",
        footer = "  gavel envelope-key deal --k 2 --n 3 --holder exchange --holder regulator --holder notary --out key")
public final class EnvelopeKeyCommand extends CommandGroup {
    private static final String PUBLIC_FILE = "envelope-key.json";

    @Spec
    private CommandSpec spec;

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Makes a new key and writes its public half for the lot's terms and one share for each holder,"
                            + " readable by this account only. The private key is never written; for a moment it is in this"
                            + " machine's memory. Hand each share to its holder and delete it here.")
    int deal(
            @Option(names = "--k", required = true, paramLabel = "K", description = "How many shares open: 2 or more.")
                    int threshold,
            @Option(names = "--n", required = true, paramLabel = "N", description = "How many shares: K to 16.")
                    int count,
            @Option(
                            names = "--holder",
                            paramLabel = "NAME",
                            description = "Who gets a share, once for each; \"holder 1\" and so on where not given.")
                    List<String> holders,
            @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the files go.") Path out,
            @Option(names = "--json", description = "Print the public key as JSON.") boolean json) {
        checkCounts(threshold, count, holders);
        KeyDeal deal = KeyDeal.of(threshold, holders == null ? numbered(count) : holders);
        Printed printed = new Printed(spec, json);
        for (KeyShare share : deal.shares()) {
            Path file = out.resolve("share-" + share.index() + ".json");
            KeyFiles.create(file, share.text());
            printed.message("for " + share.holder() + ": " + file);
        }
        String publicKey = CanonicalJson.write(JsonCodec.tree(deal.key()));
        KeyFiles.create(out.resolve(PUBLIC_FILE), publicKey + "\n");
        printed.data(json ? publicKey : "key " + deal.key().id() + " in " + out.resolve(PUBLIC_FILE));
        printed.message("Put " + PUBLIC_FILE + " into the lot's terms as envelopeKey. Hand each share to its holder"
                + " and delete it here: whoever has " + threshold + " of them can read every envelope.");
        return ExitCodes.OK;
    }

    private void checkCounts(int threshold, int count, List<String> holders) {
        if (count < 2 || count > EnvelopeKey.MAX_HOLDERS) {
            throw new ParameterException(
                    spec.commandLine(), "--n must be from 2 to " + EnvelopeKey.MAX_HOLDERS + ", not " + count);
        }
        if (threshold < 2 || threshold > count) {
            throw new ParameterException(spec.commandLine(), "--k must be from 2 to --n, not " + threshold);
        }
        if (holders != null && holders.size() != count) {
            throw new ParameterException(
                    spec.commandLine(), "--holder must be given " + count + " times or not at all");
        }
    }

    private static List<String> numbered(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "holder " + i).toList();
    }
}
