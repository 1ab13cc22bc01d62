package org.gavel.loadtest.link;

/** Where a venue listens. */
public record Endpoint(String host, int port) {
    /** The one path of protocol {@code gavel.v1}. */
    public static final String PATH = "/ws/v1";

    public Endpoint {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("name a host and a port from 1 to 65535, not " + host + ":" + port);
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
