package org.gavel.loadtest.venue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Where a venue that goes away and comes back can listen. */
final class Ports {
    private static final int FIRST_PORT = 21_000;
    private static final int LAST_PORT = 29_000;

    private Ports() {}

    /** Below the ports that clients are given, so that none of theirs is this one while the venue is away. */
    static int free() {
        for (int port = FIRST_PORT; port < LAST_PORT; port++) {
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port from " + FIRST_PORT + " to " + LAST_PORT);
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
