package org.gavel.loadtest.client;

/**
 * How long a client waits for what, in milliseconds.
 *
 * @param connectMillis for a connection to open
 * @param requestMillis for the answer to a request
 * @param commandMillis for the answer to a command, before its outcome is in doubt
 * @param backoffBaseMillis bound of the first random pause before a reconnect; it doubles with each
 * @param backoffCapMillis the bound never passes this
 * @param giveUpMillis without a connection for so long, the client closes itself
 */
public record Patience(
        long connectMillis,
        long requestMillis,
        long commandMillis,
        long backoffBaseMillis,
        long backoffCapMillis,
        long giveUpMillis) {
    /** For a venue that may be restarted at any moment. */
    public static final Patience DEFAULT = new Patience(5_000, 10_000, 5_000, 100, 3_000, 300_000);

    /** For a person at a command line. */
    public static final Patience BRIEF = new Patience(3_000, 10_000, 5_000, 100, 1_000, 5_000);

    public Patience {
        long least = Math.min(Math.min(connectMillis, requestMillis), Math.min(commandMillis, giveUpMillis));
        if (least < 1 || backoffBaseMillis < 1 || backoffCapMillis < backoffBaseMillis) {
            throw new IllegalArgumentException("waits are at least 1 ms, and the backoff's cap is not below its base");
        }
    }
}
