package org.gavel.exchange.api;

/** What a venue keeps beside its market, made of what the journal says: the public log and the ledger. */
public record Projections(PublicLog log, LedgerProgress ledger) {
    /** A venue with neither. */
    public static final Projections NONE = new Projections(PublicLog.NONE, LedgerProgress.NONE);
}
