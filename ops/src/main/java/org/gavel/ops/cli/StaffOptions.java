package org.gavel.ops.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gavel.ops.config.NodeConfig;
import org.gavel.ops.remote.NodeAddress;
import org.gavel.ops.remote.NodeLink;
import org.gavel.ops.remote.RemoteFailure;
import org.gavel.ops.yaml.InvalidFile;
import picocli.CommandLine.Option;

/** As {@link NodeOptions}, also for staff who have a token but not the venue's keys. */
final class StaffOptions extends NodeOptions {
    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file with the token to act with, in place of the venue's keys; it says who acts.")
    private Path tokenFile;

    NodeLink connect() throws InvalidFile, IOException, RemoteFailure {
        if (tokenFile == null) {
            return connect(readWithKeys());
        }
        String token = Files.readString(tokenFile).strip();
        return NodeLink.open(NodeAddress.of(NodeConfig.read(configFile())), token);
    }
}
