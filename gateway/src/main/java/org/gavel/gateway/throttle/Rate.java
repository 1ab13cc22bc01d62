package org.gavel.gateway.throttle;

/**
 * What a session may send.
 *
 * @param perSecond messages a second in the long run, 1 to 1,000,000
 * @param burst messages at once after a rest, 1 to 1,000,000
 */
public record Rate(int perSecond, int burst) {
    private static final int MOST = 1_000_000;

    public Rate {
        if (perSecond < 1 || perSecond > MOST || burst < 1 || burst > MOST) {
            throw new IllegalArgumentException("rate and burst must be from 1 to " + MOST);
        }
    }
}
