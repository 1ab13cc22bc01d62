package org.gavel.ops.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gavel.ops.remote.RemoteFailure;
import org.gavel.ops.witness.CosignatureServer;
import org.gavel.ops.witness.ForkFound;
import org.gavel.ops.witness.LogReader;
import org.gavel.ops.witness.Witness;
import org.gavel.ops.witness.WitnessFiles;
import org.gavel.protocol.proof.Checkpoint;
import org.gavel.protocol.proof.InvalidProof;
import org.gavel.protocol.proof.SignedNote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gavel witness}: what another party runs to see that a venue's log only grows. */
@Command(
        name = "witness",
        description = "Watches a venue's public log for another party and cosigns it while it only grows.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExample:%n",
        footer = {
            "  gavel witness create --dir w --name notary.example/w1",
            "  gavel witness run --dir w --log https://auction.example.org/log --key venue.key --listen 0.0.0.0:7500"
        })
public final class WitnessCommand extends CommandGroup {
    @Spec
    private CommandSpec spec;

    @Command(
            mixinStandardHelpOptions = true,
            description = "Makes a witness's key, readable by this account only, and prints its public line for the"
                    + " venue and for whoever checks proofs. Never replaces a key.")
    int create(
            @Option(names = "--dir", required = true, paramLabel = "DIR", description = "The witness's directory.")
                    Path directory,
            @Option(
                            names = "--name",
                            required = true,
                            paramLabel = "NAME",
                            description = "The witness's name, such as notary.example/w1; no spaces, no plus sign.")
                    String name)
            throws IOException {
        try {
            new Printed(spec, false)
                    .data(WitnessFiles.create(directory, name).verifier().line());
            return ExitCodes.OK;
        } catch (InvalidProof e) {
            throw new ParameterException(spec.commandLine(), "--name: " + e.getMessage(), e);
        }
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Reads the log's newest checkpoint again and again, checks that it goes on from the last one"
                    + " seen, writes that down and cosigns it: DIR/cosigned, or http://LISTEN/cosigned. Exits with 3"
                    + " when the log shows another history, and keeps both signed heads.")
    int run(
            @Option(names = "--dir", required = true, paramLabel = "DIR", description = "The witness's directory.")
                    Path directory,
            @Option(
                            names = "--log",
                            required = true,
                            paramLabel = "URL|DIR",
                            description = "The log, such as http://HOST:PORT/log, or a copy of its files.")
                    String log,
            @Mixin KeyOptions keys,
            @Option(
                            names = "--every",
                            defaultValue = "5s",
                            paramLabel = "DURATION",
                            converter = Converters.Validity.class,
                            description = "How long between two looks; ${DEFAULT-VALUE} where not given.")
                    Duration every,
            @Option(names = "--once", description = "Look once and end.") boolean once,
            @Option(names = "--listen", paramLabel = "HOST:PORT", description = "Serve the cosigned head here.")
                    String listen)
            throws IOException, RemoteFailure, InterruptedException {
        try (WitnessFiles files = WitnessFiles.open(directory)) {
            Witness witness = new Witness(files, keys.keys(), LogReader.of(log));
            Optional<CosignatureServer> server =
                    listen == null ? Optional.empty() : Optional.of(CosignatureServer.open(address(listen), files));
            try {
                server.ifPresent(serving -> message("serving on port " + serving.port()));
                return watch(witness, server, once, every);
            } finally {
                server.ifPresent(CosignatureServer::close);
            }
        } catch (ForkFound | InvalidProof e) {
            message("REFUSED: " + e.getMessage());
            return ExitCodes.VERIFICATION_FAILED;
        }
    }

    private int watch(Witness witness, Optional<CosignatureServer> server, boolean once, Duration every)
            throws IOException, RemoteFailure, ForkFound, InterruptedException {
        long said = -1;
        while (true) {
            try {
                SignedNote cosigned = witness.look(Instant.now().getEpochSecond());
                server.ifPresent(serving -> serving.show(cosigned));
                said = say(Checkpoint.parse(cosigned.text()), said);
            } catch (RemoteFailure e) {
                if (once) {
                    throw e;
                }
                message("not seen this time: " + e.getMessage());
            }
            if (once) {
                return ExitCodes.OK;
            }
            TimeUnit.MILLISECONDS.sleep(every.toMillis());
        }
    }

    private long say(Checkpoint head, long before) {
        if (head.size() != before) {
            message("cosigned " + head.origin() + " at " + head.size() + " leaves, root "
                    + head.root().base64());
        }
        return head.size();
    }

    private void message(String line) {
        new Printed(spec, false).message(line);
    }

    private InetSocketAddress address(String listen) {
        int colon = listen.lastIndexOf(':');
        try {
            return new InetSocketAddress(
                    listen.substring(0, Math.max(0, colon)), Integer.parseInt(listen.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--listen must be HOST:PORT, not " + listen, e);
        }
    }
}
