package org.gavel.protocol.event;

/** Why a disclosure ends later. */
public enum ExtensionCause {
    /** 延牌: too few parties, as announced. */
    CYCLE,
    /** A quote took the lead near the end. */
    QUOTE,
    /** The node was out. */
    OUTAGE
}
