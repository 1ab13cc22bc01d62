package org.gavel.exchange.audit;

/** Is told how far a long reading has come. */
@FunctionalInterface
public interface Progress {
    /** Nobody looks. */
    Progress NONE = (done, total) -> {};

    /** So many of the journal's acknowledged records are read. */
    void at(long done, long total);
}
