package org.gavel.ops.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.ops.config.NodeConfig;
import org.gavel.ops.remote.NodeAddress;
import org.gavel.ops.remote.NodeLink;
import org.gavel.ops.remote.RemoteFailure;
import org.gavel.ops.witness.LogReader;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.value.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gavel proof get}: has a node make the proof of one record. */
@Command(
        name = "get",
        description = {
            "Gets the proof that a record is in the public log. With a token it shows who asked what: a bidder gets the",
            "proofs of their own records, staff of any. Without one it shows place and time only, and the rest sealed."
        },
        footerHeading = "%nExample:%n",
        footer = "  gavel proof get receipt.json --node 127.0.0.1:7400 --token-file my.token --out bid.proof")
final class ProofGet implements Callable<Integer> {
    private static final long AUDITOR = 9001;
    private static final Duration VALID = Duration.ofMinutes(10);

    @Parameters(
            paramLabel = "SEQ|RECEIPT",
            description = "The record's sequence, or a file with the reply that named it.")
    private String record;

    @Option(names = "--node", paramLabel = "HOST:PORT", description = "The node to ask.")
    private String node;

    @Option(names = "--token-file", paramLabel = "FILE", description = "A file with your token.")
    private Path tokenFile;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The node's configuration, for its own staff; in place of --node and --token-file.")
    private Path config;

    @Option(
            names = "--from",
            defaultValue = "0",
            paramLabel = "SIZE",
            description = "Also prove that the log goes on from its checkpoint of this size.")
    private long from;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write the proof; standard output if absent.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InvalidFile, RemoteFailure {
        String proof = config == null && tokenFile == null ? sealed() : shown();
        if (out == null) {
            new Printed(spec, false).data(proof);
        } else {
            Files.writeString(out, proof + "\n");
            new Printed(spec, false).message("the proof is in " + out + "; check it with: gavel proof verify " + out);
        }
        return ExitCodes.OK;
    }

    private String sealed() throws IOException, RemoteFailure {
        String page = "proof/" + sequence() + (from == 0 ? "" : "?from=" + from);
        String log = "http://" + address() + "/log";
        return LogReader.of(log)
                .text(page)
                .orElseThrow(() -> new RemoteFailure(
                        log + "/" + page + " has no proof: the node has no such record," + " or keeps no log"));
    }

    private String shown() throws IOException, InvalidFile, RemoteFailure {
        ObjectNode fields = JsonNodeFactory.instance.objectNode().put("seq", sequence());
        if (from != 0) {
            fields.put("from", from);
        }
        try (NodeLink link = connect()) {
            return CanonicalJson.write(link.ask("GetProof", fields).get("proof"));
        }
    }

    private NodeLink connect() throws IOException, InvalidFile, RemoteFailure {
        if (config == null) {
            return NodeLink.open(address(), Files.readString(tokenFile).strip());
        }
        NodeConfig read = NodeConfig.readWithKeys(config);
        String token = TokenKeys.load(read.keys())
                .issue(read.venue(), AUDITOR, Role.AUDITOR, NodeOptions.expiring(VALID), NodeOptions.tokenNumber());
        return NodeLink.open(NodeAddress.of(read), token);
    }

    private NodeAddress address() {
        if (node == null || !node.matches("[^:/]+:[0-9]{1,5}")) {
            throw new ParameterException(
                    spec.commandLine(), "Name the node with --node HOST:PORT, or its --config FILE");
        }
        int colon = node.lastIndexOf(':');
        return new NodeAddress(node.substring(0, colon), Integer.parseInt(node.substring(colon + 1)));
    }

    private long sequence() throws IOException {
        if (record.matches("[1-9][0-9]{0,17}")) {
            return Long.parseLong(record);
        }
        JsonNode receipt = Receipt.read(Path.of(record));
        return receipt.path("seq").asLong();
    }
}
