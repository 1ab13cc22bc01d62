package org.gavel.exchange.host;

import org.gavel.exchange.engine.Behaviour;
import org.gavel.protocol.command.Genesis;

/** What a venue of this release begins with. */
public final class GenesisTerms {
    /** The journal's format, of envelope and record. */
    public static final int FORMAT = 1;

    /** The SBE schema's version. */
    public static final int SCHEMA = 1;

    private GenesisTerms() {}

    /** The first record of a new venue. */
    public static Genesis of(String venue, int digestEvery) {
        return new Genesis(
                venue, FORMAT, SCHEMA, Behaviour.NEWEST, "SHA-256", "microseconds since 1970", "CNY", digestEvery);
    }
}
