package org.gavel.exchange.settlement;

import java.sql.SQLException;
import java.util.Set;

/** Tells failures of the way to the database, which another connection mends, from all others by their SQLState. */
final class LostConnection {
    private static final String CONNECTION_EXCEPTIONS = "08";

    /** Class 08 too, but what the driver says where it is not let in: no user, no password, no way to give it. */
    private static final String REJECTED = "08004";

    /** What a PostgreSQL server says when it ends a connection or takes none for the moment. */
    private static final Set<String> ENDED = Set.of(
            "57P01", // admin_shutdown
            "57P02", // crash_shutdown
            "57P03", // cannot_connect_now
            "57P05", // idle_session_timeout
            "25P03", // idle_in_transaction_session_timeout
            "53300"); // too_many_connections

    private LostConnection() {}

    /** Whether this failure, or one that caused it, is of that kind. */
    static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal && isOne(refusal.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(String state) {
        return state != null
                && !state.equals(REJECTED)
                && (state.startsWith(CONNECTION_EXCEPTIONS) || ENDED.contains(state));
    }
}
