package org.gavel.exchange.api;

/**
 * How the market's time stands to the wall clock, as last compared.
 *
 * @param aheadMicros by how much the market's time is ahead of the wall clock; negative where it is behind
 */
public record WallOffset(State state, long aheadMicros) {
    /** Of a clock that has nothing to do with the wall's, such as a rehearsal's. */
    public static final WallOffset NONE = new WallOffset(State.NONE, 0);

    /** What becomes of the difference. */
    public enum State {
        /** The two are not compared. */
        NONE,
        /** It is small and slewed away. */
        IN_STEP,
        /** It is too large to be followed: an operator has to look at it. */
        ASTRAY
    }
}
