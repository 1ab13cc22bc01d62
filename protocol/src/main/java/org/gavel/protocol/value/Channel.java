package org.gavel.protocol.value;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;

/** Through which door a command came in; the codes stand in the journal and are never reused. */
public enum Channel {
    /** A participant's own connection. */
    ONLINE(1),
    /** A paddle raised in the hall, entered by the clerk. */
    FLOOR(2),
    /** A bidder on the telephone, entered by the clerk. */
    PHONE(3),
    /** A written instruction left beforehand, entered by the clerk. */
    ABSENTEE(4),
    /** The venue's own software. */
    SYSTEM(5),
    /** An operator's command line or console. */
    CONSOLE(6),
    /** The venue bidding up to a maximum that the bidder left with it. */
    PROXY(7);

    private static final Channel[] ALL = values();

    private final int code;

    Channel(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Channel ofCode(int code) {
        for (Channel channel : ALL) {
            if (channel.code == code) {
                return channel;
            }
        }
        throw new InvalidValue(RejectReason.BAD_FIELD, "channel", "is not a known code: " + code);
    }
}
