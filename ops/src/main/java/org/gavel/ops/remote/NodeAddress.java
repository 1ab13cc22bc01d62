package org.gavel.ops.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import org.gavel.ops.config.NodeConfig;

/** Where a node listens. */
public record NodeAddress(String host, int port) {
    private static final Set<String> EVERY_INTERFACE = Set.of("0.0.0.0", "::", "0:0:0:0:0:0:0:0");

    /** Where the configured node is to be found: at its port, or, with port 0, where it says it is. */
    public static NodeAddress of(NodeConfig config) throws RemoteFailure {
        int port = config.listen().port();
        return port == 0
                ? written(config)
                : new NodeAddress(reachable(config.listen().host()), port);
    }

    private static NodeAddress written(NodeConfig config) throws RemoteFailure {
        try {
            String text = Files.readString(config.portFile()).strip();
            int colon = text.lastIndexOf(':');
            return new NodeAddress(reachable(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            String sentence = "listen.port is 0 and " + config.portFile()
                    + " does not say which port the node got: start it with bin/gavel serve --config " + config.file();
            throw new RemoteFailure(sentence, e);
        }
    }

    private static String reachable(String host) {
        return EVERY_INTERFACE.contains(host) ? "127.0.0.1" : host;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
