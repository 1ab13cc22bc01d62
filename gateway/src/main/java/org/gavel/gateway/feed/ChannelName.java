package org.gavel.gateway.feed;

import org.gavel.exchange.api.Views;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;

/**
 * Which channel is meant.
 *
 * @param lot the lot of a lot's channel, else 0
 * @param participant whose private channel it is, else 0
 */
public record ChannelName(int lot, int participant) {
    static final String LOTS = "lots";
    static final String LOT = "lot.";
    static final String ME = "me.";

    /** What a client calls the channel of what is private to it. */
    public static final String OWN = "me";

    /**
     * The channel a client calls by this name.
     *
     * @param participant who asks, 0 where it is no participant
     */
    public static ChannelName of(String wire, int participant, Views views) {
        if (wire.equals(LOTS)) {
            return new ChannelName(0, 0);
        }
        if (wire.equals(OWN) && participant != 0) {
            return new ChannelName(0, participant);
        }
        if (wire.matches("lot\\.[1-9][0-9]{0,9}")) {
            return ofLot(Long.parseLong(wire.substring(LOT.length())), views);
        }
        throw new InvalidValue(RejectReason.UNKNOWN_CHANNEL, "channel", "is unknown");
    }

    private static ChannelName ofLot(long lot, Views views) {
        if (lot > Integer.MAX_VALUE || views.lot((int) lot).isEmpty()) {
            throw new InvalidValue(RejectReason.LOT_UNKNOWN, "channel", "names no announced lot");
        }
        return new ChannelName((int) lot, 0);
    }

    /** A name no two channels share. */
    String key() {
        if (participant != 0) {
            return ME + participant;
        }
        return lot == 0 ? LOTS : LOT + lot;
    }

    /** What the client calls the channel of this key. */
    static String onWire(String key) {
        return key.startsWith(ME) ? OWN : key;
    }
}
