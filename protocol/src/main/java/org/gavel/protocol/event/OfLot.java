package org.gavel.protocol.event;

/** What happened in one lot or deal, or is refused there. */
public interface OfLot {
    /** Its number; 0 where a refusal is about none. */
    int lot();
}
