package org.gavel.loadtest.client;

/** What can go wrong between a client and its venue, and is counted. */
public enum Incident {
    /** A connection that had served was lost and another was opened. */
    RECONNECT,
    /** Events of a channel were missing and asked for again. */
    GAP,
    /** An event came that had come before; it was not delivered again. */
    DUPLICATE,
    /** A command's outcome was in doubt, and asked for. */
    ASK,
    /** Nothing was known of a command in doubt; it was sent again under the same cid. */
    RESEND,
    /** A command was not taken for the moment, and sent again under the same cid. */
    RETRY
}
