package org.gavel.protocol.value;

/** Where a participant is registered or resident: to all but the mainland a technology is exported (技术出口). */
public enum Residence {
    /** Nobody has said so; where it matters it counts as abroad. */
    UNKNOWN,
    MAINLAND,
    HONG_KONG,
    MACAO,
    TAIWAN,
    FOREIGN
}
