package org.gavel.protocol.value;

/** What becomes of pledges for more shares than a joint purchase has. */
public enum OverSubscription {
    /** None is taken beyond the shares there are: first come, first served. */
    FIRST_COME,
    /**
     * All are taken, and cut when the purchase succeeds: shares × own ÷ pledged, rounded down, then one share each to the
     * earliest pledges until all are given.
     */
    PRO_RATA
}
