package org.gavel.exchange.settlement;

import java.util.Optional;
import org.gavel.exchange.registry.Place;
import org.jdbi.v3.core.Handle;

/**
 * The position row. Whoever starts settling takes it with a new term; each transaction moves it on condition that
 * the term and the sequence are still those the settler knows. Of two settlers the older is thereby shut out, however
 * long it slept, and what it wrote in that transaction rolls back.
 */
final class Fence {
    private static final String READ = """
            SELECT sequence, event_index, term, venue, venue_opened_at
            FROM settlement_position WHERE follower = 'settlement'""";
    private static final String TAKE = "UPDATE settlement_position SET term = term + 1 WHERE follower = 'settlement'";
    private static final String HOLD = """
            UPDATE settlement_position SET term = term WHERE follower = 'settlement' AND term = :term""";
    private static final String MOVE = """
            UPDATE settlement_position SET sequence = :sequence, event_index = :index
            WHERE follower = 'settlement' AND term = :term AND sequence = :expected""";
    private static final String BIND = """
            UPDATE settlement_position SET venue = :venue, venue_opened_at = :at
            WHERE follower = 'settlement' AND venue IS NULL""";

    private Fence() {}

    /** @param sequence everything up to and including it is in the ledger */
    record Position(long sequence, int index, long term, Optional<String> venue, long venueOpenedAt) {}

    static Position read(Handle handle) {
        return handle.createQuery(READ)
                .map((row, context) -> new Position(
                        row.getLong("sequence"),
                        row.getInt("event_index"),
                        row.getLong("term"),
                        Optional.ofNullable(row.getString("venue")),
                        row.getLong("venue_opened_at")))
                .one();
    }

    /** Begins a new term in the caller's transaction; until it ends, no other settler can do anything. */
    static Position take(Handle handle) {
        handle.execute(TAKE);
        return read(handle);
    }

    /**
     * Goes on in a term whose connection was lost, in the caller's transaction: waits for what the server still does for
     * that connection, and then sees whether it was done.
     *
     * @param underWay the sequence the lost connection moved to last, whatever came of it
     */
    static Position resume(Handle handle, Position mine, long underWay) {
        int rows = handle.createUpdate(HOLD).bind("term", mine.term()).execute();
        Position now = read(handle);
        if (rows != 1) {
            throw lost(now, mine);
        }
        if (now.sequence() != mine.sequence() && now.sequence() != underWay) {
            throw new SettlementFault(String.format(
                    "The ledger came back at sequence %d, but was left at %d: it is not the one that was lost, or has"
                            + " lost what it had confirmed. Look into the database, then start the node again, which goes"
                            + " on where the ledger is.",
                    now.sequence(), mine.sequence()));
        }
        return now;
    }

    /** Must be the first statement of the transaction: it waits for any other settler's and then sees its outcome. */
    static void move(Handle handle, Position from, long sequence, int index) {
        int rows = handle.createUpdate(MOVE)
                .bind("sequence", sequence)
                .bind("index", index)
                .bind("term", from.term())
                .bind("expected", from.sequence())
                .execute();
        if (rows != 1) {
            throw lost(read(handle), from);
        }
    }

    static void bind(Handle handle, String venue, Place place) {
        int rows = handle.createUpdate(BIND)
                .bind("venue", venue)
                .bind("at", place.at())
                .execute();
        if (rows != 1) {
            throw new IllegalStateException("The ledger belongs to a venue already.");
        }
    }

    private static SettlementFault lost(Position now, Position mine) {
        return new SettlementFault(String.format(
                "Another settler has taken this ledger over: it is in term %d at sequence %d, this settler was in term"
                        + " %d at sequence %d. Let only one node run on a ledger; stop this one.",
                now.term(), now.sequence(), mine.term(), mine.sequence()));
    }
}
