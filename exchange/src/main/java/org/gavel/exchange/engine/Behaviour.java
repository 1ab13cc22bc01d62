package org.gavel.exchange.engine;

/**
 * The versions of the engine's behaviour. The journal says from which record on which applies, so that a journal of
 * any release replays to the same bytes: a change that would alter a replay gets a new number and keeps the old way.
 */
public final class Behaviour {
    /** The first behaviour. */
    public static final int FIRST = 1;

    /** Since then a start ends every order that was to end with its connection. */
    public static final int STARTS_END_TIED_ORDERS = 2;

    /** What a new venue begins with. */
    public static final int NEWEST = 2;

    private Behaviour() {}

    static boolean isKnown(int version) {
        return version >= FIRST && version <= NEWEST;
    }
}
