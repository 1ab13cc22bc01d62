package org.gavel.exchange.settlement;

import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Adds a ledger up, in the caller's transaction. */
final class Totals {
    private static final String LOTS = """
            SELECT COUNT(CASE outcome WHEN 'PENDING' THEN 1 END) AS pending,
                COUNT(CASE WHEN outcome = 'AWARDED' AND annulment.lot IS NULL THEN 1 END) AS awarded,
                COUNT(CASE outcome WHEN 'PASSED' THEN 1 END) AS passed,
                COUNT(CASE outcome WHEN 'WITHDRAWN' THEN 1 END) AS withdrawn,
                COUNT(annulment.lot) AS annulled
            FROM lot LEFT JOIN award_annulment annulment ON annulment.lot = lot.lot""";
    private static final String TURNOVER = """
            SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) FROM award
            WHERE NOT EXISTS (SELECT 1 FROM award_annulment annulment WHERE annulment.lot = award.lot)""";
    private static final String BANK = """
            SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) FROM account_posting WHERE account = 'VENUE_BANK'""";
    private static final String FORFEITED = """
            SELECT CAST(COALESCE(-SUM(amount), 0) AS BIGINT) FROM account_posting
            WHERE account = 'FORFEITED_DEPOSIT'""";
    private static final String BALANCES = """
            SELECT participant,
                CAST(SUM(CASE WHEN account = 'FREE_DEPOSIT' AND fact = 'CREDITED' THEN -amount ELSE 0 END) AS BIGINT)
                    AS credited,
                CAST(SUM(CASE WHEN account = 'FREE_DEPOSIT' AND fact = 'WITHDRAWN' THEN amount ELSE 0 END) AS BIGINT)
                    AS withdrawn,
                CAST(SUM(CASE WHEN account = 'FREE_DEPOSIT' THEN -amount ELSE 0 END) AS BIGINT) AS free,
                CAST(SUM(CASE WHEN account = 'HELD_DEPOSIT' THEN -amount ELSE 0 END) AS BIGINT) AS held
            FROM account_posting WHERE participant IS NOT NULL
            GROUP BY participant ORDER BY participant""";
    private static final String UNITS = """
            SELECT participant, asset, CAST(-SUM(quantity) AS BIGINT) AS quantity
            FROM unit_posting WHERE participant IS NOT NULL
            GROUP BY participant, asset""";

    private Totals() {}

    static LedgerSummary of(Handle handle) {
        Fence.Position position = Fence.read(handle);
        return new LedgerSummary(
                position.sequence(),
                position.venue(),
                lots(handle),
                number(handle, TURNOVER),
                number(handle, BANK),
                number(handle, FORFEITED),
                balances(handle),
                units(handle));
    }

    private static LedgerSummary.Lots lots(Handle handle) {
        return handle.createQuery(LOTS)
                .map((row, context) -> new LedgerSummary.Lots(
                        row.getInt("pending"),
                        row.getInt("awarded"),
                        row.getInt("passed"),
                        row.getInt("withdrawn"),
                        row.getInt("annulled")))
                .one();
    }

    private static List<LedgerSummary.Balance> balances(Handle handle) {
        return handle.createQuery(BALANCES)
                .map((row, context) -> new LedgerSummary.Balance(
                        row.getInt("participant"),
                        row.getLong("credited"),
                        row.getLong("withdrawn"),
                        row.getLong("free"),
                        row.getLong("held")))
                .list();
    }

    /** Sorted here: two databases need not agree on the order of texts. */
    private static List<LedgerSummary.Units> units(Handle handle) {
        return handle
                .createQuery(UNITS)
                .map((row, context) -> new LedgerSummary.Units(
                        row.getInt("participant"), row.getString("asset"), row.getLong("quantity")))
                .list()
                .stream()
                .sorted(Comparator.comparingInt(LedgerSummary.Units::participant)
                        .thenComparing(LedgerSummary.Units::asset))
                .toList();
    }

    private static long number(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(Long.class).one();
    }
}
