package org.gavel.gateway.presence;

import java.util.LinkedHashSet;
import java.util.Set;
import org.gavel.exchange.api.KeptState;
import org.gavel.protocol.command.ReportConnectivity;

/** A lot whose rule pauses it for missing bidders: who is admitted to it, and what was last reported. Not thread-safe. */
final class WatchedLot implements KeptState {
    private final int number;
    private final long silenceNanos;
    private final Set<Integer> admitted = new LinkedHashSet<>();
    private boolean running;

    /** What was reported since this node began, and whether an answer is awaited. */
    private transient boolean waiting;

    private transient int seen;
    private transient int missing;

    WatchedLot(int number, long silenceNanos) {
        this.number = number;
        this.silenceNanos = silenceNanos;
    }

    void admit(int participant) {
        admitted.add(participant);
    }

    /** Bidding runs, or stands still for missing bidders: from now on everything is news. */
    void run() {
        running = true;
        seen = 0;
        missing = 0;
    }

    void stand() {
        running = false;
    }

    /**
     * Whether there is something to report that was not; nothing is while an answer is awaited. Bidders give a sign of
     * life every heartbeat: two have to be missing before anybody is.
     */
    boolean hasNews(Presence presence, long nanos, long heartbeatNanos) {
        if (!running || waiting) {
            return false;
        }
        int were = seen;
        int lacked = missing;
        count(presence, nanos, Math.max(silenceNanos, 2 * heartbeatNanos));
        boolean matters = missing > 0 || lacked > 0;
        return matters && (seen != were || missing != lacked);
    }

    private void count(Presence presence, long nanos, long silence) {
        seen = 0;
        missing = 0;
        for (int participant : admitted) {
            long last = presence.lastHeard(participant);
            seen += last == Presence.NEVER ? 0 : 1;
            missing += last != Presence.NEVER && nanos - last >= silence ? 1 : 0;
        }
    }

    ReportConnectivity report() {
        waiting = true;
        return new ReportConnectivity(number, seen, missing);
    }

    /** The market has answered; what it had no room for is news again. */
    void answered(boolean taken) {
        waiting = false;
        if (!taken) {
            missing = -1;
        }
    }
}
