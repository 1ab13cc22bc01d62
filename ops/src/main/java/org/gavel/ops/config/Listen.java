package org.gavel.ops.config;

import java.util.List;

/**
 * Where the node listens.
 *
 * @param port 0 for any free port
 * @param origins the web origins whose pages may connect, besides the node's own
 */
public record Listen(String host, int port, List<String> origins) {
    public Listen {
        origins = List.copyOf(origins);
    }
}
