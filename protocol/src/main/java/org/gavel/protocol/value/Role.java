package org.gavel.protocol.value;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;

/** In which capacity someone acts; the codes stand in the journal and are never reused. */
public enum Role {
    /** 竞买人: bids for their own participant number. */
    BIDDER(1),
    /** Watches what is public. */
    SPECTATOR(2),
    /** 拍卖师's clerk: runs lots and enters bids of the floor. */
    CLERK(3),
    /** Runs the venue: announces, registers, pays in and out. */
    OPERATOR(4),
    /** Reads everything, changes nothing. */
    AUDITOR(5),
    /** The venue's own software. */
    SYSTEM(6);

    private static final Role[] ALL = values();

    private final int code;

    Role(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Role ofCode(int code) {
        for (Role role : ALL) {
            if (role.code == code) {
                return role;
            }
        }
        throw new InvalidValue(RejectReason.BAD_FIELD, "role", "is not a known code: " + code);
    }
}
