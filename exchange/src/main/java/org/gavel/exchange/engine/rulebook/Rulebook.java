package org.gavel.exchange.engine.rulebook;

/** The rule packs this behaviour of the engine knows. */
public enum Rulebook {
    /** Private sale: the parties' own terms, no statutory limits. */
    PRIVATE_SALE;

    /** Whether a pack of this name exists. */
    public static boolean exists(String name) {
        for (Rulebook rulebook : values()) {
            if (rulebook.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
