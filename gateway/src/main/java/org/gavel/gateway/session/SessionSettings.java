package org.gavel.gateway.session;

import java.time.Duration;
import org.gavel.gateway.throttle.Rate;

/**
 * What holds for every session.
 *
 * @param venue whose tokens are taken
 * @param durability what an acknowledgement survives: {@code disk}, {@code process} or {@code memory}
 * @param gateway this gateway's number in the journal, 0 to 65,535
 * @param heartbeat how often the server speaks when it has nothing to say
 * @param bidders the rate of bidders and of those without a token
 * @param staff the rate of clerks and operators
 * @param inFlight the most commands of one session that wait for their answer
 * @param subscriptions the most channels of one session
 */
public record SessionSettings(
        String venue,
        String durability,
        int gateway,
        Duration heartbeat,
        Rate bidders,
        Rate staff,
        int inFlight,
        int subscriptions) {
    /** What holds where nothing else is said. */
    public static SessionSettings defaults(String venue) {
        return new SessionSettings(
                venue, "disk", 1, Duration.ofSeconds(5), new Rate(50, 100), new Rate(5_000, 10_000), 64, 256);
    }

    public SessionSettings {
        if (heartbeat.isNegative() || heartbeat.isZero()) {
            throw new IllegalArgumentException("heartbeat must be longer than PT0S");
        }
        if (inFlight < 1 || subscriptions < 1) {
            throw new IllegalArgumentException("inFlight and subscriptions must be above 0");
        }
    }

    public SessionSettings withDurability(String other) {
        return new SessionSettings(venue, other, gateway, heartbeat, bidders, staff, inFlight, subscriptions);
    }

    public SessionSettings withHeartbeat(Duration other) {
        return new SessionSettings(venue, durability, gateway, other, bidders, staff, inFlight, subscriptions);
    }

    public SessionSettings withBidders(Rate other) {
        return new SessionSettings(venue, durability, gateway, heartbeat, other, staff, inFlight, subscriptions);
    }

    public SessionSettings withInFlight(int other) {
        return new SessionSettings(venue, durability, gateway, heartbeat, bidders, staff, other, subscriptions);
    }
}
