package org.gavel.gateway;

import java.time.Duration;
import java.util.Set;
import org.gavel.gateway.session.SessionSettings;
import org.gavel.gateway.throttle.Rate;
import org.gavel.gateway.transport.TransportSettings;

/**
 * All that can be set of a gateway.
 *
 * @param livePage false: no pages, only the WebSocket endpoint, the lots and the probes
 */
public record GatewaySettings(SessionSettings sessions, TransportSettings transport, boolean livePage) {
    /** Listens on 127.0.0.1, any free port; every limit as the protocol document says. */
    public static GatewaySettings defaults(String venue) {
        return new GatewaySettings(SessionSettings.defaults(venue), TransportSettings.DEFAULT, true);
    }

    /** Listens there; port 0 is any free one. */
    public GatewaySettings withAddress(String host, int port) {
        return with(transport.withAddress(host, port));
    }

    /** Lets pages of these web origins connect, instead of the gateway's own. */
    public GatewaySettings withOrigins(Set<String> origins) {
        return with(transport.withOrigins(origins));
    }

    public GatewaySettings withConnections(int total, int perAddress) {
        return with(transport.withConnections(total, perAddress));
    }

    /** Ends the connection of a client for which so many bytes have waited so long. */
    public GatewaySettings withPatience(int bytes, Duration wait) {
        return with(transport.withPatience(bytes, wait));
    }

    /** What an acknowledgement survives: {@code disk}, {@code process} or {@code memory}. */
    public GatewaySettings withDurability(String durability) {
        return with(sessions.withDurability(durability));
    }

    public GatewaySettings withHeartbeat(Duration heartbeat) {
        return with(sessions.withHeartbeat(heartbeat));
    }

    public GatewaySettings withBidderRate(int perSecond, int burst) {
        return with(sessions.withBidders(new Rate(perSecond, burst)));
    }

    /** The most commands of one session that wait for their answer. */
    public GatewaySettings withInFlight(int most) {
        return with(sessions.withInFlight(most));
    }

    public GatewaySettings withLivePage(boolean shown) {
        return new GatewaySettings(sessions, transport, shown);
    }

    private GatewaySettings with(SessionSettings others) {
        return new GatewaySettings(others, transport, livePage);
    }

    private GatewaySettings with(TransportSettings others) {
        return new GatewaySettings(sessions, others, livePage);
    }
}
